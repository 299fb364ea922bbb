"""Leaving small counts out of a table, so that nobody can find them again.

A count of people below a limit may point to somebody. Taking it out is not enough where
the total is told: one missing count is the total less the others, and several missing
counts are known too when they add up to as little, or as much, as they can.

So more is taken out with them. What is taken out then has one sign, whether it was small
or not, and the rules do not look at the order of the counts: any of them may stand in
any of the places, and a reader who knows these rules knows no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

#: "Fewer than two" would say that there was one.
SMALLEST_LIMIT = 3


class Hidden(Enum):
    """What stands in place of a count."""

    FEW = "fewer than the limit"
    NOT_SHOWN = "not shown, so that another count cannot be found"


Shown = int | Hidden


@dataclass(frozen=True)
class Table:
    """Counts as they may leave, in their order, and their total (None: not asked for)."""

    cells: tuple[Shown, ...]
    total: Shown | None


def suppress_one(count: int, *, least: int) -> Shown:
    """A count by itself. Nothing at all is nobody, and may be told."""
    return Hidden.FEW if 0 < count < _limit(least) else count


def suppress(counts: Sequence[int], *, least: int, with_total: bool = True) -> Table:
    """The counts of one table as they may leave.

    counts: how many in each group; groups do not overlap.
    least: the smallest count that may be told. 0 and 1 hide nothing, 2 hides as 3 does.
    with_total: whether their sum is told too, here or anywhere else.
    """
    if not with_total:
        return Table(tuple(suppress_one(count, least=least) for count in counts), None)
    total = suppress_one(sum(counts), least=least)
    if total is Hidden.FEW:
        return Table((Hidden.NOT_SHOWN,) * len(counts), total)
    return Table(_beside_a_total(counts, _limit(least)), total)


def _limit(least: int) -> int:
    return least if least < 2 else max(least, SMALLEST_LIMIT)


def _beside_a_total(counts: Sequence[int], least: int) -> tuple[Shown, ...]:
    few = [count for count in counts if 0 < count < least]
    if not few:
        return tuple(counts)
    # Several, and together neither as little nor as much as they can be, nor one off:
    # they keep each other's secret.
    if len(few) > 1 and len(few) + 1 < sum(few) < len(few) * (least - 1) - 1:
        return tuple(suppress_one(count, least=least) for count in counts)
    # The next larger one, with all that equal it; if there is none, everything.
    upto = min((count for count in counts if count >= least), default=None)
    return tuple(
        Hidden.NOT_SHOWN if upto is None or 0 < count <= upto else count for count in counts
    )
