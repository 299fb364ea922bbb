"""Making an import ready: all of it, before anybody has to wait.

Planned anew, since what was here at the preview may have changed.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.audit.queries import end_of_trail
from alongside.audit.ready import Ready
from alongside.common.chunks import chunks
from alongside.common.sealing.keyring import NewKeys
from alongside.contacts.actions import Draft, Present
from alongside.contacts.actions.importing import make_contacts_ready
from alongside.contacts.models import Note
from alongside.exchange.cells import safe
from alongside.exchange.fields import CONTACTS
from alongside.exchange.models import Batch, ImportedRow
from alongside.exchange.planning.contacts import PlannedContact
from alongside.exchange.planning.rows import Outcome, Planned, Sheet
from alongside.exchange.queries.batches import pack_plan
from alongside.exchange.queries.planned import counts_of, plan_of
from alongside.exchange.values.phones import read_phone
from alongside.exchange.values.texts import text_of
from alongside.people.actions.importing import make_people_ready, make_told_ready
from alongside.people.models import Recoveree
from alongside.people.queries.importing import Here, people_here, told_already
from alongside.team.models import Account
from alongside.team.queries import coaches_of

CHUNK = 500
_TAKEN = (Outcome.ADDED, Outcome.JOINED)
_ONLY_OF_NEW_PEOPLE = {"rhythm", "death"}


@dataclass(frozen=True)
class ReadyImport:
    """What one import will write, and the end of the trail when its making began."""

    seen: int
    ready: Ready
    keys: NewKeys | None
    counts: dict[str, int]
    plan: bytes
    refused: bytes


def make_ready(batch: Batch, by: Account, progress: Callable[[int], None]) -> ReadyImport:
    """Plan every row, and seal and pack what will be written of it."""
    seen = end_of_trail(batch.program.organization_id)
    here = people_here(by, batch.program)
    sheet, planned, contacts = plan_of(batch, here)
    ready, keys = Ready(by=by, organization_id=batch.program.organization_id), None
    if batch.kind == CONTACTS:
        _contacts(batch, _counted(contacts, progress), here, ready)
        _rows(batch, planned, "contacts.contact", ready)
    else:
        keys = _people(batch, planned, here, ready)
        _rows(batch, planned, "people.recoveree", ready)
    refused = refused_file(sheet, planned)
    return ReadyImport(seen, ready, keys, counts_of(planned), pack_plan(planned), refused)


def _people(batch: Batch, planned: list[Planned], here: dict, ready: Ready) -> NewKeys | None:
    new = [(row.target, row.called) for row in planned if row.outcome == Outcome.ADDED]
    people, keys = make_people_ready(new, program=batch.program, ready=ready)
    told = _new_told(planned, {person.pk: person for person in people}, here)
    with keys.at_hand():
        made = make_told_ready(told, program=batch.program, ready=ready)
    for chunk in chunks(made, CHUNK):
        ready.add(_imported(batch, kind=row._meta.label_lower, object_id=row.pk) for row in chunk)
    return keys


def _imported(batch: Batch, **told) -> ImportedRow:
    return ImportedRow(batch=batch, program=batch.program, **told)


def _new_told(
    planned: list[Planned], people: dict[UUID, Recoveree], here: dict[UUID, Here]
) -> Iterator[tuple[Recoveree, str, dict]]:
    """What is not in these people's records yet. Nothing there is written over."""
    joined = {row.target for row in planned if row.outcome == Outcome.JOINED} - set(people)
    have = {pk: {_key_of(*key) for key in keys} for pk, keys in told_already(joined).items()}
    for row in planned:
        if row.outcome not in _TAKEN:
            continue
        person = people.get(row.target) or here[row.target].person
        for kind, fields in row.told:
            key = _told_key(kind, fields)
            is_old = kind in _ONLY_OF_NEW_PEOPLE and row.target not in people
            if is_old or key in have.setdefault(row.target, set()):
                continue
            have[row.target].add(key)
            yield person, kind, _columns(kind, fields)


def _key_of(kind: str, *rest) -> tuple:
    if kind == "way":
        phone = read_phone(rest[0])
        return (kind, phone.digits if phone else rest[0].casefold())
    return (kind, *rest)


def _told_key(kind: str, fields: dict) -> tuple:
    match kind:
        case "answer":
            return (kind, fields["question"])
        case "way":
            return (kind, fields["digits"])
        case "old_word":
            return (kind, fields["heading"], fields["words"])
        case "pairing":
            return (kind, UUID(str(fields["coach"])))
    return (kind,)


def _columns(kind: str, fields: dict) -> dict:
    if kind == "pairing":
        return {"coach_id": UUID(str(fields["coach"]))}
    return {name: value for name, value in fields.items() if name != "digits"}


def _counted(things: list, progress: Callable[[int], None]) -> Iterator:
    """Each thing once, let go of when it is done."""
    things.reverse()
    for done in range(len(things)):
        if done % 250 == 0:
            progress(done)
        yield things.pop()


def _contacts(batch: Batch, contacts: Iterable[PlannedContact], here: dict, ready: Ready) -> None:
    staff = {str(account.pk): account for account in staff_of(batch.program)}
    drafts = (_draft(contact, staff.get(contact.staff), here) for contact in contacts)
    make_contacts_ready(drafts, program=batch.program, by=ready.by, batch_id=batch.pk, ready=ready)


def _draft(contact: PlannedContact, account: Account | None, here: dict[UUID, Here]) -> Draft:
    return Draft(
        id=contact.id,
        how=contact.how,
        at=contact.at,
        when_known=contact.when_known,
        minutes=contact.minutes,
        is_circle=contact.is_circle,
        staff=account,
        staff_name="" if account else contact.staff_name or "?",
        present=[
            Present(here[pk].person, note=body, note_origin=Note.Origin.OLD_SYSTEM)
            for pk, body in contact.came.items()
        ],
    )


def staff_of(program) -> list[Account]:
    """To whom a spelling in an old list can be matched."""
    return list(coaches_of(program))


def _rows(batch: Batch, planned: list[Planned], kind: str, ready: Ready) -> None:
    taken = {row.fingerprint: row for row in reversed(planned) if row.outcome in _TAKEN}
    for chunk in chunks(reversed(taken.values()), CHUNK):
        ready.add(
            _imported(
                batch,
                fingerprint=row.fingerprint,
                number=row.number_hash or None,
                kind=kind,
                object_id=row.target,
                is_made=row.outcome == Outcome.ADDED,
            )
            for row in chunk
        )


def refused_file(sheet: Sheet, planned: list[Planned]) -> bytes:
    """The refused rows as they were brought, with why, as a CSV that any program opens."""
    why = {row.number: row.why for row in planned if row.outcome == Outcome.REFUSED}
    if not why:
        return b""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*map(safe, sheet.headings), _("Why it was not taken in")])
    for number, cells in sheet.rows:
        if number in why:
            texts = [safe(text_of(cell)) for cell in cells[: len(sheet.headings)]]
            texts += [""] * (len(sheet.headings) - len(texts))
            writer.writerow([*texts, why[number]])
    return out.getvalue().encode("utf-8-sig")
