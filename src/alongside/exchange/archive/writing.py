"""Writing an archive: row by row, so that its size is the disk's matter and not the memory's."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.consent.actions import send_archive_under
from alongside.exchange.archive.tables import rows_of, tables
from alongside.exchange.archive.values import as_line, line_of
from alongside.exchange.leaving import take_permits
from alongside.team.models import Account, Program

VERSION = 1
AT_A_TIME = 500


def write_archive(
    program: Program, stream: BinaryIO, by: Account, *, recipient: str = "", purpose: str = ""
) -> int:
    """Write everything there is about a program, unsealed. Returns how many rows.

    Each person's accounting of disclosures gets a line. Raises NotAllowed. Whoever calls
    answers for where the stream goes: see `open_private` and `sealed`.
    """
    count = -1  # the header is no row
    for line in lines_of(program, by, recipient=recipient, purpose=purpose):
        stream.write(line)
        count += 1
    return count


def lines_of(program: Program, by: Account, *, recipient="", purpose="") -> Iterator[bytes]:
    """The lines of an archive: a header, then the rows. Permits are taken before the first."""
    permits = take_permits(
        program,
        by,
        what=_("the whole record"),
        purpose=purpose or _("the program's own copy of everything"),
        recipient=recipient,
    )
    own = {permit.disclosure_id for permit in permits.values()}
    return _lines(program, by, permits, own)


def _lines(program: Program, by: Account, permits: dict, own: set) -> Iterator[bytes]:
    digest, count = hashlib.sha256(), 0
    header = {"alongside": "archive", "version": VERSION, "program": str(program.pk)}
    lines = (
        line_of(row) for model in tables() for row in _rows(model, program) if row.pk not in own
    )
    for line in _with_header(header, lines):
        digest.update(line)
        count += 1
        yield line
    send_archive_under(permits.values(), content_sha256=digest.hexdigest())
    trail.record("archive.write", program, by=by, detail=f"rows={count - 1}")


def _with_header(header: dict, lines: Iterator[bytes]) -> Iterator[bytes]:
    yield as_line(header)
    yield from lines


def _rows(model, program: Program) -> Iterator:
    return rows_of(model, program).iterator(chunk_size=AT_A_TIME)


def open_private(path: Path) -> BinaryIO:
    """A new file that only its owner can read. Raises FileExistsError."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
