"""Taking in what an old list told of many people at once, and taking it back."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.chunks import chunks
from alongside.common.errors import NotAllowed
from alongside.people.models import (
    AboutPerson,
    Answer,
    Death,
    OldWord,
    Pairing,
    Recoveree,
    Reply,
    Rhythm,
    Way,
    Whereabouts,
)
from alongside.team.models import Account, Program

#: What a list can tell of a person: the row, and what holds whatever the list says.
TOLD: dict[str, tuple[type[AboutPerson], dict]] = {
    "answer": (Answer, {"reply": Reply.ANSWERED}),
    "way": (Way, {}),
    "old_word": (OldWord, {}),
    "whereabouts": (Whereabouts, {"said_by_person": False}),
    "rhythm": (Rhythm, {"kind": Rhythm.Kind.AWAKE}),
    "pairing": (Pairing, {}),
    "death": (Death, {}),
}
CHUNK = 500


@transaction.atomic
def take_in_told(
    told: Iterable[tuple[Recoveree, str, dict]], *, program: Program, by: Account
) -> list[AboutPerson]:
    """Store what an old list told: (person, a kind of `TOLD`, fields). Returns the rows."""
    rows: dict[str, list[AboutPerson]] = {kind: [] for kind in TOLD}
    for person, kind, fields in told:
        if person.program_id != program.pk:
            raise NotAllowed("This person is not in this program.")
        model, fixed = TOLD[kind]
        rows[kind].append(model(recoveree=person, by=by, **fixed, **fields))
    stored: list[AboutPerson] = []
    for kind, some in rows.items():
        TOLD[kind][0]._default_manager.bulk_create(some, batch_size=CHUNK)
        stored += some
    lines = [
        trail.Line("told.take_in", row._meta.label_lower, row.pk, row.recoveree_id, program.pk)
        for row in stored
    ]
    trail.write(lines, by=by, organization_id=program.organization_id)
    return stored


@transaction.atomic
def take_back_told(
    ids: dict[str, list[UUID]], *, people: list[UUID], program: Program, by: Account
) -> None:
    """Take back what an import told, and the people whom it began with.

    ids: the rows by their table's label. Refused by the database if anything else hangs
    on a person: whoever calls asks `built_on` first.
    """
    lines = []
    for model, _fixed in TOLD.values():
        for chunk in chunks(ids.get(model._meta.label_lower, []), CHUNK):
            mine = model._default_manager.filter(pk__in=chunk, recoveree__program=program)
            mine.delete()
    for chunk in chunks(people, CHUNK):
        Recoveree.objects.filter(pk__in=chunk, program=program).delete()
        lines += [
            trail.Line("recoveree.take_back", "people.recoveree", pk, pk, program.pk)
            for pk in chunk
        ]
    trail.write(lines, by=by, organization_id=program.organization_id)
