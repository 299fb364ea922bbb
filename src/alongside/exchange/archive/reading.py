"""Reading an archive back: every row with its own id, everything sealed anew."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.errors import NotAllowed
from alongside.common.models import Key
from alongside.common.sealing import keyring
from alongside.exchange.archive.tables import tables
from alongside.exchange.archive.values import row_from
from alongside.exchange.archive.writing import VERSION
from alongside.team.models import Account, Organization, Program

AT_A_TIME = 500
LONGEST_LINE = 64 * 1024 * 1024


class NotAnArchive(NotAllowed):
    """The file cannot be taken in, with the reason."""


@transaction.atomic
def read_archive(stream: Iterable[bytes], by: Account | None = None) -> Program:
    """Take a whole program in, all or nothing, ids kept. Returns it. Raises NotAnArchive.

    Its organization is made if it is not here. A program that is here already is refused.
    People who worked in it get accounts without a way to sign in: send them an invitation.
    """
    lines = iter(stream)
    program_id = _check_header(next(lines, b""))
    if Program(pk=program_id) in QuerySet(Program).filter(pk=program_id):
        raise NotAnArchive(_("This program is here already. An archive is for an empty place."))
    try:
        for model, rows in _runs(lines):
            _store(model, rows)
        _check_references()
    except (ValueError, KeyError, TypeError, UnicodeDecodeError) as error:
        raise NotAnArchive(_("This archive is damaged. Nothing was taken in.")) from error
    except IntegrityError as error:
        raise NotAnArchive(
            _("This archive does not fit what is here already. Nothing was taken in.")
        ) from error
    program = QuerySet(Program).select_related("organization").filter(pk=program_id).first()
    if program is None:
        raise NotAnArchive(_("This archive is damaged. Nothing was taken in."))
    trail.record("archive.read", program, by=by)
    return program


def _check_header(line: bytes) -> UUID:
    try:
        header = json.loads(line)
        is_ours = header["alongside"] == "archive"
        version, program_id = int(header["version"]), UUID(header["program"])
    except (ValueError, KeyError, TypeError):
        is_ours = False
    if not is_ours:
        raise NotAnArchive(_("This is not an archive of Alongside, or it is locked."))
    if version > VERSION:
        raise NotAnArchive(_("This archive was made by a newer Alongside. Update this one first."))
    return program_id


def _runs(lines: Iterator[bytes]) -> Iterator[tuple[Any, list]]:
    """Rows of one table that follow each other, some hundreds at a time."""
    known = {model._meta.label_lower: model for model in tables()}
    table, rows = "", []
    for line in lines:
        if len(line) > LONGEST_LINE:
            raise ValueError("line too long")
        told = json.loads(line)
        if told["table"] != table or len(rows) >= AT_A_TIME:
            if rows:
                yield known[table], rows
            table, rows = told["table"], []
        rows.append(row_from(known[table], told["row"]))
    if rows:
        yield known[table], rows


def _store(model, rows: list) -> None:
    if model is Organization:
        rows = _without_known(model, rows)
        _make_keys(rows)
    elif model is Account:
        rows = _without_known(model, rows)
        for account in rows:
            account.set_unusable_password()
    elif model is apps.get_model("people.Recoveree"):
        _make_person_keys(rows)
    elif model is apps.get_model("team.CoachPage"):
        rows = _without_known(model, rows)
    QuerySet(model).bulk_create(rows)


def _without_known(model, rows: list) -> list:
    """Two programs of one organization share it and some of its people."""
    here = set(QuerySet(model).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    return [row for row in rows if row.pk not in here]


def _make_keys(organizations: list) -> None:
    for one in organizations:
        keyring.make_keys(one.pk, [one.pk], Key.Kind.OWN)


def _make_person_keys(people: list) -> None:
    by_program: dict[UUID, list[UUID]] = {}
    for person in people:
        by_program.setdefault(person.program_id, []).append(person.pk)
    for program in QuerySet(Program).filter(pk__in=by_program):
        keyring.make_keys(program.organization_id, by_program[program.pk], Key.Kind.PERSON)


def _check_references() -> None:
    """A row that points nowhere is told now and not at the end of the transaction."""
    connection.check_constraints()
