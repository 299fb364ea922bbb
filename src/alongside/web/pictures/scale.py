"""Where a day, a stage and a line lie in the picture."""

import textwrap
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.web.pictures.drawing import Band, Tick
from alongside.web.pictures.facts import Line, Stage, Walk

WIDTH = 420
TOP = 96
FOOT = 26
#: From left to right: words of the time, signs along it, answers without a stage, the stages,
#: the border of the two crafts, contacts.
AXIS_END = 40
EVENTS_X = 53
ASIDE_X, ASIDE_WIDTH = 66, 26
STAGES_X, STAGES_WIDTH = 98, 222
BORDER_X, BORDER_WIDTH = 332, 58
CONTACTS_X, CONTACTS_WIDTH = 394, 7

SHORTEST, LONGEST = 300, 900
MOST_AHEAD = 120
#: With no days at all, or few, the picture still has this much time in it.
LEAST_DAYS = 28


@dataclass(frozen=True)
class Time:
    """Days to heights: the past in one measure, what is hoped for in a zone below."""

    start: date
    today: date
    last: date
    past: int
    ahead: int

    @property
    def today_y(self) -> int:
        return TOP + self.past

    @property
    def bottom(self) -> int:
        return self.today_y + self.ahead

    def y(self, day: date) -> int:
        if day <= self.today:
            share = max((day - self.start).days, 0) / (self.today - self.start).days
            return TOP + round(share * self.past)
        share = (min(day, self.last) - self.today).days / (self.last - self.today).days
        return self.today_y + round(share * (self.ahead - FOOT))


def time_of(walk: Walk) -> Time:
    days = [one.day for one in (*walk.sightings, *walk.events, *walk.met)]
    start = walk.since or min(days, default=walk.today)
    start = min(start, walk.today - timedelta(days=LEAST_DAYS))
    length = (walk.today - start).days
    past = min(LONGEST, max(SHORTEST, 200 + length * 9 // 10))
    hoped = [hope.by_on for hope in walk.hopes if hope.by_on and hope.by_on > walk.today]
    last = max(hoped, default=walk.today)
    in_measure = (last - walk.today).days * past // length
    ahead = min(MOST_AHEAD, max(in_measure, 40)) + FOOT if walk.hopes else FOOT
    return Time(start, walk.today, max(last, walk.today + timedelta(days=1)), past, ahead)


@dataclass(frozen=True)
class Columns:
    """Stages side by side, and a lane for each line within every one of them."""

    stages: tuple[Stage, ...]
    lines: tuple[Line, ...]

    def left(self, place: int) -> int:
        return STAGES_X + STAGES_WIDTH * place // max(len(self.stages), 1)

    def x(self, line: str, stage: str | None) -> int:
        """Aside without a stage, or with one that has no column."""
        places = {one.id: place for place, one in enumerate(self.stages)}
        lanes = {one.id: lane for lane, one in enumerate(self.lines)}
        if stage not in places:
            return _lane(ASIDE_X, ASIDE_WIDTH, lanes[line], len(lanes))
        left = self.left(places[stage])
        return _lane(left, self.left(places[stage] + 1) - left, lanes[line], len(lanes))

    def bands(self) -> tuple[Band, ...]:
        return tuple(self._band(place, stage) for place, stage in enumerate(self.stages))

    def _band(self, place: int, stage: Stage) -> Band:
        left, right = self.left(place), self.left(place + 1)
        words = in_rows(stage.name)
        word_x = (left + right) // 2 + 4
        return Band(left, right - left, words, word_x, place % 2 == 1)


def _lane(left: int, width: int, lane: int, lanes: int) -> int:
    edge = max(3, width // 9)
    return left + edge + round((lane + 0.5) * (width - 2 * edge) / lanes)


def in_rows(name: str, *, width: int = 14, most: int = 2) -> tuple[str, ...]:
    """Words in at most two short rows."""
    return tuple(textwrap.wrap(name, width, max_lines=most, placeholder=" …")) or ("",)


def ticks(time: Time) -> tuple[Tick, ...]:
    """As many days as have room for their words; none too near to today."""
    days = _weeks(time) if (time.today - time.start).days <= 100 else _months(time)
    return tuple(
        Tick(time.y(day), day, kind) for day, kind in days if time.today_y - time.y(day) >= 16
    )


def _weeks(time: Time):
    first = time.start + timedelta(days=-time.start.weekday() % 7)
    step = 7 if (time.today - time.start).days <= 60 else 14
    for number in range(0, (time.today - first).days + 1, step):
        yield first + timedelta(days=number), "day"


def _months(time: Time):
    length = (time.today - time.start).days
    step = next((step for step in (1, 2, 3, 6) if time.past * 30 * step >= 22 * length), 12)
    month = time.start.year * 12 + time.start.month - 1
    month += time.start.day > 1
    while (day := date(month // 12, month % 12 + 1, 1)) <= time.today:
        if (month % 12) % step == 0:
            yield day, "year" if month % 12 == 0 else "month"
        month += 1
