"""One contact with all that its page shows, for someone.

It begins with the few people who were there and asks whom of them the reader reaches;
all whom the reader reaches, a whole program perhaps, are never gathered for it.
"""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from alongside.common.compiled import Ids, One, compiled_once
from alongside.contacts.models import (
    Attendance,
    CircleNote,
    Contact,
    Given,
    MoveFor,
    MoveMade,
    Note,
    Promise,
    Reversal,
)
from alongside.contacts.queries.contacts import contacts_in
from alongside.people.queries import people_by_record, recoverees_at
from alongside.people.queries.reach import Scope, scope_of
from alongside.team.roles import May


@dataclass(frozen=True)
class Receipt:
    """A contact, and of the people in it what is within a reader's reach.

    concerns: what the moves were for, each once. notes: each with the `later` ones that
    correct it.
    """

    contact: Contact
    people: list[Attendance]
    moves: list[MoveMade]
    concerns: list[str]
    given: list[Given]
    reversals: list[Reversal]
    notes: list[Note]
    circle_notes: list[CircleNote]
    promises: list[Promise]


def contact_at(reader, contact_id: UUID) -> Contact | None:
    """The contact at this address, if this reader may read it."""
    return next(iter(_contact_at(scope_of(reader, May.READ_CONTACTS), One(contact_id))), None)


@compiled_once
def _contact_at(scope: Scope, contact_id: One):
    return contacts_in(scope).filter(pk=contact_id)


def receipt_of(contact: Contact, reader) -> Receipt:
    """All that a page shows of a contact that this reader may read."""
    here = One(contact.pk)
    people = _people(here)
    reached = recoverees_at(reader, May.READ_CONTACTS, [one.recoveree_id for one in people])
    theirs = Ids(people_by_record([person.pk for person in reached]))
    return Receipt(
        contact=contact,
        people=[one for one in people if one.recoveree_id in theirs],
        moves=_moves(here),
        concerns=list({row.concern_id: row.concern.name for row in _for(here, theirs)}.values()),
        given=_given(here),
        reversals=_reversals(here),
        notes=_corrected(_notes(here, theirs)),
        circle_notes=_circle_notes(here),
        promises=_promises(here, theirs),
    )


def _corrected(notes: list[Note]) -> list[Note]:
    later = defaultdict(list)
    for note in _corrections(Ids(note.pk for note in notes)):
        later[note.corrects_id].append(note)
    for note in notes:
        note.later = later[note.pk]
    return notes


@compiled_once
def _people(contact: One):
    rows = Attendance.objects.filter(contact=contact)
    return rows.select_related("recoveree").order_by("pk")


@compiled_once
def _moves(contact: One):
    rows = MoveMade.objects.filter(contact=contact)
    return rows.select_related("move").order_by("move__order", "pk")


@compiled_once
def _for(contact: One, theirs: Ids):
    rows = MoveFor.objects.filter(made__contact=contact, concern__recoveree__in=theirs)
    return rows.select_related("concern").order_by("pk")


@compiled_once
def _given(contact: One):
    rows = Given.objects.filter(contact=contact)
    return rows.select_related("item").order_by("item__order", "pk")


@compiled_once
def _reversals(contact: One):
    return Reversal.objects.filter(contact=contact)


@compiled_once
def _notes(contact: One, theirs: Ids):
    rows = Note.objects.filter(contact=contact, recoveree__in=theirs, corrects=None)
    return rows.select_related("by", "recoveree__program").order_by("pk")


@compiled_once
def _corrections(notes: Ids):
    return Note.objects.filter(corrects__in=notes).select_related("by").order_by("created_at")


@compiled_once
def _circle_notes(contact: One):
    return CircleNote.objects.filter(contact=contact).select_related("by").order_by("pk")


@compiled_once
def _promises(contact: One, theirs: Ids):
    rows = Promise.objects.filter(contact=contact, recoveree__in=theirs)
    return rows.select_related("recoveree").order_by("pk")
