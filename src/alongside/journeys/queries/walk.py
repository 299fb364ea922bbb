"""Concerns, and what was seen and said of them."""

from uuid import UUID

from alongside.common.compiled import Ids, compiled_once
from alongside.journeys.models import ChangeTalk, Concern, Sighting
from alongside.people.models import Recoveree
from alongside.people.queries import about_one, people_by_record


def concerns_of(recoveree: Recoveree):
    """What the person named, the earliest first; each knows whether it rests. Two queries."""
    rows = Concern.objects.filter(about_one(recoveree)).prefetch_related("rhythms")
    return rows.order_by("named_on", "id")


_concerns = compiled_once(concerns_of)


def concerns_of_each(people) -> dict[UUID, list[Concern]]:
    """By person: what they named and does not rest. Three queries, however many people."""
    whose = people_by_record([person.pk for person in people])
    by_person: dict[UUID, list[Concern]] = {}
    for concern in _concerns(Ids(whose)):
        if not concern.is_resting:
            by_person.setdefault(whose[concern.recoveree_id], []).append(concern)
    return by_person


def sightings_of(recoveree: Recoveree):
    """Every sighting there is, the latest day first, with its corrections."""
    rows = Sighting.objects.filter(about_one(recoveree)).select_related("stage", "concern", "by")
    return rows.prefetch_related("corrections").order_by("-seen_on", "-id")


def sightings_that_hold(recoveree: Recoveree):
    """Those that no later row corrects: what is drawn."""
    return sightings_of(recoveree).filter(corrections=None)


def talks_of(recoveree: Recoveree):
    """How the person spoke of change, the latest first."""
    return ChangeTalk.objects.filter(about_one(recoveree)).order_by("-said_on", "-id")
