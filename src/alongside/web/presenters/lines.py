"""A person's own numbers as a small picture: time from left to right, the numbers upwards.

Pure: days and numbers in, places in the picture out. There is no mark to reach, no shade
for better or worse, and nothing is drawn between days that lie far apart.
"""

from dataclasses import dataclass, field
from datetime import date

WIDTH, HEIGHT = 340, 136
LEFT, RIGHT, TOP, BOTTOM = 34, 322, 22, 108
#: Days after which a line does not go on: nobody knows what was in between.
GAP = 200
#: With more points than this, only the first and the last say their number.
FEW = 8


@dataclass(frozen=True)
class Series:
    """Days and numbers under one name. is_hope: drawn dotted, as hopes are."""

    name: str
    values: list[tuple[date, int]]
    is_hope: bool = False


@dataclass(frozen=True)
class Point:
    x: float
    y: float
    on: date
    value: int
    says: bool


@dataclass(frozen=True)
class Line:
    name: str
    is_hope: bool
    points: list[Point]
    stretches: list[str]


@dataclass(frozen=True)
class Tick:
    y: float
    value: int


@dataclass(frozen=True)
class Picture:
    first: date
    last: date
    ticks: list[Tick]
    lines: list[Line] = field(default_factory=list)
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT

    @property
    def is_one_day(self) -> bool:
        return self.first == self.last


def picture(series: list[Series], *, bounds: tuple[int, int], days: tuple[date, date]) -> Picture:
    """bounds: the least and the most a number can be; days: the first and the last shown."""
    least, most = bounds
    ticks = [Tick(_y(value, bounds), value) for value in (least, (least + most) // 2, most)]
    lines = [_line(one, bounds, days) for one in series if one.values]
    return Picture(days[0], days[1], ticks, lines)


def _line(series: Series, bounds, days) -> Line:
    values = sorted(series.values, key=lambda value: value[0])
    ends = {0, len(values) - 1}
    points = [
        Point(_x(on, days), _y(value, bounds), on, value, len(values) <= FEW or place in ends)
        for place, (on, value) in enumerate(values)
    ]
    return Line(series.name, series.is_hope, points, _stretches(points))


def _stretches(points: list[Point]) -> list[str]:
    """The points as strokes; a gap of many days parts them, and a lone point has none."""
    parts: list[list[Point]] = []
    for point in points:
        if parts and (point.on - parts[-1][-1].on).days <= GAP:
            parts[-1].append(point)
        else:
            parts.append([point])
    return [" ".join(f"{one.x},{one.y}" for one in part) for part in parts if len(part) > 1]


def _x(on: date, days: tuple[date, date]) -> float:
    whole = (days[1] - days[0]).days
    share = (on - days[0]).days / whole if whole else 0.5
    return round(LEFT + 8 + share * (RIGHT - LEFT - 16), 1)


def _y(value: int, bounds: tuple[int, int]) -> float:
    share = (value - bounds[0]) / (bounds[1] - bounds[0])
    return round(BOTTOM - share * (BOTTOM - TOP), 1)
