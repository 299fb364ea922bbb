"""What is signed: that somebody completed a course, and as little else as the format allows."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
SCHEMA = (
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
)


@dataclass(frozen=True)
class Hashed:
    """An e-mail address as its fingerprint, for whoever wants to show that the badge is theirs."""

    email: str
    salt: str

    def identifier(self) -> dict:
        told = hashlib.sha256((self.email.strip().lower() + self.salt).encode()).hexdigest()
        return {
            "type": "IdentityObject",
            "hashed": True,
            "identityHash": f"sha256${told}",
            "identityType": "emailAddress",
            "salt": self.salt,
        }


@dataclass(frozen=True)
class Alignment:
    """Minutes of the course that count in somebody else's framework."""

    name: str
    url: str
    framework: str
    code: str


@dataclass(frozen=True)
class Badge:
    """What a credential tells. Every `…_url` is an address that anyone may open.

    subject: a random `urn:uuid:`, of this credential alone: two badges of one person cannot
    be told to be of the same.
    """

    url: str
    subject: str
    issuer_url: str
    issuer_name: str
    issuer_home: str
    achievement_url: str
    name: str
    description: str
    criteria: str
    hours: float
    begun: datetime
    ended: datetime
    issued: datetime
    status_url: str
    holder: Hashed | None = None
    alignments: Sequence[Alignment] = ()


def credential(badge: Badge) -> dict:
    """The OpenBadgeCredential, with the claims that a JWT repeats (iss, jti, nbf, sub)."""
    return {
        "@context": list(CONTEXTS),
        "id": badge.url,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": badge.name,
        "issuer": {
            "id": badge.issuer_url,
            "type": ["Profile"],
            "name": badge.issuer_name,
            "url": badge.issuer_home,
        },
        "validFrom": _moment(badge.issued),
        "awardedDate": _moment(badge.issued),
        "credentialSubject": _subject(badge),
        "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
        "credentialStatus": {"id": badge.status_url, "type": "1EdTechRevocationList"},
        "iss": badge.issuer_url,
        "jti": badge.url,
        "nbf": int(badge.issued.timestamp()),
        "sub": badge.subject,
    }


def _subject(badge: Badge) -> dict:
    told: dict = {
        "id": badge.subject,
        "type": ["AchievementSubject"],
        "activityStartDate": _moment(badge.begun),
        "activityEndDate": _moment(badge.ended),
        "creditsEarned": badge.hours,
        "achievement": _achievement(badge),
    }
    if badge.holder:
        told["identifier"] = [badge.holder.identifier()]
    return told


def _achievement(badge: Badge) -> Mapping:
    told: dict = {
        "id": badge.achievement_url,
        "type": ["Achievement"],
        "achievementType": "CertificateOfCompletion",
        "name": badge.name,
        "description": badge.description,
        "criteria": {"narrative": badge.criteria},
        "creditsAvailable": badge.hours,
    }
    if badge.alignments:
        told["alignment"] = [
            {
                "type": ["Alignment"],
                "targetName": one.name,
                "targetUrl": one.url,
                "targetFramework": one.framework,
                "targetCode": one.code,
            }
            for one in badge.alignments
        ]
    return told


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
