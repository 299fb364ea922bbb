"""`alongside backup` and `alongside restore`."""

from pathlib import Path

import click
from django.db import DatabaseError, connection, transaction

from alongside.audit import trail
from alongside.common.sealing import keyring
from alongside.jobs import tables
from alongside.jobs.backups import files, postgres, sqlite
from alongside.jobs.errors import Failed
from alongside.jobs.running import alone
from alongside.team.queries import is_founded, organizations

ENGINES = {"sqlite": sqlite, "postgresql": postgres}
SHOWN = 10


def backup(target: Path) -> None:
    if tables.waiting():
        raise Failed("The database is not ready: start Alongside once, then back up.")
    _write_down("backup.make")
    _engine().write_to(target.absolute())
    size = target.stat().st_size / 1_000_000
    click.echo(f"{target} holds everything ({size:,.1f} MB), checked and readable by you alone.")
    click.echo("It opens only with the master key, which is not in it: keep that elsewhere.")


def restore(source: Path, *, replace: bool, anyway: bool) -> None:
    engine = _engine()
    if not files.opening_of(source).startswith(engine.OPENING):
        raise Failed(f"{source} is not a backup of a {connection.vendor} database.")
    with alone():
        if not replace and _is_in_use():
            raise Failed(
                "There is a program in this database. To put the backup in its place, add "
                "--replace; the present one is kept aside."
            )
        aside = engine.read_from(source.absolute(), judge=_warn if anyway else _judge)
        keyring.forget()
        _write_down("backup.restore")
    click.echo(f"{source} is back in place.")
    if aside:
        click.echo(f"What was there before is kept in {aside}")


def _judge(faults: list[str]) -> None:
    if faults:
        raise Failed(
            "The backup was not brought back; all is as it was. What is wrong with it:\n"
            f"{listed(faults)}\nTo bring it back all the same, add --anyway."
        )


def _warn(faults: list[str]) -> None:
    if faults:
        click.echo(f"Brought back all the same, with this wrong:\n{listed(faults)}", err=True)


def listed(faults: list[str]) -> str:
    """The first faults, one a line, and how many more there are."""
    lines = [f"  {fault}" for fault in faults[:SHOWN]]
    if len(faults) > SHOWN:
        lines.append(f"  … and {len(faults) - SHOWN} more")
    return "\n".join(lines)


def _is_in_use() -> bool:
    try:
        return "team_organization" in connection.introspection.table_names() and is_founded()
    except DatabaseError:
        return True


@transaction.atomic
def _write_down(verb: str) -> None:
    for organization in organizations():
        trail.record(verb, by=None, organization_id=organization.pk)


def _engine():
    return ENGINES[connection.vendor]
