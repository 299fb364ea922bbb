"""A badge: every field of the credential, signed, verified by another library, and baked."""

import json
import struct
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from jwcrypto import jwk, jws

from alongside.learning.badges import (
    Alignment,
    Badge,
    Hashed,
    bake_png,
    bake_svg,
    credential,
    new_private_key,
    public_jwk,
    sign,
    thumbprint,
    verify,
)
from alongside.learning.badges.baking import CannotBake

AT = datetime(2026, 1, 5, 17, tzinfo=UTC)
BADGE = Badge(
    url="https://a.example.org/badges/1",
    subject="urn:uuid:0d6ae8a6-6f2f-4b35-8f08-5ad1ad9d3c11",
    issuer_url="https://a.example.org/badges/issuers/1",
    issuer_name="Riverside Recovery",
    issuer_home="https://a.example.org/",
    achievement_url="https://a.example.org/badges/courses/1",
    name="A course",
    description="What it is.",
    criteria="Being there.",
    hours=18.0,
    begun=AT,
    ended=AT,
    issued=AT,
    status_url="https://a.example.org/badges/revoked/1",
    holder=Hashed("Kit@Example.org ", "salt"),
    alignments=[Alignment("Engages peers", "https://a.example.org/#1", "SAMHSA", "1")],
)
CREDENTIAL = {
    "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    "id": "https://a.example.org/badges/1",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "name": "A course",
    "issuer": {
        "id": "https://a.example.org/badges/issuers/1",
        "type": ["Profile"],
        "name": "Riverside Recovery",
        "url": "https://a.example.org/",
    },
    "validFrom": "2026-01-05T17:00:00Z",
    "awardedDate": "2026-01-05T17:00:00Z",
    "credentialSubject": {
        "id": "urn:uuid:0d6ae8a6-6f2f-4b35-8f08-5ad1ad9d3c11",
        "type": ["AchievementSubject"],
        "activityStartDate": "2026-01-05T17:00:00Z",
        "activityEndDate": "2026-01-05T17:00:00Z",
        "creditsEarned": 18.0,
        "identifier": [
            {
                "type": "IdentityObject",
                "hashed": True,
                # printf 'kit@example.orgsalt' | sha256sum
                "identityHash": "sha256$"
                "e33146aeff0aed99b428c3c96a984cf3b42606f7b7bac4f012c4e0dd89096700",
                "identityType": "emailAddress",
                "salt": "salt",
            }
        ],
        "achievement": {
            "id": "https://a.example.org/badges/courses/1",
            "type": ["Achievement"],
            "achievementType": "CertificateOfCompletion",
            "name": "A course",
            "description": "What it is.",
            "criteria": {"narrative": "Being there."},
            "creditsAvailable": 18.0,
            "alignment": [
                {
                    "type": ["Alignment"],
                    "targetName": "Engages peers",
                    "targetUrl": "https://a.example.org/#1",
                    "targetFramework": "SAMHSA",
                    "targetCode": "1",
                }
            ],
        },
    },
    "credentialSchema": [
        {
            "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/"
            "ob_v3p0_achievementcredential_schema.json",
            "type": "1EdTechJsonSchemaValidator2019",
        }
    ],
    "credentialStatus": {
        "id": "https://a.example.org/badges/revoked/1",
        "type": "1EdTechRevocationList",
    },
    "iss": "https://a.example.org/badges/issuers/1",
    "jti": "https://a.example.org/badges/1",
    "nbf": 1767632400,
    "sub": "urn:uuid:0d6ae8a6-6f2f-4b35-8f08-5ad1ad9d3c11",
}
KEY_URL = "https://a.example.org/badges/keys/k"


@pytest.fixture(scope="module")
def private():
    return new_private_key()


@pytest.fixture(scope="module")
def token(private):
    return sign(credential(BADGE), private, key_url=KEY_URL)


def test_the_credential_is_as_the_specification_has_it():
    assert credential(BADGE) == CREDENTIAL


def test_without_a_wish_for_it_nothing_points_to_the_holder():
    told = credential(replace(BADGE, holder=None))["credentialSubject"]
    assert "identifier" not in told
    assert "kit" not in json.dumps(told).lower()


def test_another_library_verifies_it_and_reads_the_same(private, token):
    found = jws.JWS()
    found.deserialize(token, key=jwk.JWK(**public_jwk(private)))
    assert json.loads(found.payload) == credential(BADGE)
    assert json.loads(found.objects["protected"]) == {"alg": "RS256", "kid": KEY_URL, "typ": "JWT"}


def test_what_is_published_of_a_key_has_no_private_part(private):
    public = public_jwk(private, kid="k")
    assert set(public) == {"kty", "n", "e", "alg", "use", "kid"}
    assert thumbprint(public) == jwk.JWK(**public).thumbprint()


def test_one_letter_changed_and_it_is_not_good_any_more(private, token):
    public = public_jwk(private)
    head, body, seal = token.split(".")
    assert verify(token, public)["jti"] == BADGE.url
    assert verify(f"{head}.{body[:-2]}AA.{seal}", public) is None
    assert verify(token, public_jwk(new_private_key())) is None


def test_it_is_baked_into_a_png_as_one_plain_chunk(token):
    baked = bake_png(one_pixel(), token)
    texts = [body for kind, body in chunks(baked) if kind == b"iTXt"]
    assert texts == [b"openbadgecredential\0\0\0\0\0" + token.encode()]
    assert [kind for kind, _body in chunks(baked)][-1] == b"IEND"
    with pytest.raises(CannotBake):
        bake_png(baked, token)
    with pytest.raises(CannotBake):
        bake_png(b"GIF89a", token)


def test_it_is_the_first_child_of_an_svg(token):
    root = ElementTree.fromstring(bake_svg(title="A & B", lines=["18.0"], token=token))
    first = root[0]
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert first.tag == "{https://purl.imsglobal.org/ob/v3p0}credential"
    assert first.attrib == {"verify": token}


def one_pixel() -> bytes:
    def chunk(kind, body):
        told = struct.pack(">I", len(body)) + kind + body
        return told + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def chunks(png):
    """Each chunk, its checksum proved."""
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        (crc,) = struct.unpack(">I", png[at + 8 + length : at + 12 + length])
        assert crc == zlib.crc32(kind + body)
        yield kind, body
        at += 12 + length
