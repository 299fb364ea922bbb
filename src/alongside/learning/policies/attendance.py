"""How long somebody was there, and what that comes to in hours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import ceil

#: Of each module at least this share, unless the course says otherwise.
ENOUGH = 0.8

Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Attended:
    """One module for one participant.

    planned: the module's minutes; share: of it, from 0 to 1; made_up: minutes made up for;
    is_over: whether the room is done with it, so that what is missing was missed.
    """

    key: str
    title: str
    planned: int
    share: float
    made_up: int = 0
    is_over: bool = True

    @property
    def there(self) -> int:
        """Minutes in the room, rounded down: those who come late lose what they missed."""
        return int(self.planned * self.share + 1e-9)

    @property
    def minutes(self) -> int:
        """Credited minutes. What was made up fills what was missed, and never more."""
        return min(self.planned, self.there + self.made_up)

    def is_enough(self, share: float = ENOUGH) -> bool:
        return min(1.0, self.share + self.made_up / self.planned) >= share - 1e-9

    def still_missing(self, share: float = ENOUGH) -> int:
        """Minutes to make up until it is enough."""
        return 0 if self.is_enough(share) else ceil(self.planned * share - 1e-9) - self.minutes


def share_of(run: Span, there: Iterable[Span]) -> float:
    """The share of a run in which somebody was there. Spans that overlap count once."""
    begin, end = run
    length = (end - begin).total_seconds()
    if length <= 0:
        return 0.0
    seconds, upto = 0.0, begin
    for came, went in sorted(there):
        first, last = max(came, upto), min(went, end)
        if last > first:
            seconds += (last - first).total_seconds()
            upto = last
    return min(1.0, seconds / length)


def hours_by_tag(
    attended: Iterable[Attended], tags: Mapping[str, Mapping[str, int]]
) -> dict[str, float]:
    """Credited hours for each framework tag. tags: of a module key, minutes by tag."""
    minutes: dict[str, float] = {}
    for one in attended:
        for tag, of_it in tags.get(one.key, {}).items():
            share = one.minutes / one.planned if one.planned else 0
            minutes[tag] = minutes.get(tag, 0) + of_it * share
    return {tag: round(total / 60, 2) for tag, total in minutes.items()}
