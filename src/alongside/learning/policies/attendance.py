"""How long somebody was there, and what that comes to in hours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

#: Of each module at least this share, unless the course says otherwise.
ENOUGH = 0.8

Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Attended:
    """One module for one participant. planned: the module's minutes; share: of it, from 0 to 1."""

    key: str
    title: str
    planned: int
    share: float
    is_made_up: bool = False

    @property
    def minutes(self) -> int:
        """Credited minutes, rounded down: those who come late lose what they missed."""
        return self.planned if self.is_made_up else int(self.planned * self.share + 1e-9)


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


def is_complete(attended: Iterable[Attended], *, enough: float = ENOUGH) -> bool:
    """Whether every module was attended for long enough, or made up."""
    each = list(attended)
    return bool(each) and all(one.is_made_up or one.share >= enough for one in each)


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
