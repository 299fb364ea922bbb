"""The latest of something for each of some people, also where it lies on a joined record.

Two queries each: who the records are, and one step into an index for every record.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from alongside.common.compiled import Ids, compiled_once
from alongside.contacts.models import Attendance, CallAttempt
from alongside.people.models import Recoveree
from alongside.people.queries import people_by_record, standing_for
from alongside.people.queries.cards import Card


def last_met(people: Iterable[UUID]) -> dict[UUID, datetime]:
    """When each of these people was last met; without those who never were."""
    owner = people_by_record(people)
    latest: dict[UUID, datetime] = {}
    for record, at in _met(Ids(owner)):
        if at is not None:
            latest[owner[record]] = max(at, latest.get(owner[record], at))
    return latest


def add_last_met(cards: list[Card]) -> None:
    """Write on each card when its person was last met. One query: a card knows the records."""
    card_of = {record: card for card in cards for record in card.records}
    for record, at in _met(Ids(card_of)):
        if at is not None:
            card = card_of[record]
            card.last_contact = max(at, card.last_contact or at)


@compiled_once
def _met(records: Ids):
    met = Attendance.objects.filter(recoveree=OuterRef("pk"), at__isnull=False)
    return _latest(records, at=met.order_by("-at").values("at"))


def last_tried(records: Iterable[UUID]) -> dict[UUID, tuple[datetime, str]]:
    """The latest try to call whoever each of these records is: when, and what came of it."""
    person_of = standing_for(records)
    owner = people_by_record(set(person_of.values()))
    latest: dict[UUID, tuple[datetime, str]] = {}
    for record, at, outcome in _tried(Ids(owner)):
        if at is not None:
            person = owner[record]
            latest[person] = max((at, outcome), latest.get(person, (at, outcome)))
    return {record: latest[person] for record, person in person_of.items() if person in latest}


@compiled_once
def _tried(records: Ids):
    tries = CallAttempt.objects.filter(recoveree=OuterRef("pk")).order_by("-at")
    return _latest(records, at=tries.values("at"), outcome=tries.values("outcome"))


def _latest(records: Ids, **rows):
    """Each of these records with values of the first of these rows, or nothing."""
    found = {f"latest_{name}": Subquery(values[:1]) for name, values in rows.items()}
    return Recoveree.objects.filter(pk__in=records).annotate(**found).values_list("pk", *found)
