"""Taking in what an old list told of many people at once, and taking it back."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.audit.ready import Ready
from alongside.common.chunks import chunks
from alongside.common.errors import NotAllowed
from alongside.common.inserts import remove
from alongside.common.models import Key
from alongside.common.sealing.keyring import NewKeys
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
    ready = Ready(by=by, organization_id=program.organization_id)
    rows = make_told_ready(told, program=program, ready=ready)
    ready.store_rows()
    ready.store_lines()
    return rows


def make_told_ready(
    told: Iterable[tuple[Recoveree, str, dict]], *, program: Program, ready: Ready
) -> list[AboutPerson]:
    """The same, made ready to be stored later. Keys of new people must be at hand."""
    rows: dict[str, list[AboutPerson]] = {kind: [] for kind in TOLD}
    for person, kind, fields in told:
        if person.program_id != program.pk:
            raise NotAllowed("This person is not in this program.")
        model, fixed = TOLD[kind]
        rows[kind].append(model(recoveree=person, by=ready.by, **fixed, **fields))
    stored = [row for some in rows.values() for row in some]
    for some in rows.values():
        for chunk in chunks(some, CHUNK):
            ready.add(chunk)
    for chunk in chunks(stored, CHUNK):
        ready.tell(
            trail.Line("told.take_in", row._meta.label_lower, row.pk, row.recoveree_id, program.pk)
            for row in chunk
        )
    return stored


def make_people_ready(
    names: Iterable[tuple[UUID, str]], *, program: Program, ready: Ready
) -> tuple[list[Recoveree], NewKeys]:
    """Many people to begin with, each with a key of their own, to be stored later."""
    people = [Recoveree(pk=id, program=program, called=called) for id, called in names]
    keys = NewKeys(program.organization_id, [person.pk for person in people], Key.Kind.PERSON)
    with keys.at_hand():
        for chunk in chunks(people, CHUNK):
            ready.add(chunk)
            ready.tell(trail.line_for("recoveree.start", person) for person in chunk)
    return people, keys


@transaction.atomic
def take_back_told(
    ids: dict[str, list[UUID]], *, people: list[UUID], program: Program, by: Account
) -> None:
    """Take back what an import told, and the people whom it began with.

    ids: the rows by their table's label. Refused by the database if anything else hangs
    on a person: whoever calls asks `built_on` first.
    """
    for model, _fixed in TOLD.values():
        for chunk in chunks(ids.get(model._meta.label_lower, []), CHUNK):
            remove(model._default_manager.filter(pk__in=chunk, recoveree__program=program))
    for chunk in chunks(people, CHUNK):
        remove(Recoveree.objects.filter(pk__in=chunk, program=program))
    ready = Ready(by=by, organization_id=program.organization_id)
    ready.tell(
        trail.Line("recoveree.take_back", "people.recoveree", pk, pk, program.pk) for pk in people
    )
    ready.store_lines()
