"""A sheet as it was mapped, the answers to what was asked, and what comes of a row."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum, auto
from functools import cached_property
from uuid import UUID

from alongside.exchange.fields import LEFT_OUT, OLD_WORDS
from alongside.exchange.reading.books import Row
from alongside.exchange.values.dates import Order, Reading
from alongside.exchange.values.names import tidy_name
from alongside.exchange.values.texts import key_of, text_of

_TOTAL = re.compile(r"^(grand |sub)?totals?\b|^sum\b|^count\b", re.IGNORECASE)
_NUMBER = re.compile(r"^(\D*?)0*(\d+)$")


class Outcome(StrEnum):
    ADDED = auto()
    JOINED = auto()  # to a person or a circle that is here, or stands in the file, already
    KNOWN = auto()  # this very row was brought before
    REFUSED = auto()
    EMPTY = auto()  # not a row: blank, a heading again, a sum


@dataclass(frozen=True)
class Choices:
    """What the person who brings the list said of it. Words of the list by their key."""

    orders: dict[str, str] = field(default_factory=dict)  # column → Order
    statuses: dict[str, str] = field(default_factory=dict)
    hows: dict[str, str] = field(default_factory=dict)
    staff: dict[str, str] = field(default_factory=dict)  # spelling → account id, or ""
    undated: str = "take"
    future: str = "refuse"
    shared_numbers: str = "take"

    @classmethod
    def of(cls, stored: dict) -> "Choices":
        names = {f.name for f in fields(cls)}
        return cls(**{name: value for name, value in stored.items() if name in names})

    def stored(self) -> dict:
        return asdict(self)


@dataclass(frozen=True)
class Sheet:
    """The rows below the headings, and the field of each column."""

    kind: str
    headings: list[str]
    columns: list[str]
    rows: list[Row]

    @cached_property
    def by_field(self) -> dict[str, int]:
        return {key: i for i, key in enumerate(self.columns) if key not in (LEFT_OUT, OLD_WORDS)}

    @cached_property
    def kept(self) -> list[int]:
        """The columns that are kept in the old list's words."""
        return [i for i, key in enumerate(self.columns) if key == OLD_WORDS]

    def cell(self, cells: list, key: str):
        index = self.by_field.get(key)
        return cells[index] if index is not None and index < len(cells) else None

    def text(self, cells: list, key: str) -> str:
        return text_of(self.cell(cells, key))

    def name(self, cells: list) -> str:
        parts = (self.cell(cells, "first_name"), self.cell(cells, "last_name"))
        return tidy_name(self.cell(cells, "name")) or tidy_name(" ".join(map(text_of, parts)))

    def heading(self, key: str) -> str:
        return self.headings[self.by_field[key]]

    def words(self, key: str) -> Counter:
        """Each word in a column, as it was first spelled, with how often it stands there."""
        spelled: dict[str, str] = {}
        counts: Counter = Counter()
        for _, cells in self.real_rows():
            if text := self.text(cells, key):
                counts[spelled.setdefault(word_key(text), text)] += 1
        return counts

    def cells_of(self, key: str) -> list:
        return [self.cell(cells, key) for _, cells in self.real_rows()]

    def real_rows(self) -> Iterator[Row]:
        return (row for row in self.rows if row[0] not in self.empty)

    @cached_property
    def empty(self) -> set[int]:
        """The numbers of the rows that are not rows of the list."""
        return {number for number, cells in self.rows if self.is_empty(cells)}

    @cached_property
    def heading_keys(self) -> list[str]:
        return [key_of(heading) for heading in self.headings]

    def is_empty(self, cells: list) -> bool:
        """Blank, the headings once more, or a sum under a column."""
        texts = [text_of(cell) for cell in cells]
        full = [text for text in texts if text]
        if not full:
            return True
        if texts[: len(self.headings)] == self.headings and len(full) > 1:
            return True
        return bool(_TOTAL.match(full[0])) and len(full) <= max(2, len(self.headings) // 3)

    @cached_property
    def number_prefix(self) -> str:
        """What stands before most of the numbers: 3 is RC0003 where the others are RC0004."""
        prefixes: Counter = Counter()
        for cell in self.cells_of("number"):
            found = _NUMBER.match(text_of(cell))
            prefixes[found[1].upper() if found else ""] += 1
        del prefixes[""]
        return next((prefix for prefix, _ in prefixes.most_common(1)), "")

    def number(self, cells: list) -> str:
        """A number without its leading zeros, so that 3, 0003 and RC0003 are one."""
        text = self.text(cells, "number").upper().replace(" ", "")
        if not (found := _NUMBER.match(text)):
            return text
        return f"{found[1] or self.number_prefix}{found[2]}"

    def said(self, cells: list) -> str:
        """All that a row says, in one way whatever the order of its columns."""
        pairs = zip(self.heading_keys, cells, strict=False)
        told = sorted((heading, text) for heading, cell in pairs if (text := text_of(cell)))
        return self.kind + "\x1e" + "\x1f".join(f"{heading}\x1d{text}" for heading, text in told)


def word_key(text: str) -> str:
    """One key for a word whatever its capitals; signs count ("HCV+" is not "HCV")."""
    return " ".join(text.casefold().split())


@dataclass(frozen=True)
class Setting:
    """What planning needs to know besides the sheet.

    keyed: a keyed hash. local: gives a moment of the sheet its time zone. prints: the
    fingerprint of each row by its number.
    """

    today: date
    now: datetime
    keyed: Callable[[str], bytes]
    local: Callable[[datetime], datetime]
    prints: dict[int, bytes]
    choices: Choices = Choices()
    source: str = ""

    def reading(self, key: str, latest: int) -> Reading:
        return Reading(Order(self.choices.orders.get(key, Order.MONTH)), latest)


@dataclass
class Planned:
    """One row: what comes of it, why, and in a few words what it is.

    target: the person it is about; `told` what is to be written of them.
    """

    number: int
    outcome: Outcome
    why: str = ""
    what: str = ""
    fingerprint: bytes = b""
    target: UUID | None = None
    told: list[tuple[str, dict]] = field(default_factory=list)
    number_hash: bytes = b""
    called: str = ""
    detail: str = ""
