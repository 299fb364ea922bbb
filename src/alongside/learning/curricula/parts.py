"""The small parts of a course. A field's type says what may stand in the file; see places.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.learning.curricula.places import Words

SOURCE_KINDS = ("page", "document", "reference")
MOMENTS = ("before", "during", "after")
#: What a way of answering does. A short list, so that a room can count them.
DOES = ("asks", "reflects", "affirms", "sums-up", "informs", "offers", "waits")


@dataclass(frozen=True)
class Review:
    """A named person who knows the matter has checked it, on a day."""

    by: str
    on: date


@dataclass(frozen=True)
class Source:
    """Something that was read, and what was seen of it."""

    key: str
    title: str
    by: str
    kind: str = field(metadata={"among": SOURCE_KINDS})
    seen: str  # what was read of it, so that a reviewer knows what was not
    year: str = ""
    where: str = ""
    reviewed: Review | None = None


@dataclass(frozen=True)
class Activity:
    """What a step opens in the room. Its settings are checked by `activities.KINDS`."""

    kind: str
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Event:
    """One event of the timeline. The date is as exact as is known: 1914, 1980s, 2018-08-31."""

    key: str
    date: str
    title: Words
    text: Words
    sources: tuple[str, ...]
    reviewed: Review | None = None


@dataclass(frozen=True)
class Named:
    key: str
    title: Words


@dataclass(frozen=True)
class Strategy:
    """What can lower harm: for a class of drugs, a way of taking it, and a moment."""

    drug: str
    route: str
    moment: str = field(metadata={"among": MOMENTS})
    text: Words
    sources: tuple[str, ...]
    reviewed: Review | None = None


@dataclass(frozen=True)
class Strategies:
    drugs: tuple[Named, ...] = ()
    routes: tuple[Named, ...] = ()
    strategies: tuple[Strategy, ...] = ()


@dataclass(frozen=True)
class RolePlay:
    key: str
    title: Words
    situation: Words
    recoveree: Words
    coach: Words
    observer: Words
    debrief: tuple[Words, ...]
    note: Words | None = None  # a content note


@dataclass(frozen=True)
class Way:
    """One good way to answer, among several."""

    text: Words
    does: tuple[str, ...] = field(metadata={"among": DOES})


@dataclass(frozen=True)
class Situation:
    """Somebody says something. What do I say next?"""

    key: str
    setting: Words
    said: Words
    ways: tuple[Way, ...]
    reflection: Words
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Principle:
    key: str
    text: Words


@dataclass(frozen=True)
class PrincipleSet:
    key: str
    title: Words
    principles: tuple[Principle, ...]
    sources: tuple[str, ...]
    reviewed: Review | None = None


@dataclass(frozen=True)
class Comparison:
    """Where principles of the sets meet or part. `of` names principles as set/principle."""

    text: Words
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Principles:
    sets: tuple[PrincipleSet, ...] = ()
    agreements: tuple[Comparison, ...] = ()
    differences: tuple[Comparison, ...] = ()
    why_apart: tuple[Comparison, ...] = ()


@dataclass(frozen=True)
class Statement:
    """A line of the values continuum, with its two ends."""

    key: str
    text: Words
    low: Words
    high: Words


@dataclass(frozen=True)
class Starter:
    """A safety agreement that some groups have made: a spark, not a rule."""

    key: str
    text: Words


@dataclass(frozen=True)
class Case:
    """Somebody who does not know harm reduction, for making the case in pairs."""

    key: str
    listener: Words
    worry: Words
    points: tuple[Words, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """A stage of treatment: what helps there, and what both crafts bring."""

    key: str
    title: Words
    about: Words
    coaching: Words
    harm_reduction: Words
    sources: tuple[str, ...] = ()
    reviewed: Review | None = None


@dataclass(frozen=True)
class WordsFor:
    """A word to think about, and others. `said` is taught about, never used."""

    key: str
    said: Words
    instead: Words
    why: Words
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Term:
    key: str
    term: Words
    meaning: Words
    sources: tuple[str, ...] = ()
    reviewed: Review | None = None


@dataclass(frozen=True)
class Resource:
    """Somewhere to learn more or to send somebody, as far as a source told of it."""

    key: str
    title: Words
    text: Words
    sources: tuple[str, ...]
    where: str = ""
    reviewed: Review | None = None
