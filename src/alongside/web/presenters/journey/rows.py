"""The same facts as a table: one row a fact, and which sign in the picture stands for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.contacts.models import Craft
from alongside.journeys.models import Goal, Sighting
from alongside.web.pictures.drawing import Bin, Picture
from alongside.web.pictures.facts import Walk
from alongside.web.presenters.journey.facts import events_of
from alongside.web.presenters.journey.gathered import Gathered


@dataclass(frozen=True)
class Row:
    """One fact. mark: the number of its sign in the picture."""

    day: date | None
    day_words: str
    about: str
    what: str
    who: str
    words: str
    mark: int


@dataclass(frozen=True)
class Year:
    """The rows of a year, or of no day, the latest first."""

    name: str
    rows: list[Row]
    is_open: bool


def years_of(told: Gathered, walk: Walk, picture: Picture) -> list[Year]:
    marks = {fact: place for place, facts in enumerate(picture.marks()) for fact in facts}
    rows = [
        Row(day, _day(day, fact, picture), *rest, mark=marks[fact])
        for fact, day, *rest in _facts(told, walk, picture)
        if fact in marks
    ]
    years: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row.day or date.max, row.mark), reverse=True):
        years.setdefault(str(row.day.year) if row.day else _("One day"), []).append(row)
    latest = next((name for name, rows in years.items() if _is_past(rows[-1], walk)), "")
    return [Year(name, rows, name == latest) for name, rows in years.items()]


def _day(day: date | None, fact: str, picture: Picture) -> str:
    """Without the year, under which it stands; of contacts, the month or week."""
    if day is None:
        return ""
    if not fact.startswith("met:"):
        return date_format(day, "MONTH_DAY_FORMAT")
    if any(one.is_week for one in picture.border.bins):
        return _("week of %(day)s") % {"day": date_format(day, "MONTH_DAY_FORMAT")}
    return date_format(day, "F")


def _is_past(row: Row, walk: Walk) -> bool:
    return row.day is not None and row.day <= walk.today


def _facts(told: Gathered, walk: Walk, picture: Picture) -> Iterator[tuple]:
    """(fact, day, about, what, who, words)"""
    names = {line.id: line.name for line in walk.lines}
    stages = {one.id: one.name for one in told.stages}
    for one in told.sightings:
        about = names.get(str(one.concern_id) if one.concern_id else "")
        if about is not None:
            what = sighted(one, stages)
            yield str(one.pk), one.seen_on, about, what, said_by(told, one), one.words
    yield from _hopes(told, names, stages)
    yield from _events(told)
    yield from _gaps(picture, names)
    yield from _met(picture)


def sighted(one: Sighting, stages: dict) -> str:
    if one.stage_id:
        return stages.get(one.stage_id, "")
    return str(Sighting.Answer(one.answer).label)


def said_by(told: Gathered, one: Sighting) -> str:
    if one.said_by_person:
        return _("%(person)s said so") % {"person": told.person.called}
    return _("seen by %(coach)s") % {"coach": one.by.name}


def _hopes(told: Gathered, names: dict, stages: dict):
    for hope in told.hopes:
        about = names.get(str(hope.concern_id) if hope.concern_id else "")
        if about is not None:
            what = ": ".join(filter(None, [_("Hope"), stages.get(hope.stage_id, "")]))
            yield str(hope.pk), hope.by_on, about, what, told.person.called, hope.words


def _events(told: Gathered):
    goals = {str(goal.pk): goal for goal in told.goals}
    places = {str(place.pk): place for place in told.places}
    for event in events_of(told):
        kind, _colon, pk = event.id.partition(":")
        if kind == "at":
            place = places[pk]
            yield event.id, event.day, _("Where I am"), place.get_kind_display(), "", place.place
        else:
            yield event.id, event.day, _("Goal"), _goal(goals[pk], kind), "", goals[pk].words


def _goal(goal: Goal, kind: str) -> str:
    return str(goal.get_outcome_display()) if kind == "end" else _("set")


def _gaps(picture: Picture, names: dict):
    for gap in picture.gaps:
        yield gap.fact, gap.since, names[gap.line], gap_words(gap), "", ""


def gap_words(gap) -> str:
    told = {"since": date_format(gap.since, "DATE_FORMAT")}
    told["until"] = date_format(gap.until, "DATE_FORMAT")
    return _("Nothing is written between %(since)s and %(until)s") % told


def _met(picture: Picture):
    for one in picture.border.bins:
        contacts = ngettext("Contact on %(days)s", "Contacts on %(days)s", len(one.days))
        days = ", ".join(date_format(day, "MONTH_DAY_FORMAT") for day in one.days)
        yield one.fact, one.since, _("Contacts"), contacts % {"days": days}, crafts(one), ""


def crafts(one: Bin) -> str:
    """The moves of both crafts, or nothing where none was made."""
    told = [
        (Craft.RECOVERY_COACHING.label, one.recovery_coaching),
        (Craft.HARM_REDUCTION.label, one.harm_reduction),
    ]
    return " · ".join(f"{name}: {count}" for name, count in told if count)
