"""Opening a file that somebody brought: .xlsx or .csv, row by row, and nothing is evaluated.

A file is hostile until shown otherwise: sizes are limited before anything is unpacked, a
formula stays the text that it is, and whatever cannot be read is told in a plain sentence.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from warnings import catch_warnings, simplefilter

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from alongside.common.errors import NotAllowed

LARGEST_FILE = 25 * 1024 * 1024
LARGEST_UNPACKED = 600 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 120
LONGEST_CELL = 20_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DELIMITERS = ",;\t|"

Row = tuple[int, list]


class NotASheet(NotAllowed):
    """The file cannot be read, with the reason and what to do."""


@dataclass
class Book:
    """A file's sheets by name, with their rows: a number as the sheet counts, and cells."""

    sheets: dict[str, list[Row]] = field(default_factory=dict)

    def rows(self, sheet: str) -> list[Row]:
        return self.sheets.get(sheet, [])


def open_book(data: bytes, *, only: str | None = None, most: int = MOST_ROWS) -> Book:
    """Read a file. Raises NotASheet.

    only: the one sheet to read. most: how many rows of each sheet to read.
    """
    _check_size(data)
    if data[:8] == _OLE:
        raise NotASheet(_old_or_locked(data))
    if data[:4] == b"PK\x03\x04":
        book = _open_xlsx(data, only, most)
    else:
        book = _open_csv(data, most)
    if not any(book.sheets.values()):
        raise NotASheet(_("There are no rows in this file. Choose the one that holds your list."))
    return book


def _check_size(data: bytes) -> None:
    if not data.strip():
        raise NotASheet(_("This file is empty. Choose the one that holds your list."))
    if len(data) > LARGEST_FILE:
        raise NotASheet(
            _("This file is larger than 25 MB. Split it into smaller ones, by year for example.")
        )


def _old_or_locked(data: bytes) -> str:
    if _ENCRYPTED in data:
        return _("This file is locked with a password. Save a copy without one, and bring that.")
    return _("This is an old Excel file (.xls). Open it, save it as .xlsx, and bring that.")


def _open_xlsx(data: bytes, only: str | None, most: int) -> Book:
    _check_package(data)
    try:
        with catch_warnings():
            simplefilter("ignore")
            workbook = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            names = [s.title for s in workbook.worksheets if only in (None, s.title)]
            return Book({name: list(_rows_of(workbook[name], most)) for name in names})
    except NotASheet:
        raise
    except Exception as error:  # a broken file breaks the library in many ways
        raise NotASheet(
            _("This file could not be read. Open it, save it anew as .xlsx, and bring that.")
        ) from error


def _check_package(data: bytes) -> None:
    """Refuse a zip that is no workbook, unpacks to far too much, or declares entities."""
    not_a_sheet = NotASheet(_("This is not a spreadsheet. Bring an .xlsx or a .csv file."))
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
        if "xl/workbook.xml" not in {part.filename for part in parts}:
            raise not_a_sheet
        if sum(part.file_size for part in parts) > LARGEST_UNPACKED or len(parts) > 5000:
            raise NotASheet(_("This file unpacks to far more than a list would hold."))
        for part in parts:
            with package.open(part) as opened:
                if b"<!DOCTYPE" in opened.read(2048):
                    raise not_a_sheet
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise not_a_sheet from None


def _rows_of(sheet, most: int) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > most:
            if most == MOST_ROWS:
                raise NotASheet(_("A sheet in this file has more than 200,000 rows. Split it."))
            return
        yield number, [_plain(cell) for cell in cells[:MOST_COLUMNS]]


def _plain(cell):
    if isinstance(cell, (ArrayFormula, DataTableFormula)):
        return str(getattr(cell, "text", "") or "")[:LONGEST_CELL]
    return cell[:LONGEST_CELL] if isinstance(cell, str) else cell


def _open_csv(data: bytes, most: int) -> Book:
    text = _decoded(data)
    csv.field_size_limit(1024 * 1024)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    rows = []
    try:
        for number, cells in enumerate(reader, start=1):
            if number > most:
                break
            rows.append((number, [c[:LONGEST_CELL] or None for c in cells[:MOST_COLUMNS]]))
    except csv.Error:
        raise NotASheet(_("This is not a spreadsheet. Bring an .xlsx or a .csv file.")) from None
    if most == MOST_ROWS == len(rows):
        raise NotASheet(_("A sheet in this file has more than 200,000 rows. Split it."))
    return Book({"": rows})


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data[:4096] or data[:5] == b"%PDF-":
        raise NotASheet(_("This is not a spreadsheet. Bring an .xlsx or a .csv file."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The sign that splits most lines of the beginning into the same number of cells."""
    lines = [line for line in text[:20_000].splitlines()[:30] if line.strip()]

    def fitness(delimiter: str) -> tuple[int, int]:
        counts = [len(cells) for cells in csv.reader(lines, delimiter=delimiter)]
        common = max(set(counts), key=lambda n: (counts.count(n), n)) if counts else 1
        return (counts.count(common) if common > 1 else 0, common)

    try:
        return max(_DELIMITERS, key=fitness)
    except csv.Error:
        return ","
