"""The latest of something for each of some people, also where it lies on a joined record.

Two queries each: who the records are, and one step into an index for every record.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from alongside.contacts.models import Attendance, CallAttempt
from alongside.people.models import Recoveree
from alongside.people.queries import people_by_record, standing_for


def last_met(people: Iterable[UUID]) -> dict[UUID, datetime]:
    """When each of these people was last met; without those who never were."""
    met = Attendance.objects.filter(recoveree=OuterRef("pk"), at__isnull=False)
    latest: dict[UUID, datetime] = {}
    for person, (at,) in _latest(people, met.order_by("-at"), "at"):
        latest[person] = max(at, latest.get(person, at))
    return latest


def last_tried(records: Iterable[UUID]) -> dict[UUID, tuple[datetime, str]]:
    """The latest try to call whoever each of these records is: when, and what came of it."""
    person_of = standing_for(records)
    tries = CallAttempt.objects.filter(recoveree=OuterRef("pk")).order_by("-at")
    latest: dict[UUID, tuple[datetime, str]] = {}
    for person, (at, outcome) in _latest(set(person_of.values()), tries, "at", "outcome"):
        latest[person] = max((at, outcome), latest.get(person, (at, outcome)))
    return {record: latest[person] for record, person in person_of.items() if person in latest}


def _latest(people: Iterable[UUID], rows, *names: str):
    """(person, values of the latest row) for each of their records that has one."""
    owner = people_by_record(people)
    found = {f"latest_{name}": Subquery(rows.values(name)[:1]) for name in names}
    records = Recoveree.objects.filter(pk__in=owner).annotate(**found).values_list("pk", *found)
    for record, *values in records:
        if values[0] is not None:
            yield owner[record], values
