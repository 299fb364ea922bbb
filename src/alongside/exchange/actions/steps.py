"""The steps before anything is written about anybody: only the batch itself changes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.errors import NotAllowed
from alongside.common.sealing.cipher import new_key
from alongside.exchange.fields import BY_KEY, LEFT_OUT, OLD_WORDS
from alongside.exchange.models import Batch, Recognition, RememberedMapping
from alongside.exchange.planning.rows import Choices
from alongside.exchange.queries.batches import pack_plan
from alongside.exchange.queries.planned import (
    counts_of,
    hash_of_headings,
    mapping_of,
    plan_of,
    remembered_for,
)
from alongside.exchange.reading.books import Book, open_book
from alongside.exchange.reading.guesses import guess_columns, headings_of
from alongside.exchange.reading.packed import pack
from alongside.team.models import Account, Program
from alongside.team.queries import programs_for
from alongside.team.roles import May

_OPEN = {Batch.Step.SHEET, Batch.Step.COLUMNS, Batch.Step.QUESTIONS, Batch.Step.PREVIEW}


@dataclass(frozen=True)
class ChosenSheet:
    """A sheet to be brought: its name, the row with the headings, and what it holds."""

    name: str
    header_row: int
    kind: str


@transaction.atomic
def bring(
    *, program: Program, by: Account, file_name: str, data: bytes, id: UUID | None = None
) -> Batch:
    """Keep a file, sealed, until it is confirmed or left. Raises NotASheet.

    The same id twice is the same file sent twice.
    """
    check_right(by, program)
    if id and (known := Batch.objects.filter(pk=id, by=by, program=program).first()):
        return known
    open_book(data, most=50)
    Recognition.objects.get_or_create(program=program, defaults={"key": new_key()})
    batch = Batch(program=program, by=by, file_name=file_name[:200], file=data)
    if id:
        batch.id = id
    batch.save(force_insert=True)
    trail.record("import.bring", batch, by=by)
    return batch


def check_right(by: Account, program: Program) -> None:
    if not programs_for(by, May.IMPORT).filter(pk=program.pk).exists():
        raise NotAllowed(_("You may not bring lists into this program."))


@transaction.atomic
def choose_sheets(*, batch: Batch, sheets: Sequence[ChosenSheet], by: Account) -> list[Batch]:
    """One batch for each sheet, the lists of people first. The columns are guessed."""
    _check_open(batch)
    if not sheets:
        raise NotAllowed(_("Choose at least one sheet."))
    if batch.step != Batch.Step.SHEET:
        raise NotAllowed(_("The sheet has been chosen. Bring the file again to choose anew."))
    first, *others = sorted(sheets, key=lambda sheet: sheet.kind != Batch.Kind.PEOPLE)
    book = open_book(bytes(batch.file))
    batches = [_begin(batch, first, book)]
    for sheet in others:
        also = Batch(program=batch.program, by=by, file_name=batch.file_name)
        batches.append(_begin(also, sheet, book))
    return batches


def _begin(batch: Batch, sheet: ChosenSheet, book: Book) -> Batch:
    """From here on the batch keeps the rows of its sheet and nothing else of the file."""
    batch.sheet, batch.header_row, batch.kind = sheet.name, sheet.header_row, sheet.kind
    batch.step = Batch.Step.COLUMNS
    rows = book.rows(sheet.name)
    batch.file = pack(rows)
    headings = headings_of(rows, sheet.header_row)
    remembered = remembered_for(batch.program, [sheet.kind, *headings])
    if remembered:
        batch.mapping = remembered.mapping
    else:
        below = [row for row in rows if row[0] > sheet.header_row]
        columns = guess_columns(headings, below, sheet.kind)
        batch.mapping = json.dumps({"columns": columns, "choices": {}})
    batch.save()
    return batch


@transaction.atomic
def map_columns(*, batch: Batch, columns: Sequence[str], by: Account) -> Batch:
    """Say which field each column goes to; no field twice. Raises NotAllowed."""
    _check_open(batch)
    fields = [key for key in columns if key not in (LEFT_OUT, OLD_WORDS)]
    if not set(fields) <= set(BY_KEY[batch.kind]) or len(set(fields)) < len(fields):
        raise NotAllowed(_("Two columns go to the same place. Choose another one for one of them."))
    if not set(fields) & {"name", "first_name", "last_name", "called", "number"}:
        raise NotAllowed(_("Say which column holds the names."))
    batch.mapping = json.dumps({**mapping_of(batch), "columns": list(columns)})
    batch.step = Batch.Step.QUESTIONS
    batch.save()
    return batch


def answer(*, batch: Batch, choices: Choices, by: Account) -> Batch:
    """Answer what was asked, and work out what would come of every row."""
    _check_open(batch)
    batch.mapping = json.dumps({**mapping_of(batch), "choices": choices.stored()})
    sheet, planned, _contacts = plan_of(batch)
    batch.plan, batch.counts = pack_plan(planned), counts_of(planned)
    batch.step = Batch.Step.PREVIEW
    with transaction.atomic():
        batch.save()
        _remember(batch, sheet.headings)
        trail.record("import.preview", batch, by=by)
    return batch


def _remember(batch: Batch, names: Sequence[str]) -> None:
    headings = hash_of_headings(batch.program, [batch.kind, *names])
    remembered = RememberedMapping.objects.filter(program=batch.program, headings=headings).first()
    remembered = remembered or RememberedMapping(program=batch.program, headings=headings)
    remembered.mapping = batch.mapping
    remembered.save()


def step_back(*, batch: Batch, step: str) -> Batch:
    """Go back to a step that was taken."""
    _check_open(batch)
    batch.step = step
    batch.save(update_fields=["step"])
    return batch


@transaction.atomic
def leave(*, batch: Batch, by: Account) -> None:
    """Not this one: the file and all that was read of it are gone."""
    _check_open(batch, Batch.Step.FAILED)
    trail.record("import.leave", batch, by=by)
    batch.delete()


def _check_open(batch: Batch, *also: str) -> None:
    if batch.step not in _OPEN | set(also):
        raise NotAllowed(_("This import is done. Bring the file again to begin anew."))
