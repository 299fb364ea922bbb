"""What is open with people and goes along when they are handed over."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import F

from alongside.contacts.models import Appointment, CallWish, Promise
from alongside.people.queries import people_by_record, standing_for


@dataclass
class Open:
    """What is open with one person."""

    promises: list[Promise] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    calls: list[CallWish] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.promises or self.appointments or self.calls)


def open_with(recoveree) -> Open:
    """What is open with a person whom the reader already reached, whoever holds it."""
    return _open_with([recoveree.pk])[recoveree.pk]


def held_by(coach, records: Iterable[UUID]) -> dict[UUID, Open]:
    """What this coach holds with whoever each of these records is. Five queries."""
    person_of = standing_for(records)
    by_person = _open_with(set(person_of.values()), coach=coach.pk)
    return {record: by_person[person] for record, person in person_of.items()}


def _open_with(people: Iterable[UUID], **held) -> dict[UUID, Open]:
    owner = people_by_record(people)
    found: dict[UUID, Open] = defaultdict(Open)
    if not owner:
        return found
    for model, name, order in KINDS:
        rows = model.objects.live().filter(recoveree__in=owner, **held)
        for row in rows.select_related("coach").order_by(order, "pk"):
            getattr(found[owner[row.recoveree_id]], name).append(row)
    return found


KINDS = (
    (Promise, "promises", F("due_on").asc(nulls_last=True)),
    (Appointment, "appointments", "at"),
    (CallWish, "calls", "next_on"),
)
