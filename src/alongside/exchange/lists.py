"""Lists that go out, for a spreadsheet: what the reader may see, and no cell a formula."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from alongside.audit import trail
from alongside.common.clock import local
from alongside.common.errors import NotAllowed
from alongside.consent.actions import permit_archive, send_archive_under
from alongside.exchange.cells import safe
from alongside.exchange.contact_lists import contact_rows, note_rows
from alongside.people.queries import recoverees_for
from alongside.people.queries.exporting import people_to_export
from alongside.people.questions import QUESTIONS
from alongside.team.models import Account, Program
from alongside.team.queries import programs_for
from alongside.team.roles import May

Row = list[str | int | None]


def people_rows(by: Account, program: Program) -> Iterator[Row]:
    asked = [question.key for question in QUESTIONS]
    yield [
        *(_("id"), _("since"), _("called"), _("ways to reach them"), _("where they are")),
        *(str(question.label) for question in QUESTIONS),
    ]
    for whole in people_to_export(by, program):
        ways = "\n".join(_way(way) for way in whole.ways)
        where = whole.whereabouts
        place = f"{where.get_kind_display()} {where.place}".strip() if where else ""
        started = _moment(whole.person.created_at)
        first = [str(whole.person.pk), started, whole.person.called, ways, place]
        yield [*first, *(whole.answers.get(key, "") for key in asked)]


def _way(way) -> str:
    parts = [f"{way.get_kind_display()}: {way.address}", way.times, way.care]
    parts.insert(1, _("message: %s") % way.get_may_leave_message_display())
    return " · ".join(part for part in parts if part)


def _moment(at: datetime | None) -> str:
    return local(at).strftime("%Y-%m-%d %H:%M") if at else ""


LISTS = {"people": people_rows, "contacts": contact_rows, "notes": note_rows}


@transaction.atomic
def list_file(what: str, form: str, *, program: Program, by: Account) -> bytes:
    """One list as a CSV or XLSX file, with a line in each person's accounting.

    what: a key of `LISTS`. form: "csv" or "xlsx". Raises NotAllowed.
    """
    if not programs_for(by, May.EXPORT).filter(pk=program.pk).exists():
        raise NotAllowed(_("You may not take a copy of this program."))
    permits = permit_archive(
        recoverees=recoverees_for(by, May.EXPORT).filter(program=program),
        organization_id=program.organization_id,
        by=by,
        recipient=program.organization.name,
        purpose=_("the program's own list"),
        what=what,
    )
    rows = LISTS[what](by, program)
    file = as_csv(rows) if form == "csv" else as_xlsx(rows, what)
    send_archive_under(permits.values())
    trail.record("list.export", program, by=by, detail=f"{what} {form}")
    return file


def as_csv(rows: Iterable[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([safe(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Iterable[Row], title: str) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet, value):
    """A text stays a text: its type is said, so that `=1+1` is no formula even unescaped."""
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet)
    cell._value, cell.data_type = safe(_printable(value))[:32_000], "s"
    return cell


def _printable(text: str) -> str:
    return "".join(c for c in text if c in "\n\t" or c >= " ")
