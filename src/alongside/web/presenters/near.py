"""What is near, and what can wait folded: a day should fit on a phone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Row = TypeVar("Row")

#: So many stand open even if none of them is near.
AT_LEAST = 1


@dataclass(frozen=True)
class Near(Generic[Row]):
    """The rows of one list, in their order: those that stand open, and the rest.

    next_on: the day of the first that is folded, if it has one.
    """

    now: list[Row]
    later: list[Row]
    next_on: date | None = None

    def __bool__(self) -> bool:
        return bool(self.now)


def near_and_later(
    rows: list[Row], day_of: Callable[[Row], date | None], *, today: date
) -> Near[Row]:
    """Until today is near; one row alone is never folded away. rows: the soonest first."""
    near = sum((day := day_of(row)) is not None and day <= today for row in rows)
    cut = max(near, AT_LEAST)
    if len(rows) - cut < 2:
        cut = len(rows)
    later = rows[cut:]
    return Near(rows[:cut], later, day_of(later[0]) if later else None)
