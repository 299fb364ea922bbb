"""Backup and restore of a SQLite database."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from django.db import DatabaseError, connection

from alongside.common.clock import now
from alongside.jobs import tables
from alongside.jobs.backups import examine, files

OPENING = b"SQLite format 3\x00"


def write_to(target: Path) -> None:
    """A copy in one sweep, beside a running server, checked before it takes its name.

    Not `backup(pages=N)`: its steps begin anew at every write and may never end.
    """
    with files.whole(target) as part:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(part)])
        with examine.looking_at(part):
            examine.integrity()
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it


def read_from(source: Path, *, judge: Callable[[list[str]], None]) -> Path | None:
    """Put a backup in the place of the database; returns where the replaced one is kept.

    Everything is checked on a private copy first. `judge` is told the faults that one
    may choose to live with, and raises Failed if they are too many.
    """
    with files.whole(_database_file()) as part:
        shutil.copyfile(source, part)
        with examine.looking_at(part):
            examine.integrity()
            examine.not_from_the_future()
            judge(list(examine.faults()))
            tables.migrate()
        return _keep_aside()


def _keep_aside() -> Path | None:
    """A second name for the present database, so that its first one can be taken."""
    present = _database_file()
    if not present.exists():
        return None
    aside = present.with_name(f"{present.name}.before-{now():%Y%m%d-%H%M%S}")
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except DatabaseError:
        pass  # damaged, which may be why a backup is brought back; its log is kept with it
    connection.close()
    os.link(present, aside)
    for rest in ("-wal", "-shm"):
        log = present.with_name(present.name + rest)
        if log.exists():
            log.rename(aside.with_name(aside.name + rest))
    return aside


def _database_file() -> Path:
    return Path(connection.settings_dict["NAME"])
