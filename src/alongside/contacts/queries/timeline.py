"""The walk with one person, newest first: contacts, notes, promises, appointments, calls.

A page begins behind the last thing of the page before it (a `Mark`), and each kind gives
its newest things from there along an index that begins with the person. So a page costs
the same however long the walk is, and no words are opened that are not on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple, Self
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, prefetch_related_objects

from alongside.common.compiled import One, compiled_once
from alongside.contacts.models import (
    Appointment,
    Attendance,
    CallAttempt,
    Contact,
    Given,
    MoveMade,
    Note,
    Promise,
)
from alongside.contacts.queries.contacts import corrections, moves_with, with_corrections
from alongside.people.queries import ids_of, recoverees_for
from alongside.people.queries.reading import own_words_for
from alongside.team.roles import May

PER_PAGE = 10
AS_TEXT = "%Y%m%dT%H%M%S.%fZ"


class Mark(NamedTuple):
    """A place on the timeline. Things without a day come last, and have a place too."""

    at: datetime | None
    key: UUID

    def __str__(self) -> str:
        return f"{self.at.astimezone(UTC).strftime(AS_TEXT) if self.at else ''}-{self.key.hex}"

    @classmethod
    def read(cls, text: str | None) -> Self | None:
        """The mark in an address; None, and so the newest page, where there is none."""
        at, _, key = (text or "").partition("-")
        try:
            day = datetime.strptime(at, AS_TEXT).replace(tzinfo=UTC) if at else None
            return cls(day, UUID(key))
        except ValueError:
            return None


NEWEST = Mark(datetime(9999, 1, 1, tzinfo=UTC), UUID(int=2**128 - 1))
WITHOUT_A_DAY = Mark(None, NEWEST.key)


@dataclass(frozen=True)
class Moment:
    """One thing on the timeline: its kind, when it was, the row, the person's own words."""

    kind: str
    at: datetime | None
    row: Any
    own: list


@dataclass(frozen=True)
class Stretch:
    """One page of the walk. `after`: the mark behind which older things stand, if any do."""

    moments: list[Moment]
    is_newest: bool = True
    after: Mark | None = None

    def __iter__(self) -> Iterator[Moment]:
        return iter(self.moments)


def timeline_for(reader, recoveree, *, after: str | None = None) -> Stretch:
    """A page of the walk with a person: the newest, or the one behind a mark.

    The number of queries depends neither on how long the walk is nor on what is on the
    page. Other people's names are not on it: the page is turned round to the person.
    """
    if not recoverees_for(reader, May.READ_CONTACTS).filter(pk=recoveree.pk).exists():
        return Stretch([])
    mark = Mark.read(after)
    found = _found(ids_of(recoveree), mark or NEWEST)
    shown = found[:PER_PAGE]
    has_more = len(found) > PER_PAGE
    return Stretch(
        _moments(shown, recoveree),
        is_newest=mark is None,
        after=shown[-1].mark if has_more else None,
    )


class Found(NamedTuple):
    """A thing in its place. Of a contact no more than its id, until it is shown."""

    mark: Mark
    kind: str
    row: Any


class Kind(NamedTuple):
    """Where one kind of thing is found: the rows, and the names of their time and key."""

    rows: QuerySet
    at: str = "at"
    key: str = "id"
    may_lack_a_day: bool = False


KINDS = {
    "contact": Kind(
        Attendance.objects.only("at", "contact"), key="contact_id", may_lack_a_day=True
    ),
    "note": Kind(
        Note.objects.filter(contact=None, corrects=None).select_related("by"), may_lack_a_day=True
    ),
    "promise": Kind(Promise.objects.select_related("coach"), "created_at"),
    "appointment": Kind(Appointment.objects.select_related("coach")),
    "call": Kind(CallAttempt.objects.select_related("by")),
}
UNDATED = {name: kind for name, kind in KINDS.items() if kind.may_lack_a_day}


def _found(ids: list[UUID], mark: Mark) -> list[Found]:
    """The first things behind a mark: those with a day, then those without."""
    found = _newest(KINDS, ids, mark) if mark.at else []
    if len(found) <= PER_PAGE:
        found += _newest(UNDATED, ids, WITHOUT_A_DAY if mark.at else mark)
    return found


