"""A person's own growth: how sure they feel, and who took the steps. Beside nobody else's."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from alongside.journeys.measures import definition
from alongside.journeys.models import Measurement, Step
from alongside.web.presenters.lines import Picture, Series, picture
from alongside.web.presenters.measures import about, scores_of

LEFT, RIGHT, TOP, BOTTOM = 8, 332, 22, 122
WHO = (Step.TakenBy.ALONE, Step.TakenBy.TOGETHER, Step.TakenBy.COACH)


@dataclass
class Sure:
    """How sure the person felt about one thing, over time. on: that thing, for a link."""

    about: str
    on: str
    rows: list[tuple[date, int, str]]
    picture: Picture
    sentence: str


@dataclass(frozen=True)
class Part:
    """A piece of one quarter's bar: who took these steps, and how many."""

    who: str
    words: str
    n: int
    y: float
    height: float


@dataclass(frozen=True)
class Quarter:
    first: date
    name: str
    total: int
    x: float
    width: float
    parts: list[Part]

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def top(self) -> float:
        return self.parts[-1].y if self.parts else float(BOTTOM)


def sureness(rulers: list[Measurement]) -> list[Sure]:
    """By concern, goal, or life in general, in the order in which each was first named."""
    groups: dict[tuple, list[tuple[Measurement, int]]] = {}
    for row in rulers:
        measure = definition(row.instrument, row.version)
        value = scores_of(row, measure).get("confidence") if measure else None
        if value is not None:
            key = (row.version, row.concern_id, row.goal_id)
            groups.setdefault(key, []).append((row, value))
    return [_sure(rows) for rows in groups.values()]


def _sure(rows: list[tuple[Measurement, int]]) -> Sure:
    first, last = rows[0][0], rows[-1][0]
    measure = definition(first.instrument, first.version)
    bounds = measure.bounds["confidence"]
    series = Series(_("How sure"), [(row.taken_on, value) for row, value in rows])
    return Sure(
        about(first) or _("Life in general"),
        _on(first),
        [(row.taken_on, value, row.words) for row, value in reversed(rows)],
        picture([series], bounds=bounds, days=(first.taken_on, last.taken_on)),
        _sentence(rows),
    )


def _on(row: Measurement) -> str:
    if row.goal_id:
        return f"goal:{row.goal_id}"
    return f"concern:{row.concern_id}" if row.concern_id else ""


def _sentence(rows) -> str:
    told = {
        "first": rows[0][1],
        "then": date_format(rows[0][0].taken_on, "DATE_FORMAT"),
        "last": rows[-1][1],
        "now": date_format(rows[-1][0].taken_on, "DATE_FORMAT"),
    }
    if len(rows) == 1:
        return _("On %(then)s you said %(first)s.") % told
    return _("On %(then)s you said %(first)s. On %(now)s you said %(last)s.") % told


def quarters(counted: dict[date, dict[str, int]]) -> list[Quarter]:
    """Every quarter from the first with a step to the last; those without are there, empty."""
    if not counted:
        return []
    days = list(_days(min(counted), max(counted)))
    most = max(sum(counts.values()) for counts in counted.values())
    wide = (RIGHT - LEFT) / max(len(days), 4)
    return [
        _quarter(day, counted.get(day, {}), x=LEFT + place * wide, width=wide, most=most)
        for place, day in enumerate(days)
    ]


def _days(first: date, last: date):
    while first <= last:
        yield first
        month = first.month + 3
        first = date(first.year + (month > 12), (month - 1) % 12 + 1, 1)


def _quarter(day: date, counts: dict[str, int], *, x: float, width: float, most: int) -> Quarter:
    parts, foot, words = [], float(BOTTOM), _by_whom()
    for who in WHO:
        if n := counts.get(who, 0):
            height = n / most * (BOTTOM - TOP)
            foot -= height
            parts.append(Part(str(who.value), words[who], n, round(foot, 1), round(height, 1)))
    gap = min(width * 0.2, 8)
    total = sum(part.n for part in parts)
    return Quarter(day, _name(day), total, round(x + gap / 2, 1), round(width - gap, 1), parts)


def _name(day: date) -> str:
    last = date(day.year, day.month + 2, 1)
    months = {"first": date_format(day, "F"), "last": date_format(last, "F"), "year": day.year}
    return capfirst(_("%(first)s to %(last)s %(year)s") % months)


def steps_taken(counted: dict[date, dict[str, int]]) -> list[tuple[str, str, int]]:
    """Whose they were (by key, and in words), and how many, over all the time."""
    words = _by_whom()
    return [
        (str(who.value), words[who], sum(one.get(who, 0) for one in counted.values()))
        for who in WHO
    ]


def _by_whom() -> dict[str, str]:
    return {
        Step.TakenBy.ALONE: _("by yourself"),
        Step.TakenBy.TOGETHER: _("together with your coach"),
        Step.TakenBy.COACH: _("by your coach, for you"),
    }
