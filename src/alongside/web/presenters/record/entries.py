"""What a record is shown as: sections of entries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from alongside.common.clock import local_day
from alongside.people.models import OwnWord


@dataclass
class Entry:
    """One thing in the record. `kind` and `id` name its row, as own words do.

    belongs: it stands under the one before, as a note does under its contact.
    """

    kind: str
    id: UUID
    title: str
    on: date | None = None
    words: str = ""
    lines: list[str] = field(default_factory=list)
    by: str = ""
    own: list[OwnWord] = field(default_factory=list)
    belongs: bool = False


#: Of a section that stays folded so many entries stand open, and no fewer are folded away.
STAND_OPEN, FOLDED = 5, 3


@dataclass
class Section:
    """folds: on a screen, what comes after the first entries waits to be opened."""

    key: str
    title: str
    entries: list[Entry]
    folds: bool = False

    @property
    def near(self) -> list[Entry]:
        return self.entries[: self._cut]

    @property
    def rest(self) -> list[Entry]:
        return self.entries[self._cut :]

    @property
    def _cut(self) -> int:
        """Never between an entry and what belongs to it."""
        free = (n for n, one in enumerate(self.entries) if n >= STAND_OPEN and not one.belongs)
        cut = next(free, len(self.entries))
        return cut if self.folds and len(self.entries) - cut >= FOLDED else len(self.entries)


def day_of(at: datetime | None) -> date | None:
    return local_day(at) if at else None


def beside(*words) -> str:
    """What is short stands on one line: a record is taken along on paper."""
    return " · ".join(str(word) for word in words if word)


def entry(row, title, *, on=None, words="", lines: Iterable[str] = (), by="", belongs=False):
    kept = [str(line) for line in lines if line]
    title = str(title)
    return Entry(row._meta.label_lower, row.pk, title, on, words, kept, by, belongs=belongs)
