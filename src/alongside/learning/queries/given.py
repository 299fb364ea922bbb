"""Certificates, credentials, plans: for whom they are, and what anyone may verify."""

from django.db.models import Count

from alongside.common.clock import today
from alongside.learning.models import (
    Certificate,
    Credential,
    Edition,
    FollowUp,
    PlanGoal,
    PlanShared,
    SigningKey,
)
from alongside.learning.queries.cohorts import participants_led_by
from alongside.team.queries import programs_for
from alongside.team.roles import May

_WHOLE = "participant__cohort__program__organization"


def certificates_led_by(reader):
    """Those given in the cohorts that this reader leads."""
    rows = Certificate.objects.filter(participant__in=participants_led_by(reader))
    return rows.select_related(_WHOLE)


def certificate_of(participant) -> Certificate | None:
    rows = Certificate.objects.live().filter(participant=participant)
    return rows.select_related(_WHOLE, "key").first()


def certificate_at(certificate_id) -> Certificate | None:
    """For whoever has its address: the page shows no more than that it holds."""
    return Certificate.objects.select_related(_WHOLE, "key").filter(pk=certificate_id).first()


def keys_published() -> list[SigningKey]:
    """Those that sign and those that did; not those that others may have."""
    return list(SigningKey.objects.filter(withdrawn_at=None).order_by("created_at"))


def key_named(kid: str) -> SigningKey | None:
    return SigningKey.objects.filter(kid=kid).first()


def keys_kept_by(reader):
    """The keys of the organizations whose keys this reader looks after, the newest first.

    badges: how many certificates carry a badge that the key signed.
    """
    organizations = programs_for(reader, May.KEEP_KEYS).values("organization")
    rows = SigningKey.objects.filter(organization__in=organizations)
    counted = rows.annotate(badges=Count("certificates"))
    return counted.select_related("organization").order_by("-created_at", "-pk")


def edition_taught(edition_id) -> Edition | None:
    """An edition of which a certificate was given: then what it teaches is public."""
    given = Certificate.objects.values("participant__cohort__edition")
    return Edition.objects.filter(pk=edition_id, pk__in=given).select_related("program").first()


def issuer_at(organization_id):
    """The organization, if it has given a certificate."""
    key = SigningKey.objects.filter(organization=organization_id).select_related("organization")
    row = key.first()
    return row.organization if row else None


def taken_back_by(organization_id) -> list[Certificate]:
    rows = Certificate.objects.filter(participant__cohort__program__organization=organization_id)
    return list(rows.exclude(ended_at=None).order_by("ended_at"))


def credentials_ever_of(account):
    """Also those that were taken off."""
    return Credential.objects.filter(account=account)


def credentials_of(account):
    return Credential.objects.live().filter(account=account).order_by("craft", "-issued_on")


def crafts_of(account) -> set[str]:
    """The crafts in which somebody holds a credential today, ours or from elsewhere."""
    day = today()
    held = {
        row.craft
        for row in credentials_of(account)
        if row.issued_on <= day and (row.expires_on is None or row.expires_on >= day)
    }
    ours = Certificate.objects.live().filter(participant__account=account)
    return held | ({Credential.Craft.HARM_REDUCTION} if ours.exists() else set())


def is_dually_trained(account) -> bool:
    """Holds a current credential in each craft. It follows, and is never ticked."""
    return crafts_of(account) == set(Credential.Craft)


def goals_of(participant):
    rows = PlanGoal.objects.live().filter(participant=participant)
    return rows.select_related("participant__cohort__program").order_by("created_at")


def plan_shared_with(participant):
    return (
        PlanShared.objects.live().filter(participant=participant).select_related("account").first()
    )


def plans_shown_to(reader):
    """Plans that a participant chose to show to this reader."""
    rows = PlanShared.objects.live().filter(account=reader, participant__left_at=None)
    return rows.select_related("participant__cohort__program").order_by("-created_at")


def follow_ups_of(participant):
    rows = FollowUp.objects.filter(participant=participant)
    return rows.select_related("participant__cohort__program").order_by("days")