def _newest(kinds: dict[str, Kind], ids: list[UUID], mark: Mark) -> list[Found]:
    """The things of these kinds behind a mark, more than a page of them if there are more.

    By its key, a contact of two records that are one person is one thing.
    """
    found = {}
    for name, kind in kinds.items():
        for row in (row for record in ids for row in _behind(mark, name, record)):
            place = Mark(getattr(row, kind.at), getattr(row, kind.key))
            found[place.key] = Found(place, name, row)
    return sorted(found.values(), key=_order, reverse=True)[: PER_PAGE + 1]


def _order(one: Found) -> tuple:
    return one.mark.at or NEWEST.at, one.mark.key


def _behind(mark: Mark, name: str, record: UUID) -> list:
    if mark.at is None:
        return _undated(name, One(record), One(mark.key))
    return _dated(name, One(record), One(mark.at), One(mark.key))


@compiled_once
def _dated(name: str, record: One, at: One, key: One):
    """The rows behind a mark, in the order of the index that finds them.

    That they are no later is said apart from which of them are earlier: it is what leads
    along the index.
    """
    kind = KINDS[name]
    earlier = Q(**{f"{kind.at}__lt": at}) | Q(**{f"{kind.key}__lt": key})
    rows = kind.rows.filter(earlier, recoveree=record, **{f"{kind.at}__lte": at})
    return rows.order_by(f"-{kind.at}", f"-{kind.key}")[: PER_PAGE + 1]


@compiled_once
def _undated(name: str, record: One, key: One):
    kind = KINDS[name]
    rows = kind.rows.filter(recoveree=record, **{kind.at: None, f"{kind.key}__lt": key})
    return rows.order_by(f"-{kind.key}")[: PER_PAGE + 1]


def _moments(shown: list[Found], recoveree) -> list[Moment]:
    met = [one.mark.key for one in shown if one.kind == "contact"]
    contacts = _contacts(ids_of(recoveree)).in_bulk(met)
    rows = [contacts.get(one.mark.key, one.row) for one in shown]
    prefetch_related_objects([row for row in rows if isinstance(row, Note)], corrections())
    notes = list(_notes_in(rows))
    keys = [one.mark.key for one in shown] + [note.pk for note in notes]
    own = own_words_for(recoveree, about=keys)
    for note in notes:
        note.own = own.get(note.pk, [])
    return [
        Moment(one.kind, one.mark.at, row, own.get(one.mark.key, []))
        for one, row in zip(shown, rows, strict=True)
    ]


def _notes_in(rows) -> Iterator[Note]:
    for row in rows:
        for note in [row] if isinstance(row, Note) else getattr(row, "first_notes", []):
            yield from (note, *note.later)


def _contacts(ids):
    """Contacts with what is this person's in them, and no column that the page does not show.

    Most of what a page of the walk costs is making the rows that belong to its contacts.
    """
    mine = Attendance.objects.filter(recoveree__in=ids).only("contact", "matter")
    notes = Note.objects.filter(recoveree__in=ids, corrects=None).prefetch_related(corrections())
    signed = ("contact", "body", "origin", "created_at", "by__name")
    moves = MoveMade.objects.select_related("move").order_by("move__order")
    given = Given.objects.select_related("item").order_by("item__order")
    head = ("how", "at", "when_known", "minutes", "is_circle", "circle_name", "staff_name")
    return (
        Contact.objects.select_related("site", "staff")
        .only(*head, "site__name", "staff__name")
        .prefetch_related(
            Prefetch("attendances", mine, to_attr="mine"),
            Prefetch("moves", moves.only("contact", "move__key", "move__name", "move__craft")),
            Prefetch("given", given.only("contact", "quantity", "item__key", "item__name")),
            Prefetch("notes", notes.select_related("by").only(*signed), to_attr="first_notes"),
            "reversals",
        )
    )


def contacts_with(ids):
    """Contacts with what is this person's in them, and how many others were there."""
    mine = Attendance.objects.filter(recoveree__in=ids)
    notes = Note.objects.filter(recoveree__in=ids, corrects=None)
    return (
        Contact.objects.select_related("site", "staff", "by")
        .annotate(named=Count("attendances"))
        .prefetch_related(
            Prefetch("attendances", mine, to_attr="mine"),
            Prefetch("moves", moves_with(Q(recoveree__in=ids))),
            Prefetch("given", Given.objects.select_related("item").order_by("item__order")),
            Prefetch("notes", with_corrections(notes), to_attr="first_notes"),
            "reversals",
        )
    )
