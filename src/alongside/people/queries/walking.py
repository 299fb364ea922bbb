"""Who walks with whom."""

from datetime import date

from django.db.models import F, Q

from alongside.common.clock import today
from alongside.people.models import Pairing, Recoveree
from alongside.people.queries.reach import about_one


def pairings_of(person):
    """Everyone who walks or walked with a person, those of today first."""
    return (
        Pairing.objects.filter(about_one(person))
        .select_related("coach", "recoveree")
        .order_by(F("until").desc(nulls_first=True), "-since", "-id")
    )


def walking_today(recoveree: Recoveree):
    """The pairings that hold today."""
    return walking_on(today(), recoveree)


def walking_on(day: date, person):
    return pairings_of(person).filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)
