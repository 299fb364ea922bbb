"""What a room is shown of many answers: the spread, and never a person."""

from collections.abc import Sequence
from dataclasses import dataclass

#: Fewer answers than these are not shown: one could guess whose they are.
LEAST_ANSWERS = 5


def shown(counts: Sequence[int], *, is_closed: bool) -> tuple[int, ...] | None:
    """The counts, once the round is closed and enough have answered; before that nothing.

    While a round is open no look at it tells anything, so that none before and after an
    answer can be laid side by side.
    """
    return tuple(counts) if is_closed and sum(counts) >= LEAST_ANSWERS else None


def middle(counts: Sequence[int]) -> float:
    """Where the group stands on the average, from 1 to the number of places."""
    return sum(place * n for place, n in enumerate(counts, start=1)) / sum(counts)


@dataclass(frozen=True)
class Moved:
    """One statement at the start and at the end. None: too few to show.

    reworded_from: its words at the start, where they were others than at the end: then
    nothing is compared.
    """

    statement: str
    before: tuple[int, ...] | None
    after: tuple[int, ...] | None
    reworded_from: str = ""

    @property
    def shift(self) -> float | None:
        """How far the middle moved, in places; None where there is nothing to compare."""
        if self.before is None or self.after is None:
            return None
        return middle(self.after) - middle(self.before)
