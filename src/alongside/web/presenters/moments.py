"""The walk with a person, each moment of it in the words of the page.

Made here and not in the template: ten contacts with what belongs to them took half of the
page's time in tags that translate, write a day or include another template.
"""

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.common.clock import local
from alongside.contacts.queries.timeline import Moment
from alongside.web.presenters.cards import day_in_words

ANYONE = UUID(int=0)
BESIDE = " · "
Told = dict[str, Any]


def moments_in_words(moments: Iterable[Moment]) -> list[Told]:
    """For each moment what `contacts/_moment.html` shows of it."""
    address = reverse("contact", args=[ANYONE]).split(str(ANYONE))
    tellers = {
        "contact": partial(_contact, address),
        "note": _note,
        "promise": _promise,
        "appointment": _appointment,
        "call": _call,
    }
    return [
        {
            "kind": moment.kind,
            "own": [] if moment.kind == "note" else moment.own,
            **tellers[moment.kind](moment.row),
        }
        for moment in moments
    ]


def _contact(address: list[str], row) -> Told:
    what = row.circle_name or (_("Circle") if row.is_circle else _("Contact"))
    site, minutes = str(row.site) if row.site else "", _minutes(row.minutes)
    when = [_when(row), str(row.staff or row.staff_name), site, minutes]
    return {
        "href": str(row.pk).join(address),
        "title": f"{what}, {row.get_how_display()}",
        "when": BESIDE.join(filter(None, when)),
        "matters": [one.matter for one in row.mine if one.matter],
        "moves": [(made.move.craft, str(made.move)) for made in row.moves.all()],
        "given": [f"{one.quantity} × {one.item}" for one in row.given.all()]
        + [_reversals(told.count) for told in row.reversals.all()],
        "notes": [_signed(note) for note in row.first_notes],
    }


def _when(row) -> str:
    if row.when_known == row.When.TIME:
        return _moment(row.at)
    return day_in_words(row.at) if row.when_known == row.When.DAY else _("day not known")


def _minutes(minutes: int | None) -> str:
    words = ngettext("%(n)s minute", "%(n)s minutes", minutes or 0)
    return words % {"n": minutes} if minutes else ""


def _reversals(count: int) -> str:
    return ngettext("%(n)s reversal told", "%(n)s reversals told", count) % {"n": count}


def _note(row) -> Told:
    when = day_in_words(row.at) if row.at else ""
    return {"title": _("Note"), "when": when, "notes": [_signed(row)]}


def _signed(note) -> Told:
    by = [str(note.by), _moment(note.created_at), note.get_origin_display()]
    return {
        "id": note.pk,
        "is_old": note.origin == "old_system",
        "words": note.body,
        "by": BESIDE.join(by),
        "own": note.own,
        "later": [_signed(later) for later in getattr(note, "later", [])],
    }


def _promise(row) -> Told:
    day = row.due_on and date_format(row.due_on, "DATE_FORMAT")
    due = _("for %(day)s") % {"day": day} if day else _("no day yet")
    when = _("by %(coach)s") % {"coach": row.coach}
    tag = row.get_outcome_display() if row.outcome else ""
    return {"title": _("Promise"), "when": f"{when}, {due}", "words": row.words, "tag": tag}


def _appointment(row) -> Told:
    return {
        "title": f"{_('Appointment')}, {row.get_how_display()}",
        "when": f"{_moment(row.at)}{BESIDE}{row.coach}",
        "words": BESIDE.join(filter(None, [row.matter, row.place])),
        "tag": row.get_outcome_display() if row.outcome else "",
    }


def _call(row) -> Told:
    title = f"{_('Call')}: {row.get_outcome_display()}"
    return {"title": title, "when": f"{_moment(row.at)}{BESIDE}{row.by}", "words": row.words}


def _moment(at) -> str:
    return date_format(local(at), "DATETIME_FORMAT")
