"""Which cohorts somebody leads or takes part in, and who takes part."""

from django.db.models import Count, Q

from alongside.learning.models import Cohort, CohortDay, Participant, Trainer
from alongside.learning.own import fingerprint
from alongside.team.queries import memberships_of
from alongside.team.roles import May


def cohorts_led_by(reader):
    """The cohorts this reader is a trainer of, as long as they may lead courses there."""
    programs = memberships_of(reader, May.LEAD_COURSES).values("program")
    led = Trainer.objects.live().filter(account=reader.pk).values("cohort")
    return (
        Cohort.objects.filter(pk__in=led, program__in=programs)
        .select_related("program__organization", "room")
        .order_by("-created_at")
    )


def with_numbers(cohorts):
    """The same, each with how many have a seat and how many wait."""
    here = Q(participants__left_at=None)
    return cohorts.annotate(
        seated=Count("participants", filter=here & Q(participants__place="seat")),
        waiting=Count("participants", filter=here & Q(participants__place="waiting")),
    ).prefetch_related("cohortdays")


def trainers_of(cohort):
    rows = Trainer.objects.live().filter(cohort=cohort).order_by("id")
    return rows.select_related("account", "cohort__program")


def participants_led_by(reader):
    """Those who take part in the cohorts that this reader leads."""
    return Participant.objects.filter(cohort__in=cohorts_led_by(reader)).select_related(
        "cohort__program__organization", "account"
    )


def participants_of(cohort):
    """All who take part or wait, in the order in which they came."""
    rows = Participant.objects.filter(cohort=cohort, left_at=None)
    return rows.select_related("cohort__program").order_by("created_at", "pk")


def cohort_by_code(code: str) -> Cohort | None:
    """The cohort that can be joined with this code, however it was typed."""
    plain = "".join(one for one in code.upper() if one.isalnum())
    live = Cohort.objects.live().select_related("program__organization", "edition")
    return live.filter(code=plain).first() if plain else None


def participant_with(secret: str) -> Participant | None:
    """Whose link this is, as long as they have not left."""
    rows = Participant.objects.select_related("cohort__program__organization", "account")
    return rows.filter(key_hash=fingerprint(secret), left_at=None).first() if secret else None


def taken_part_by(account):
    """Where this colleague takes part."""
    rows = Participant.objects.filter(account=account, left_at=None)
    return rows.select_related("cohort__program").order_by("-created_at")


def days_led_by(reader):
    rows = CohortDay.objects.filter(cohort__in=cohorts_led_by(reader))
    return rows.select_related("cohort__program")


def trainers_led_by(reader):
    """Those who lead and those who did, in the cohorts that this reader leads.

    What the reader has ended of their own is here too: ended twice, it answers the same.
    """
    own_past = Q(account=reader.pk, ended_at__isnull=False)
    rows = Trainer.objects.filter(Q(cohort__in=cohorts_led_by(reader)) | own_past)
    return rows.select_related("cohort__program", "account")
