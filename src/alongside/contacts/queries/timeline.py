"""The walk with one person, newest first: contacts, notes, promises, appointments, calls."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import CharField, Count, DateTimeField, F, Prefetch, Value
from django.db.models.functions import Coalesce

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
from alongside.contacts.queries.contacts import with_corrections
from alongside.people.queries import ids_of, recoverees_for
from alongside.people.queries.reading import own_words_for
from alongside.team.roles import May

PER_PAGE = 30
#: Rows without a day come last.
LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)


@dataclass(frozen=True)
class Moment:
    """One thing on the timeline: its kind, when it was, the row, the person's own words."""

    kind: str
    at: datetime | None
    row: Any
    own: list


def timeline_for(reader, recoveree, *, page=1):
    """One page of the walk with a person; `object_list` holds Moments.

    The number of queries depends neither on how long the walk is nor on what is on the
    page. Other people's names are not on it: the page is turned round to the person.
    """
    if not recoverees_for(reader, May.READ_CONTACTS).filter(pk=recoveree.pk).exists():
        return Paginator([], PER_PAGE).get_page(1)
    ids = ids_of(recoveree)
    keys = Paginator(_Keys(ids), PER_PAGE).get_page(page)
    keys.object_list = _moments(list(keys.object_list), ids, own_words_for(recoveree))
    return keys


class _Keys:
    """(kind, id, at) of all that is told of a person, newest first, read only as needed."""

    def __init__(self, ids):
        self.parts = [
            _keys(
                "contact", Attendance.objects.filter(recoveree__in=ids), F("contact_id"), F("at")
            ),
            _keys("note", _lone_notes(ids), F("pk"), F("at")),
            _keys("promise", Promise.objects.filter(recoveree__in=ids), F("pk"), F("created_at")),
            _keys("appointment", Appointment.objects.filter(recoveree__in=ids), F("pk"), F("at")),
            _keys("call", CallAttempt.objects.filter(recoveree__in=ids), F("pk"), F("at")),
        ]

    def __len__(self):
        return self._all().count()

    def __getitem__(self, some: slice):
        return self._all().order_by("-when", "-key")[some]

    def _all(self):
        return self.parts[0].union(*self.parts[1:])


def _lone_notes(ids):
    return Note.objects.filter(recoveree__in=ids, contact=None, corrects=None)


def _keys(kind, rows, key, at):
    return (
        rows.order_by()
        .annotate(
            kind=Value(kind, CharField()),
            key=key,
            when=Coalesce(at, Value(LONG_AGO), output_field=DateTimeField()),
        )
        .values_list("kind", "key", "when")
    )


def _moments(keys, ids, own):
    fetched = {
        "contact": contacts_with(ids),
        "note": with_corrections(Note.objects.all()),
        "promise": Promise.objects.select_related("coach", "recoveree"),
        "appointment": Appointment.objects.select_related("coach", "recoveree"),
        "call": CallAttempt.objects.select_related("by"),
    }
    rows = {
        kind: query.in_bulk([pk for k, pk, _ in keys if k == kind])
        for kind, query in fetched.items()
    }
    for note in _notes_in(rows):
        note.own = own.get(note.pk, [])
    return [
        Moment(kind, None if at == LONG_AGO else at, rows[kind][pk], own.get(pk, []))
        for kind, pk, at in keys
    ]


def _notes_in(rows):
    for note in (*rows["note"].values(), *_notes_of(rows["contact"].values())):
        yield from (note, *note.later)


def _notes_of(contacts):
    return [note for contact in contacts for note in contact.first_notes]


def contacts_with(ids):
    """Contacts with what is this person's in them, and how many others were there."""
    mine = Attendance.objects.filter(recoveree__in=ids)
    notes = Note.objects.filter(recoveree__in=ids, corrects=None)
    return (
        Contact.objects.select_related("site", "staff", "by")
        .annotate(named=Count("attendances"))
        .prefetch_related(
            Prefetch("attendances", mine, to_attr="mine"),
            Prefetch("moves", MoveMade.objects.select_related("move").order_by("move__order")),
            Prefetch("given", Given.objects.select_related("item").order_by("item__order")),
            Prefetch("notes", with_corrections(notes), to_attr="first_notes"),
            "reversals",
        )
    )
