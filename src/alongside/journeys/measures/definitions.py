"""What a measure is: the nouns of a definition file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from alongside.statistics.measures import SCORERS, Numbered, Scores, bounds


class Broken(ValueError):
    """A definition file that cannot be used: which file, where in it, and why."""


class Licence(StrEnum):
    """What its owner allows. `permission_on_file`: for whoever uses this Alongside."""

    FREE = "free"
    PERMISSION_ON_FILE = "permission_on_file"
    ASK = "ask"
    NOT_FREE = "not_free"

    @property
    def is_open(self) -> bool:
        return self in (Licence.FREE, Licence.PERMISSION_ON_FILE)


@dataclass(frozen=True)
class Item:
    """One question. kind: scale, ladder (both a number), choice, or words."""

    key: str
    kind: str
    least: int = 0
    most: int = 0
    is_reversed: bool = False
    choices: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        return self.kind in ("scale", "ladder")


@dataclass(frozen=True)
class ItemText:
    """An item in one language: the question, and what its two ends or its choices say."""

    words: str = ""
    least: str = ""
    most: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Text:
    """A measure in one language.

    reading: sentences that stand beside a result. scores: what each score is called.
    """

    title: str
    purpose: str
    licence: str
    missing: str = ""
    paper: str = ""
    reading: tuple[str, ...] = ()
    items: Mapping[str, ItemText] = field(default_factory=dict)
    scores: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Chart:
    """Scores that are drawn on one pair of axes; `dotted`: those that are a hope."""

    scores: tuple[str, ...]
    dotted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measure:
    """One version of one instrument. wording: "here", or "program" if each loads its own."""

    key: str
    version: str
    licence: Licence
    citation: str
    modes: tuple[str, ...]
    scorer: str
    missing: str
    items: tuple[Item, ...]
    texts: Mapping[str, Text]
    wording: str = "here"
    about: tuple[str, ...] = ()
    again_after: tuple[int, ...] = ()
    charts: tuple[Chart, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.texts)

    @property
    def order(self) -> tuple[int, ...]:
        """Versions are numbers with dots, and 10 comes after 9."""
        return tuple(int(part) for part in self.version.split("."))

    @cached_property
    def numbers(self) -> tuple[Numbered, ...]:
        return tuple(
            Numbered(one.key, one.least, one.most, one.is_reversed)
            for one in self.items
            if one.is_number
        )

    @cached_property
    def bounds(self) -> dict[str, tuple[int, int]]:
        return bounds(self.scorer, self.numbers)

    def text(self, language: str) -> Text:
        """In this language, else in the first there is."""
        return self.texts.get(language[:2]) or next(iter(self.texts.values()))

    def score(self, answers: Mapping) -> Scores:
        """Raises ValueError for an answer that an item does not have."""
        return SCORERS[self.scorer](self.numbers, answers)

    def item(self, key: str) -> Item | None:
        return next((one for one in self.items if one.key == key), None)
