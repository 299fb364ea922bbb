"""Backup and restore of a PostgreSQL database, by its own tools."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection

from alongside.common.clock import now
from alongside.common.sealing import keyring
from alongside.jobs import tables
from alongside.jobs.backups import examine, files
from alongside.jobs.errors import Failed

OPENING = b"PGDMP"


def write_to(target: Path) -> None:
    with files.whole(target) as part:
        _tool("pg_dump", "--format=custom", "--no-owner", f"--file={part}")
        _tool("pg_restore", "--list", str(part))


def read_from(source: Path, *, judge: Callable[[list[str]], None]) -> Path | None:
    """Put a backup in the place of the database; returns where the replaced one is kept.

    What the backup holds can be judged only once it is in; if it is refused, the
    database that was there comes back.
    """
    _tool("pg_restore", "--list", str(source))
    settings.DATA.mkdir(parents=True, exist_ok=True)
    aside = settings.DATA / f"before-{now():%Y%m%d-%H%M%S}.alongside"
    write_to(aside)
    try:
        _bring_in(source)
        examine.not_from_the_future()
        judge(list(examine.faults()))
        tables.migrate()
    except Exception:
        _bring_in(aside)
        raise
    return aside


def _bring_in(source: Path) -> None:
    tables.drop_all()
    keyring.forget()
    connection.close()
    _tool("pg_restore", "--exit-on-error", "--no-owner", "--single-transaction", str(source))


def _tool(name: str, *words: str) -> None:
    """Run one of PostgreSQL's tools on this database; its words go no further than ours."""
    if shutil.which(name) is None:
        raise Failed(
            f"{name} is not on this machine. Install PostgreSQL's client tools, or back up "
            "where the database runs."
        )
    asked = [name, *words]
    if "--list" not in words:
        asked.append(f"--dbname={connection.settings_dict['NAME']}")
    answer = subprocess.run(asked, env=_environment(), capture_output=True, text=True, check=False)
    if answer.returncode:
        reason = (answer.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Failed(f"{name} could not do it: {reason}")


def _environment() -> dict[str, str]:
    """Where the database is; the password goes by the environment, never on a command line."""
    at = connection.settings_dict
    told = {
        "PGHOST": at["HOST"],
        "PGPORT": str(at["PORT"]),
        "PGUSER": at["USER"],
        "PGPASSWORD": at["PASSWORD"],
    }
    return {**os.environ, **{name: value for name, value in told.items() if value}}
