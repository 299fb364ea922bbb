"""How wide and high the picture is, and where a day lies in it."""

from dataclasses import dataclass
from datetime import date, timedelta

from alongside.web.pictures.drawing import Tick
from alongside.web.pictures.facts import Walk

WIDTH = 420
TOP = 104
FOOT = 26
#: From left to right: words of the time, signs along it, answers without a stage, the stages,
#: the border of the two crafts, contacts.
AXIS_END = 41
EVENTS_X, EVENTS_STEP = 49, 11
ASIDE_X, ASIDE_WIDTH = 68, 26
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
