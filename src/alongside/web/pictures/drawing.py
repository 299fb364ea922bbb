"""What comes out: whole numbers and strings, ready to be written by a template."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

#: More fields than these are wider than a phone, and can be moved aside.
MOST_ON_A_PHONE = 6


class Mark(NamedTuple):
    """One sign, and the facts it stands for: usually one, more where they fall together.

    shape: the id of the sign in the template.
    """

    x: int
    y: int
    shape: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Drawn:
    """One line: its paths between the points, its hopes dotted, its signs."""

    id: str
    look: int
    path: str
    dots: str
    marks: tuple[Mark, ...]
    label: str
    label_x: int
    label_y: int


@dataclass(frozen=True)
class Field:
    """A calm ground: the column of a stage, or of a line where each has its own."""

    x: int
    width: int


@dataclass(frozen=True)
class Head:
    """Slanted words over a field. look: of the line that it names. slope: in degrees."""

    x: int
    words: tuple[str, ...]
    look: int | None = None
    slope: int = 58

    @property
    def rise(self) -> str:
        """How far the first of the rows stands above the middle."""
        return f"{-0.55 * (len(self.words) - 1):g}em"


@dataclass(frozen=True)
class Tick:
    """A day on the time axis. kind: "year", "month" or "day"."""

    y: int
    day: date
    kind: str


@dataclass(frozen=True)
class Gap:
    """A while of which nothing is written. path: the two ends of the break."""

    fact: str
    line: str
    look: int
    path: str
    since: date
    until: date
    has_words: bool
    x: int
    y: int


@dataclass(frozen=True)
class Bin:
    """A month or week of contacts: a tick a day. `fact` names its row in the table."""

    is_week: bool
    fact: str
    path: str
    y: int
    height: int
    since: date
    days: tuple[date, ...]
    recovery_coaching: int
    harm_reduction: int


@dataclass(frozen=True)
class Border:
    """The strip in which both crafts meet. Areas left and right of a jagged edge."""

    x: int
    width: int
    left: str
    right: str
    edge: str
    bins: tuple[Bin, ...]


@dataclass(frozen=True)
class Picture:
    """A whole walk, drawn. Time runs down; stages stand side by side."""

    width: int
    height: int
    top: int
    today_y: int
    bottom: int
    axis_end: int
    right: int
    is_apart: bool
    is_dense: bool
    fields: tuple[Field, ...]
    heads: tuple[Head, ...]
    crafts: tuple[Head, ...]
    ticks: tuple[Tick, ...]
    lines: tuple[Drawn, ...]
    gaps: tuple[Gap, ...]
    events: tuple[Mark, ...]
    border: Border

    @property
    def is_crowded(self) -> bool:
        """Too many fields side by side for a phone's width."""
        return self.is_apart and len(self.fields) > MOST_ON_A_PHONE

    @property
    def past(self) -> int:
        return self.today_y - self.top

    @property
    def body(self) -> int:
        return self.bottom - self.top

    def marks(self):
        """Every sign in the order of the document: (facts, …). The table counts them so."""
        for line in self.lines:
            yield from (mark.facts for mark in line.marks)
        yield from ((gap.fact,) for gap in self.gaps)
        yield from (mark.facts for mark in self.events)
        yield from ((one.fact,) for one in self.border.bins)
