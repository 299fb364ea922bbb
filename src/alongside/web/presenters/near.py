"""What is near, and what can wait folded: a day should fit on a phone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

Row = TypeVar("Row")

#: So many stand open even if none of them is near.
AT_LEAST = 3


@dataclass(frozen=True)
class Near(Generic[Row]):
    """The rows of one list, in their order: those that stand open, and the rest."""

    now: list[Row]
    later: list[Row]

    def __bool__(self) -> bool:
        return bool(self.now)


def near_and_later(
    rows: list[Row], day_of: Callable[[Row], date | None], *, today: date
) -> Near[Row]:
    """Until tomorrow is near; one row alone is never folded away. rows: the soonest first."""
    tomorrow = today + timedelta(days=1)
    near = sum((day := day_of(row)) is not None and day <= tomorrow for row in rows)
    cut = max(near, AT_LEAST)
    if len(rows) - cut < 2:
        cut = len(rows)
    return Near(rows[:cut], rows[cut:])
