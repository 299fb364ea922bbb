"""`alongside export` and `alongside import`: copies of a program for elsewhere, and back."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from django.core.exceptions import ValidationError

from alongside.exchange.archive import opened, read_archive, sealed
from alongside.exchange.archive.writing import lines_of
from alongside.exchange.lists import list_file
from alongside.jobs import tables
from alongside.jobs.backups.files import opening_of, whole
from alongside.jobs.errors import Failed
from alongside.jobs.progress import bar
from alongside.team.models import Account, Program
from alongside.team.queries import account_with, programs_for
from alongside.team.roles import May

LISTS = {".csv": "csv", ".xlsx": "xlsx"}


def export(target: Path, *, email: str, program: str, what: str, passphrase: str) -> None:
    """Write a list (.csv, .xlsx) or the whole program (any other name) into a file."""
    by = _account(email)
    chosen = _program(by, program)
    try:
        with whole(target.absolute()) as part:
            if form := LISTS.get(target.suffix.lower()):
                part.write_bytes(list_file(what, form, program=chosen, by=by))
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


def take_in(source: Path, *, passphrase: str) -> None:
    """Take a whole program in from its archive, all or nothing."""
    if opening_of(source).startswith(b"PK") or source.suffix.lower() in LISTS:
        raise Failed(
            "A spreadsheet is brought in on the page “Bring a list”, where you see every row "
            "before anything is written. This command takes in whole programs (archives)."
        )
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


def _program(by: Account, name: str) -> Program:
    """The program of that name, or the only one, among those the account may export."""
    programs = list(programs_for(by, May.EXPORT).select_related("organization"))
    named = [program for program in programs if name in ("", program.name)]
    if not programs:
        raise Failed(f"{by.name} may not take a copy of any program.")
    if len(named) != 1:
        names = ", ".join(program.name for program in programs)
        raise Failed(f"Say which program with --program. There is: {names}")
    return named[0]
