"""The same facts as a table: one row a fact, and which sign in the picture stands for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from alongside.contacts.models import Craft
from alongside.journeys.models import Goal, Sighting
from alongside.journeys.queries.drawn import Seen, words_of_sightings
from alongside.web.pictures.drawing import Bin, Picture
from alongside.web.pictures.facts import Walk
from alongside.web.presenters.journey.facts import events_of
from alongside.web.presenters.journey.gathered import Gathered

#: (fact, day, about, what, who, words)
Told = tuple[str, date | None, str, str, str, str]


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


@dataclass
class Reading:
    """What the rows are made from, and of which days. `years` is None for all of them."""

    told: Gathered
    walk: Walk
    picture: Picture
    years: set[int] | None

    def __post_init__(self):
        self.names = {line.id: line.name for line in self.walk.lines}
        self.stages = {one.id: one.name for one in self.told.stages}
        self.language = get_language()
        self.said = _("%(person)s said so") % {"person": self.told.person.called}
        self.seen = {name: _("seen by %(coach)s") % {"coach": name} for name in self._writers()}

    def day(self, day: date) -> str:
        """Without the year, under which it stands."""
        return _month_and_day(self.language, day.month, day.day)

    def _writers(self) -> set[str]:
        return {one.writer for one in self.told.sightings}

    def has(self, day: date | None) -> bool:
        """What has no day, or lies ahead, is always told."""
        if self.years is None or day is None or day > self.walk.today:
            return True
        return day.year in self.years

    def name_of(self, row) -> str | None:
        """What the line is called; nothing if it is not drawn."""
        return self.names.get(str(row.concern_id) if row.concern_id else "")


@lru_cache(maxsize=1024)
def _month_and_day(language: str, month: int, day: int) -> str:
    """Made once for each day of a year, in the language that is spoken now."""
    return date_format(date(2024, month, day), pgettext("letters of a short date", "M j"))


def rows_of(reading: Reading) -> list[Row]:
    """The latest first; what has no day stands before all."""
    marks = {fact: place for place, facts in enumerate(reading.picture.marks()) for fact in facts}
    days = _days(reading)
    rows = [
        Row(day, days(day, fact), *rest, mark=marks[fact])
        for part in (_sightings, _hopes, _events, _gaps, _met)
        for fact, day, *rest in part(reading)
        if fact in marks
    ]
    return sorted(rows, key=lambda row: (row.day or date.max, row.mark), reverse=True)


def _days(reading: Reading) -> Callable[[date | None, str], str]:
    """Days without the year, under which they stand; of contacts, the month or week."""
    is_week = any(one.is_week for one in reading.picture.border.bins)

    def words(day: date | None, fact: str) -> str:
        if day is None:
            return ""
        if fact.startswith("met:") and not is_week:
            return date_format(day, "M")
        words = reading.day(day)
        return _("week of %(day)s") % {"day": words} if fact.startswith("met:") else words

    return words


def _sightings(reading: Reading) -> Iterator[Told]:
    years, told = reading.years, reading.told
    year = next(iter(years)) if years is not None and len(years) == 1 else None
    words = words_of_sightings(told.person, year=year)
    for one in told.sightings:
        about = reading.name_of(one)
        if about is not None and reading.has(one.seen_on):
            what = sighted(one, reading.stages)
            who = reading.said if one.said_by_person else reading.seen[one.writer]
            yield str(one.id), one.seen_on, about, what, who, words(one.id)


def sighted(one: Seen, stages: dict) -> str:
    if one.stage_id:
        return stages.get(one.stage_id, "")
    return str(Sighting.Answer(one.answer).label)


def _hopes(reading: Reading) -> Iterator[Told]:
    for hope in reading.told.hopes:
        about = reading.name_of(hope)
        if about is not None and reading.has(hope.by_on):
            what = ": ".join(filter(None, [_("Hope"), reading.stages.get(hope.stage_id, "")]))
            yield str(hope.pk), hope.by_on, about, what, reading.told.person.called, hope.words


def _events(reading: Reading) -> Iterator[Told]:
    goals = {str(goal.pk): goal for goal in reading.told.goals}
    places = {str(place.pk): place for place in reading.told.places}
    for event in events_of(reading.told):
        kind, _colon, pk = event.id.partition(":")
        if not reading.has(event.day):
            continue
        if kind == "at":
            place = places[pk]
            what = str(place.get_kind_display())
            yield event.id, event.day, _("Where I am"), what, "", place.place
        else:
            yield event.id, event.day, _("Goal"), _goal(goals[pk], kind), "", goals[pk].words


def _goal(goal: Goal, kind: str) -> str:
    return str(goal.get_outcome_display()) if kind == "end" else _("set")


def _gaps(reading: Reading) -> Iterator[Told]:
    for gap in reading.picture.gaps:
        if reading.has(gap.since):
            yield gap.fact, gap.since, reading.names[gap.line], gap_words(gap), "", ""


def gap_words(gap) -> str:
    told = {"since": date_format(gap.since, "DATE_FORMAT")}
    told["until"] = date_format(gap.until, "DATE_FORMAT")
    return _("Nothing is written between %(since)s and %(until)s") % told


def _met(reading: Reading) -> Iterator[Told]:
    for one in reading.picture.border.bins:
        if reading.has(one.since):
            contacts = ngettext("Contact on %(days)s", "Contacts on %(days)s", len(one.days))
            days = ", ".join(reading.day(day) for day in one.days)
            yield one.fact, one.since, _("Contacts"), contacts % {"days": days}, crafts(one), ""


def crafts(one: Bin) -> str:
    """The moves of both crafts, or nothing where none was made."""
    told = [
        (Craft.RECOVERY_COACHING.label, one.recovery_coaching),
        (Craft.HARM_REDUCTION.label, one.harm_reduction),
    ]
    return " · ".join(f"{name}: {count}" for name, count in told if count)
