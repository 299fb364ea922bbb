"""`alongside export` and `alongside import`: copies of a program for elsewhere, and back."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from django.core.exceptions import ValidationError

from alongside.exchange.archive import opened, read_archive, sealed
from alongside.exchange.archive.writing import lines_of
from alongside.exchange.lists import list_file
from alongside.exchange.unattended import take_in_file
from alongside.jobs import tables
from alongside.jobs.backups.files import opening_of, whole
from alongside.jobs.errors import Failed
from alongside.jobs.progress import bar
from alongside.team.models import Account, Program
from alongside.team.queries import account_with, programs_for
from alongside.team.roles import May

LISTS = {".csv": "csv", ".xlsx": "xlsx"}
OUTCOMES = {
    "added": "new",
    "joined": "joined to what is here already",
    "known": "brought before",
    "refused": "left out, with a reason (see the page “Bring in a list”)",
    "empty": "not rows of the list",
}


def export(target: Path, *, email: str, program: str, what: str, passphrase: str) -> None:
    """Write a list (.csv, .xlsx) or the whole program (any other name) into a file."""
    by = _account(email)
    chosen = _program(by, program)
    try:
        with whole(target.absolute()) as part:
            if form := LISTS.get(target.suffix.lower()):
                _write(part, list_file(what, form, program=chosen, by=by))
            else:
                lines = lines_of(chosen, by)
                _write(part, sealed(lines, passphrase) if passphrase else lines)
    except ValidationError as refused:
        raise Failed(" ".join(refused.messages)) from None
    click.echo(f"{target} is written, and readable by you alone. Each person's list of what")
    click.echo("left the program has a line about it.")


def _write(part: Path, pieces: Iterable[bytes]) -> None:
    with part.open("wb") as file, bar("Writing") as told:
        for done, piece in enumerate(pieces, start=1):
            file.write(piece)
            if done % 500 == 0:
                told(done, None)


def take_in(source: Path, *, passphrase: str, email: str, program: str, confirm: bool) -> None:
    """Take in a spreadsheet, or a whole program from its archive: all or nothing."""
    if opening_of(source).startswith(b"PK") or source.suffix.lower() in LISTS:
        _take_in_list(source, email=email, program=program, confirm=confirm)
    else:
        _take_in_archive(source, passphrase)


def _take_in_list(source: Path, *, email: str, program: str, confirm: bool) -> None:
    """Say what comes of each sheet's rows; write them only if that was asked for."""
    if not email:
        raise Failed("Say whose list it is: --by, with the e-mail of an account that may import.")
    by = _account(email)
    chosen = _program(by, program, May.IMPORT)
    told = {"file_name": source.name, "data": source.read_bytes(), "is_confirmed": confirm}
    try:
        for batch in take_in_file(chosen, by, **told):
            click.echo(f"{batch.sheet or source.name} ({batch.get_kind_display()})")
            for outcome, count in sorted(batch.counts.items()):
                click.echo(f"  {count:>7,}  {OUTCOMES[outcome]}")
    except ValidationError as refused:
        raise Failed(" ".join(refused.messages)) from None
    if confirm:
        click.echo(f"It is in {chosen.name}. It can be taken back on the page “Bring in a list”.")
    else:
        click.echo("Nothing was written. To bring it in, say it again with --confirm.")


def _take_in_archive(source: Path, passphrase: str) -> None:
    tables.migrate()
    try:
        with source.open("rb") as stream, bar("Taking in") as told:
            program = read_archive(_counted(opened(stream, passphrase), told))
    except ValidationError as refused:
        raise Failed(" ".join(refused.messages)) from None
    click.echo(f"{program.name} is here, with everything that was in {source}.")
    click.echo("Those who worked in it need a link to sign in: alongside link EMAIL")


def _counted(lines: Iterable[bytes], told) -> Iterator[bytes]:
    for done, line in enumerate(lines, start=1):
        if done % 500 == 0:
            told(done, None)
        yield line


def _account(email: str) -> Account:
    account = account_with(email)
    if account is None:
        raise Failed(f"There is no account with the address {email}.")
    return account


def _program(by: Account, name: str, may: May = May.EXPORT) -> Program:
    """The program of that name, or the only one, among those where the account may do this."""
    programs = list(programs_for(by, may).select_related("organization"))
    named = [program for program in programs if name in ("", program.name)]
    if not programs:
        does = "bring lists into" if may == May.IMPORT else "take a copy of"
        raise Failed(f"{by.name} may not {does} any program.")
    if len(named) != 1:
        names = ", ".join(program.name for program in programs)
        raise Failed(f"Say which program with --program. There is: {names}")
    return named[0]
