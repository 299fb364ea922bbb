"""`alongside check`: is everything as it should be, a line each, with what to do if not."""

import os
from collections.abc import Iterator
from pathlib import Path

import click
from django.conf import settings
from django.core import checks as django_checks
from django.db import DatabaseError, connection

from alongside.audit import verify
from alongside.common.sealing import checks
from alongside.common.secrets import HOW
from alongside.jobs import tables
from alongside.jobs.backups import examine
from alongside.jobs.errors import Failed

#: What each SQLite setting must say, and what it is for.
PRAGMAS = {
    "journal_mode": ("wal", "readers and a writer beside each other"),
    "synchronous": (2, "nothing acknowledged is lost when the power fails"),
    "foreign_keys": (1, "no row points to nothing"),
    "recursive_triggers": (1, "the trail cannot be overwritten"),
    "secure_delete": (1, "what is deleted is wiped"),
}


#: Django's wishes that are not ours to fulfil: the rest of a domain may belong to others.
NOT_OURS = {"security.W005", "security.W021"}


def check() -> None:
    bad = 0
    for part in (settings_hold, files_are_private, database_answers):
        for what, advice in part():
            bad += bool(advice)
            click.echo(
                f"{'mend' if advice else 'ok  '}  {what}" + (f": {advice}" if advice else "")
            )
    if bad:
        raise Failed(f"{bad} thing{'s' if bad > 1 else ''} to mend.")


Found = Iterator[tuple[str, str]]  # (what was looked at, what to do or nothing)


def settings_hold() -> Found:
    yield "secrets are strong enough", ""
    if settings.DEMO:
        yield "demo mode: made-up people only, weaker sign-in, not for real people", ""
    warnings = django_checks.run_checks(include_deployment_checks=not settings.DEMO)
    warnings = [w for w in warnings if w.id not in NOT_OURS and not w.is_silenced()]
    heard = [w for w in warnings if w.level >= django_checks.WARNING]
    for warning in heard:
        yield f"setting {warning.id}", f"{warning.msg} {warning.hint or ''}".strip()
    if not heard:
        yield "settings are safe", ""


def files_are_private() -> Found:
    for name in HOW:
        if file := os.environ.get(f"{name}_FILE"):
            yield _private(Path(file))
    if connection.vendor == "sqlite" and Path(connection.settings_dict["NAME"]).exists():
        yield _private(Path(connection.settings_dict["NAME"]))


def _private(file: Path) -> tuple[str, str]:
    advice = f"others on this machine can read it; do: chmod 600 {file}"
    return f"only you can read {file}", advice if file.stat().st_mode & 0o077 else ""


def database_answers() -> Found:
    try:
        waiting = tables.waiting()
    except DatabaseError:
        yield "the database answers", "it does not; look at DATABASE_URL and whether it runs"
        return
    yield "the database answers", ""
    if not connection.introspection.table_names():
        yield "it is still empty: alongside setup begins, or alongside restore", ""
        return
    yield "its tables are current", "start Alongside once, to update them" if waiting else ""
    if not waiting:
        yield from sqlite_is_set()
        yield from words_and_trail()


def sqlite_is_set() -> Found:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for name, (wanted, purpose) in PRAGMAS.items():
            value = cursor.execute(f"PRAGMA {name}").fetchone()[0]
            advice = "" if value == wanted else f"it is {value}, should be {wanted}"
            yield f"SQLite {name}: {purpose}", advice


def words_and_trail() -> Found:
    unfit = next(checks.keys_that_do_not_open(), None)
    yield "the master key fits", examine.unfit_key(unfit) if unfit else ""
    if unfit:
        return
    shut = next(checks.values_that_do_not_open(most=2), None)
    yield "sealed words open", f"{shut[0]} does not: {shut[1]}" if shut else ""
    fault = next(verify.faults(), None)
    advice = "it does not hold; see: alongside trail verify" if fault else ""
    yield f"the trail is whole ({verify.count_lines():,} lines)", advice
