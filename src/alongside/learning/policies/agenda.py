"""The rest of a day, laid anew from now: breaks stay whole, modules give what they can."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

#: Of a module that is made shorter at least this share stays.
LEAST_SHARE = 0.6


@dataclass(frozen=True)
class Part:
    """A module or a break that is yet to come. minutes: as planned."""

    id: UUID
    minutes: int
    is_break: bool = False

    @property
    def least(self) -> int:
        return self.minutes if self.is_break else ceil(self.minutes * LEAST_SHARE)


@dataclass(frozen=True)
class Laid:
    """Where a part comes to lie."""

    part: Part
    begins_at: datetime
    minutes: int

    @property
    def ends_at(self) -> datetime:
        return self.begins_at + timedelta(minutes=self.minutes)

    @property
    def given_up(self) -> int:
        return self.part.minutes - self.minutes


def laid_out(parts: Sequence[Part], *, begins_at: datetime, ends_at: datetime) -> list[Laid]:
    """The parts one after the other, so that the day ends in time if that can be done.

    What has to go is shared out by how much each module can give. Where all of that is not
    enough, the last part ends after `ends_at`: nothing is left out in silence.
    """
    there_is = max(0, int((ends_at - begins_at).total_seconds() // 60))
    missing = sum(part.minutes for part in parts) - there_is
    gives = _shared_out([part.minutes - part.least for part in parts], max(0, missing))
    laid, at = [], begins_at
    for part, given in zip(parts, gives, strict=True):
        laid.append(Laid(part, at, part.minutes - given))
        at = laid[-1].ends_at
    return laid


def _shared_out(most: list[int], missing: int) -> list[int]:
    """Whole minutes, no one more than its most, that add up to what is missing or to all."""
    total = sum(most)
    take = min(missing, total)
    if not take:
        return [0] * len(most)
    exact = [take * one / total for one in most]
    given = [int(one) for one in exact]
    by_rest = sorted(range(len(most)), key=lambda at: given[at] - exact[at])
    for at in by_rest[: take - sum(given)]:
        given[at] += 1
    return given
