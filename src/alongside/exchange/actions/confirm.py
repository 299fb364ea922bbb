"""Confirming an import: all of it in one transaction, or none."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import now
from alongside.common.errors import NotAllowed
from alongside.contacts.actions import Draft, Present, record_contacts
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
from alongside.people.actions.importing import take_in_told
from alongside.people.actions.start import start_people
from alongside.people.models import Recoveree
from alongside.people.queries.importing import Here, people_here, told_already
from alongside.team.models import Account
from alongside.team.queries import coaches_of

_TAKEN = (Outcome.ADDED, Outcome.JOINED)
_ONLY_OF_NEW_PEOPLE = {"rhythm", "death"}


def confirm(
    *, batch: Batch, by: Account, progress: Callable[[int], None] = lambda done: None
) -> Batch:
    """Take the rows in. Confirmed twice, they are taken in once.

    progress: told how many rows are done, now and then.

    Planned anew, since what was here at the preview may have changed; before the
    transaction, so that others wait only for the writing, and once more within it if
    another import was confirmed or taken back meanwhile.
    """
    if batch.file is None:
        raise NotAllowed(_("This import has been confirmed before."))
    marks = _others(batch)
    here = people_here(by, batch.program)
    sheet, planned, contacts = plan_of(batch, here)
    with transaction.atomic():
        claimed = Batch.objects.filter(pk=batch.pk, confirmed_at=None, step=Batch.Step.WORKING)
        if not list(claimed.select_for_update().values_list("pk")):
            raise NotAllowed(_("This import has been confirmed before."))
        if _others(batch) != marks:
            here = people_here(by, batch.program)
            sheet, planned, contacts = plan_of(batch, here)
        if batch.kind == CONTACTS:
            _take_in_contacts(batch, _counted(contacts, progress), here, by)
            _keep_rows(batch, planned, "contacts.contact")
        else:
            _take_in_people(batch, planned, here, by)
            _keep_rows(batch, planned, "people.recoveree")
        _close(batch, sheet, planned)
        trail.record("import.confirm", batch, by=by, detail=_figures(batch))
    return batch


def _others(batch: Batch) -> list:
    """What other imports of this program came to, to see whether that changed."""
    others = Batch.objects.filter(program=batch.program).exclude(pk=batch.pk).order_by("pk")
    return list(others.values_list("pk", "confirmed_at", "undone_at"))


def claim(*, batch: Batch) -> bool:
    """Be the one who does the work; False if somebody else does or did."""
    ready = Batch.objects.filter(pk=batch.pk, step=Batch.Step.PREVIEW)
    is_mine = ready.update(step=Batch.Step.WORKING) == 1
    if is_mine:
        batch.step = Batch.Step.WORKING
    return is_mine


def fail(*, batch: Batch) -> None:
    """Something broke, nothing was taken in: it can be tried again or left."""
    working = Batch.objects.filter(pk=batch.pk, confirmed_at=None, step=Batch.Step.WORKING)
    working.update(step=Batch.Step.FAILED)


@transaction.atomic
def take_up_again(*, batch: Batch, by: Account) -> None:
    """Back to the preview, after work that failed or was cut off: nothing was taken in.

    Should the work go on after all, it finds the batch no longer its own and writes nothing.
    """
    stopped = Batch.objects.filter(
        pk=batch.pk, confirmed_at=None, step__in=[Batch.Step.WORKING, Batch.Step.FAILED]
    )
    if stopped.update(step=Batch.Step.PREVIEW):
        trail.record("import.take_up", batch, by=by)


def _figures(batch: Batch) -> str:
    return " ".join(f"{outcome}={n}" for outcome, n in sorted(batch.counts.items()))


def _close(batch: Batch, sheet: Sheet, planned: list[Planned]) -> None:
    batch.counts = counts_of(planned)
    batch.refused = refused_file(sheet, planned)
    batch.file, batch.plan = None, pack_plan(planned)
    batch.step, batch.confirmed_at = Batch.Step.DONE, now()
    batch.save()


def _take_in_people(batch: Batch, planned: list[Planned], here: dict, by: Account) -> None:
    new = [(row.target, row.called) for row in planned if row.outcome == Outcome.ADDED]
    people = {person.pk: person for person in start_people(new, program=batch.program, by=by)}
    told = list(_new_told(planned, people, here))
    made = take_in_told(told, program=batch.program, by=by)
    ImportedRow.objects.bulk_create(
        (
            ImportedRow(
                batch=batch, program=batch.program, kind=row._meta.label_lower, object_id=row.pk
            )
            for row in made
        ),
        batch_size=500,
    )


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


def _counted(things: Iterable, progress: Callable[[int], None]) -> Iterator:
    for done, thing in enumerate(things):
        if done % 250 == 0:
            progress(done)
        yield thing


def _take_in_contacts(batch: Batch, contacts: Iterable[PlannedContact], here: dict, by) -> None:
    staff = {str(account.pk): account for account in staff_of(batch.program)}

    def drafts() -> Iterator[Draft]:
        for contact in contacts:
            account = staff.get(contact.staff)
            yield Draft(
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

    record_contacts(drafts(), program=batch.program, by=by, batch_id=batch.pk)


def staff_of(program) -> list[Account]:
    """To whom a spelling in an old list can be matched."""
    return list(coaches_of(program))


def _keep_rows(batch: Batch, planned: list[Planned], kind: str) -> None:
    kept: set[bytes] = set()

    def rows() -> Iterator[ImportedRow]:
        for row in planned:
            if row.outcome in _TAKEN and row.fingerprint not in kept:
                kept.add(row.fingerprint)
                yield ImportedRow(
                    batch=batch,
                    program=batch.program,
                    fingerprint=row.fingerprint,
                    number=row.number_hash or None,
                    kind=kind,
                    object_id=row.target,
                    is_made=row.outcome == Outcome.ADDED,
                )

    ImportedRow.objects.bulk_create(rows(), batch_size=500)


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
