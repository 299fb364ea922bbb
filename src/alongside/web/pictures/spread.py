"""The spread of a group as bars, and how it moved: before above, after below."""

from dataclasses import dataclass

from alongside.learning.policies.spread import middle
from alongside.learning.queries.answers import Spread

WIDTH, HEIGHT, GAP = 44, 80, 6


@dataclass(frozen=True)
class Bar:
    x: int
    y: float
    height: float
    count: int


@dataclass(frozen=True)
class Bars:
    """One item as a picture. bars: none where too few answered. middle_x: the group's middle."""

    spread: Spread
    bars: tuple[Bar, ...]
    middle_x: float | None

    @property
    def width(self) -> int:
        return len(self.spread.part.places) * (WIDTH + GAP)

    @property
    def height(self) -> int:
        return HEIGHT + 20

    @property
    def low(self) -> str:
        return self.spread.part.places[0]

    @property
    def high(self) -> str:
        return self.spread.part.places[-1]


def bars(spread: Spread) -> Bars:
    if spread.counts is None:
        return Bars(spread, (), None)
    return Bars(spread, drawn(spread.counts), middle_x(spread.counts))


def drawn(counts: tuple[int, ...], *, most: int = 0) -> tuple[Bar, ...]:
    """The tallest is as high as the picture, or as `most` says."""
    tallest = max(most, *counts, 1)
    heights = [round(HEIGHT * n / tallest, 1) for n in counts]
    return tuple(
        Bar(at * (WIDTH + GAP) + GAP // 2, HEIGHT - high, high, n)
        for at, (n, high) in enumerate(zip(counts, heights, strict=True))
    )


def middle_x(counts: tuple[int, ...]) -> float:
    return round((middle(counts) - 0.5) * (WIDTH + GAP), 1)


@dataclass(frozen=True)
class Movement:
    """One statement before and after. own: (before, after) of whoever reads, or none.

    reworded_from: its words at the start where they were others, so that nothing is compared.
    """

    words: str
    low: str
    high: str
    before: tuple[Bar, ...]
    after: tuple[Bar, ...]
    before_x: float | None
    after_x: float | None
    counts: tuple[tuple[int, ...] | None, tuple[int, ...] | None]
    own: tuple[int | None, int | None]
    width: int
    reworded_from: str = ""

    @property
    def is_shown(self) -> bool:
        return bool(self.before and self.after)

    @property
    def arrow(self) -> str:
        """The head of the arrow from the middle before to the middle after."""
        if self.before_x is None or self.after_x is None:
            return ""
        back = -6 if self.after_x >= self.before_x else 6
        x = self.after_x
        return f"{x},0 {x + back},-5 {x + back},5"


def movement(part, moved, own: tuple[int | None, int | None] = (None, None)) -> Movement:
    before, after = moved.before, moved.after
    most = max([0, *(before or ()), *(after or ())])
    return Movement(
        words=part.words,
        low=part.places[0],
        high=part.places[-1],
        before=drawn(before, most=most) if before else (),
        after=drawn(after, most=most) if after else (),
        before_x=middle_x(before) if before else None,
        after_x=middle_x(after) if after else None,
        counts=(before, after),
        own=own,
        width=len(part.places) * (WIDTH + GAP),
        reworded_from=moved.reworded_from,
    )
