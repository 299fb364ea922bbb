"""Sightings as the picture of the walk needs them: many, and little of each."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from alongside.common.compiled import Ids, compiled_once
from alongside.journeys.models import Sighting
from alongside.people.models import Recoveree
from alongside.people.queries import ids_of


class Seen(NamedTuple):
    """A sighting without its words."""

    id: UUID
    concern_id: UUID | None
    stage_id: UUID | None
    answer: str
    seen_on: date
    said_by_person: bool
    writer: str


FIELDS = ("id", "concern_id", "stage_id", "answer", "seen_on", "said_by_person", "by__name")


def sightings_to_draw(recoveree: Recoveree) -> list[Seen]:
    """Those that no later row corrects, the earliest first."""
    return list(map(Seen._make, _seen(Ids(ids_of(recoveree)))))


def words_of_sightings(recoveree: Recoveree, *, year: int | None) -> Callable[[UUID], str]:
    """What was said with a sighting of one year (of any, without one), opened when asked for."""
    sealed = dict(_words(Ids(ids_of(recoveree)), year))
    words = Sighting._meta.get_field("words")
    return lambda sighting_id: words.open(sealed[sighting_id], sighting_id)


@compiled_once
def _seen(records: Ids):
    return _that_hold(records).order_by("seen_on", "id").values_list(*FIELDS)


@compiled_once
def _words(records: Ids, year: int | None):
    rows = _that_hold(records).values_list("id", "words")
    return rows.filter(seen_on__year=year) if year else rows


def _that_hold(records: Ids):
    return Sighting.objects.filter(recoveree__in=records, corrections=None)
