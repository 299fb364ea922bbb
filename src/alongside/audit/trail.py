"""Writing the trail, in the same transaction as what it tells of.

Each organization has a chain of its own: every entry is signed (HMAC-SHA256) over
the one before, with a key from the organization's ring.
"""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID, uuid5

from django.db import connection, transaction

from alongside.audit.models import Entry, Head
from alongside.common.clock import now
from alongside.common.compiled import compiled_once
from alongside.common.inserts import Values, table_of
from alongside.common.models import Key
from alongside.common.sealing import keyring

#: The chain of what belongs to no organization, such as a failed sign-in.
NOWHERE = UUID(int=0)


LONGEST_DETAIL = 250
#: A line that waits for its place: what is signed besides the place, and the row's values.
Waiting = tuple[str, Values]


@dataclass(frozen=True)
class Line:
    """One line to be written: a verb such as "note.record", and what it was done to.

    detail: names of fields or other short words that hold nothing of a record.
    """

    verb: str
    kind: str = ""
    object_id: UUID | None = None
    person_id: UUID | None = None
    program_id: UUID | None = None
    detail: str = ""


def line_for(verb: str, thing, *, detail: str = "") -> Line:
    """A line about a row, which may have `recoveree_id` and `program_id`."""
    kind = thing._meta.label_lower
    is_person = kind == "people.recoveree"
    return Line(
        verb,
        kind=kind,
        object_id=thing.pk,
        person_id=thing.pk if is_person else getattr(thing, "recoveree_id", None),
        program_id=getattr(thing, "program_id", None),
        detail=detail,
    )


def record(verb: str, thing=None, *, by, organization_id: UUID | None = None, detail: str = ""):
    """Write one line. `by` is an account or None; `thing` any row.

    The organization is the one named, else that of the thing's program, else the actor's.
    """
    line = line_for(verb, thing, detail=detail) if thing is not None else Line(verb, detail=detail)
    write([line], by=by, organization_id=organization_id or organization_of(thing, by))


def organization_of(thing, by) -> UUID:
    """To whose chain a line belongs: the thing's, else the actor's, else the person's."""
    for holder in (thing, getattr(thing, "program", None), by):
        if organization_id := getattr(holder, "organization_id", None):
            return organization_id
    program = getattr(getattr(thing, "recoveree", None), "program", None)
    return getattr(program, "organization_id", NOWHERE)


def write(lines: Iterable[Line], *, by, organization_id: UUID, at: datetime | None = None) -> None:
    """Append lines to an organization's chain. Holds its lock until the transaction ends."""
    desk = Desk(by=by, organization_id=organization_id, at=at or now())
    append([[desk.ready(line) for line in lines]], organization_id=organization_id)


class Desk:
    """Makes lines ready for `append`: all but their place in the chain and their seal."""

    def __init__(self, *, by, organization_id: UUID, at: datetime):
        self.table = table_of(Entry)
        self.fixed = {"organization_id": organization_id, "number": 0, "seal": b"", "at": at}
        self.fixed["actor_id"] = getattr(by, "pk", None)

    def ready(self, line: Line) -> Waiting:
        told = {**self.fixed, **vars(line), "detail": line.detail[:LONGEST_DETAIL]}
        return rest_of(told), self.table.values(told)


def hold(organization_id: UUID) -> Head:
    """The end of a chain, locked: until the transaction ends nobody else adds a line."""
    if held := _heads(organization_id):
        return held[0]
    head, _ = Head.objects.select_for_update().get_or_create(pk=organization_id)
    return head


@compiled_once
def _heads(organization_id: UUID):
    return Head.objects.select_for_update().filter(pk=organization_id)


@transaction.atomic(savepoint=False)
def append(pieces: Iterable[list[Waiting]], *, organization_id: UUID) -> None:
    """Append lines that were made ready: only the signing is left."""
    head = hold(organization_id)
    key, number, seal = _key_to_sign(head), head.number, bytes(head.seal)
    begin, table = f"{organization_id}\x1f", table_of(Entry)
    for piece in pieces:
        rows = []
        for rest, values in piece:
            number += 1
            seal = hmac.digest(key, seal + f"{begin}{number}\x1f{rest}".encode(), "sha256")
            rows.append((values[0], number, *values[2:-1], seal))
        table.insert(rows)
    _move_end(head, number, seal)


def _move_end(head: Head, number: int, seal: bytes) -> None:
    """In plain SQL: every page does this, and a queryset would take longer than the database."""
    pk = head._meta.pk.get_db_prep_value(head.pk, connection)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE audit_head SET number = %s, seal = %s WHERE organization_id = %s",
            [number, seal, pk],
        )


@cache
def chain_owner(organization_id: UUID) -> UUID:
    """In whose name the key of a chain lies in the organization's ring."""
    return uuid5(organization_id, "trail")


def chain_key(organization_id: UUID) -> bytes:
    """The key that signs one chain. Raises SealBroken when it is gone."""
    return keyring.opened(keyring.key_for(chain_owner(organization_id)))


def _key_to_sign(head: Head) -> bytes:
    """The chain's key, made when the chain begins (its head is locked, so made once).

    A chain that has lost its key must not go on under another one: it would hide that.
    """
    owner = chain_owner(head.pk)
    if head.number == 0 and not keyring.has_key(owner):
        keyring.make_keys(head.pk, [owner], Key.Kind.TRAIL)
    return chain_key(head.pk)


def sign(entry: Entry, *, previous: bytes, key: bytes) -> bytes:
    """HMAC over the entry and the seal before it."""
    told = f"{entry.organization_id}\x1f{entry.number}\x1f{rest_of(vars(entry))}"
    return hmac.digest(key, previous + told.encode(), "sha256")


_SIGNED = ("actor_id", "verb", "kind", "object_id", "person_id", "program_id", "detail")


def rest_of(told: Mapping[str, Any]) -> str:
    """What is signed besides the place in the chain. The moment is told in UTC, as stored."""
    at = told["at"].astimezone(UTC).isoformat(timespec="microseconds")
    values = (told[name] for name in _SIGNED)
    return "\x1f".join([at, *("" if value is None else str(value) for value in values)])
