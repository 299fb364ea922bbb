"""Recording contacts: one from a page, or thousands from a spreadsheet."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Self
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.chunks import chunks
from alongside.common.clock import now
from alongside.common.errors import NotAllowed, already_used
from alongside.common.ids import new_id
from alongside.common.inserts import Made
from alongside.contacts import policies
from alongside.contacts.actions.once import stored_before
from alongside.contacts.models import (
    Attendance,
    CircleNote,
    Contact,
    Given,
    Item,
    Move,
    MoveFor,
    MoveMade,
    Note,
    Promise,
    Reversal,
)
from alongside.journeys.models import Concern
from alongside.people.models import Recoveree
from alongside.team.models import Account, Program, Site

CHUNK = 500


@dataclass(frozen=True)
class Present:
    """A named person in a contact, and what belongs to them alone."""

    recoveree: Recoveree
    matter: str = ""
    note: str = ""
    note_origin: str = Note.Origin.COACH
    promise: str = ""
    promise_due: date | None = None
    concerns: Sequence[Concern] = ()


@dataclass(frozen=True)
class Draft:
    """A contact to be recorded. `at` None means now, unless the day is not known.

    staff: who had the contact, if it was not who records it. staff_name: an old list's
    spelling of somebody who has no account here. signed_at: when its notes were signed, if
    that was elsewhere, before now.
    """

    present: Sequence[Present] = ()
    id: UUID = field(default_factory=new_id)
    how: str = Contact.How.IN_PERSON
    site: Site | None = None
    at: datetime | None = None
    when_known: str = Contact.When.TIME
    minutes: int | None = None
    is_circle: bool = False
    circle_name: str = ""
    circle_note: str = ""
    others: int = 0
    moves: Sequence[Move] = ()
    given: Mapping[Item, int] = field(default_factory=dict)
    reversals: int = 0
    staff: Account | None = None
    staff_name: str = ""
    signed_at: datetime | None = None


def record_contact(*, program: Program, draft: Draft, by: Account) -> Contact:
    """Record one contact. Sent twice with the same id, it is recorded once.

    Sealed before the transaction, so that others wait for the storing alone. Who comes
    second, even at the same instant, is refused by the key and then finds the first.
    """
    rows = Rows(program, by).ready([draft])
    try:
        with transaction.atomic():
            return rows.store()[0]
    except IntegrityError as taken:
        if known := _recorded_before(program, draft, by):
            return known
        raise NotAllowed(already_used()) from taken


def _recorded_before(program: Program, draft: Draft, by: Account) -> Contact | None:
    """The contact of the same page, sent before. Refused if it told something else."""
    known = stored_before(Contact, draft.id, by, program_id=program.pk, others=draft.others)
    if known and _words_in(known) != Counter((p.recoveree.pk, p.note) for p in draft.present):
        raise NotAllowed(already_used())
    return known


def _words_in(contact: Contact) -> Counter:
    """Who was in a contact, with what was noted then."""
    rows = contact.attendances.values_list("recoveree_id", flat=True)
    notes = {note.recoveree_id: note.body for note in contact.notes.filter(corrects=None)}
    return Counter((person, notes.get(person, "")) for person in rows)


@transaction.atomic(savepoint=False)
def record_contacts(
    drafts: Iterable[Draft], *, program: Program, by: Account, batch_id: UUID | None = None
) -> list[Contact]:
    """Record contacts of one program, in 500s.

    batch_id: the import they come from, by which they can be taken back.
    """
    contacts = []
    for chunk in chunks(drafts, CHUNK):
        contacts += Rows(program, by, batch_id).ready(chunk).store()
    return contacts


class Rows:
    """The rows of some contacts, gathered so that they are stored kind by kind."""

    def __init__(self, program: Program, by: Account, batch_id: UUID | None = None):
        self.program, self.by, self.batch_id = program, by, batch_id
        self.rows: dict[type[models.Model], list] = {
            model: []
            for model in (
                *(Contact, Attendance, MoveMade, MoveFor, Given, Reversal),
                *(Note, CircleNote, Promise),
            )
        }
        self.lines: list[trail.Line] = []
        self.made: list[Made] = []

    def put(self, model, **values):
        row = model(**values)
        self.rows[model].append(row)
        return row

    def add(self, draft: Draft) -> None:
        self.check(draft)
        contact = self.put_contact(draft)
        self.put_moves(contact, draft)
        self.rows[Given] += [
            Given(contact=contact, item=item, quantity=n) for item, n in draft.given.items() if n
        ]
        if draft.reversals:
            self.put(Reversal, contact=contact, count=draft.reversals)
        if draft.circle_note:
            self.put(CircleNote, contact=contact, body=draft.circle_note, by=self.by)
        for present in draft.present:
            self.put_present(contact, present, signed_at=draft.signed_at or now())
        if not draft.present:
            self.lines.append(trail.line_for("contact.record", contact))

    def put_moves(self, contact: Contact, draft: Draft) -> None:
        """Each move once, and what it was for: the concerns chosen with it."""
        concerns = [concern for present in draft.present for concern in present.concerns]
        for move in draft.moves:
            made = self.put(MoveMade, contact=contact, move=move)
            self.rows[MoveFor] += [MoveFor(made=made, concern=concern) for concern in concerns]

    def check(self, draft: Draft) -> None:
        policies.check_somebody_was_there(len(draft.present), draft.others)
        if any(p.recoveree.program_id != self.program.pk for p in draft.present):
            raise NotAllowed(_("This person is not in this program."))

    def put_contact(self, draft: Draft) -> Contact:
        is_known = draft.when_known != Contact.When.NOT_KNOWN
        at = (draft.at or now()) if is_known else None
        if at:
            policies.check_not_ahead(at, now())
        return self.put(
            Contact,
            id=draft.id,
            program=self.program,
            how=draft.how,
            site=draft.site,
            at=at,
            when_known=draft.when_known,
            minutes=draft.minutes,
            is_circle=draft.is_circle,
            circle_name=draft.circle_name,
            others=draft.others,
            staff=draft.staff or (None if draft.staff_name else self.by),
            staff_name=draft.staff_name,
            by=self.by,
            batch_id=self.batch_id,
        )

    def put_present(self, contact: Contact, present: Present, *, signed_at: datetime) -> None:
        about = {"recoveree": present.recoveree, "contact": contact, "by": self.by}
        self.put(Attendance, **about, matter=present.matter, at=contact.at)
        self.write_line("contact.record", contact, present)
        if present.note:
            origin = present.note_origin
            told = {"body": present.note, "origin": origin, "at": contact.at}
            note = self.put(Note, **about, **told, created_at=signed_at)
            self.write_line("note.record", note, present)
        if present.promise:
            promise = self.put(
                Promise,
                **about,
                words=present.promise,
                due_on=present.promise_due,
                coach=contact.staff or self.by,
            )
            self.write_line("promise.make", promise, present)

    def write_line(self, verb: str, row, present: Present) -> None:
        self.lines.append(
            trail.Line(
                verb,
                kind=row._meta.label_lower,
                object_id=row.pk,
                person_id=present.recoveree.pk,
                program_id=self.program.pk,
            )
        )

    def ready(self, drafts: Iterable[Draft]) -> Self:
        """All that these contacts are, sealed: what is left is to `store` it."""
        for draft in drafts:
            self.add(draft)
        self.made = [Made(rows) for rows in self.rows.values() if rows]
        return self

    def store(self) -> list[Contact]:
        for made in self.made:
            made.store()
        trail.write(self.lines, by=self.by, organization_id=self.program.organization_id)
        return self.rows[Contact]
