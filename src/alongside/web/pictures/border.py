"""Where both crafts meet: a jagged edge that both of them shape."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import groupby

from alongside.web.pictures.drawing import Bin, Border
from alongside.web.pictures.facts import Met, Walk
from alongside.web.pictures.scale import (
    BORDER_WIDTH,
    BORDER_X,
    CONTACTS_WIDTH,
    CONTACTS_X,
    Time,
)

#: Up to so many days, the edge is drawn by weeks; else by months.
BY_WEEKS = 200


def border(walk: Walk, time: Time) -> Border:
    by_weeks = (time.today - time.start).days <= BY_WEEKS
    together: dict[date, list[Met]] = defaultdict(list)
    for one in sorted(walk.met, key=lambda one: one.day):
        together[_week(one.day) if by_weeks else one.day.replace(day=1)].append(one)
    bins = tuple(_bin(begin, met, time, by_weeks=by_weeks) for begin, met in together.items())
    runs = list(_runs(bins))
    return Border(
        x=BORDER_X,
        width=BORDER_WIDTH,
        left="".join(_area(run, BORDER_X) for run in runs),
        right="".join(_area(run, BORDER_X + BORDER_WIDTH) for run in runs),
        edge="".join("M" + " ".join(_edge(run)) for run in runs),
        bins=bins,
    )


def _week(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _end(begin: date, *, by_weeks: bool) -> date:
    if by_weeks:
        return begin + timedelta(days=7)
    return (begin + timedelta(days=32)).replace(day=1)


def _bin(begin: date, met: list[Met], time: Time, *, by_weeks: bool) -> Bin:
    y = time.y(max(begin, time.start))
    end = min(_end(begin, by_weeks=by_weeks), time.today)
    days = sorted({one.day for one in met})
    ys = dict.fromkeys(time.y(day) for day in days)
    return Bin(
        is_week=by_weeks,
        fact=f"met:{begin}",
        path="".join(f"M{CONTACTS_X} {at}h{CONTACTS_WIDTH}" for at in ys),
        y=y,
        height=max(time.y(max(end, begin)) - y, 2),
        since=begin,
        days=tuple(days),
        recovery_coaching=sum(one.recovery_coaching for one in met),
        harm_reduction=sum(one.harm_reduction for one in met),
    )


def _runs(bins: tuple[Bin, ...]):
    """Bins that follow each other and have moves; one without leaves the strip empty."""
    run: list[Bin] = []
    for one in bins:
        if run and one.y - run[-1].y - run[-1].height > 1:
            yield run
            run = []
        if _moves(one):
            run.append(one)
    if run:
        yield run


def _moves(one: Bin) -> int:
    return one.recovery_coaching + one.harm_reduction


def _meets(one: Bin) -> int:
    """Where the two meet: recovery coaching comes from the left, harm reduction from the right."""
    return BORDER_X + round(BORDER_WIDTH * one.recovery_coaching / _moves(one))


def _edge(run: list[Bin]) -> list[str]:
    first, last = run[0], run[-1]
    middles = [f"{_meets(one)} {one.y + one.height // 2}" for one in run]
    return [
        f"{_meets(first)} {first.y}",
        *(place for place, _ in groupby(middles)),
        f"{_meets(last)} {last.y + last.height}",
    ]


def _area(run: list[Bin], side: int) -> str:
    first, last = run[0], run[-1]
    edge = " ".join(_edge(run))
    return f"M{side} {first.y}L{edge} {side} {last.y + last.height}Z"
