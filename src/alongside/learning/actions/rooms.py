"""Telling everybody in a room that something is new."""

from django.db.models import F

from alongside.learning.models import Cohort, Room


def hold(cohort: Cohort) -> Room:
    """The room, locked: what is decided from now on is decided by one at a time."""
    return (
        Room.objects.select_for_update(of=("self",))
        .select_related("cohort__program", "slot")
        .get(cohort=cohort)
    )


def tell_all(cohort: Cohort) -> None:
    """What everybody sees has changed."""
    Room.objects.filter(cohort=cohort).update(version=F("version") + 1)


def count_one(cohort: Cohort) -> None:
    """Somebody answered: of interest to who leads, and to lists that grow."""
    Room.objects.filter(cohort=cohort).update(tally=F("tally") + 1)
