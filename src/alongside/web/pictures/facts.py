"""What a walk is drawn from. Days are days; the names of things are for the table."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

#: The line of the journey in general; any other line is a concern.
GENERAL = ""


@dataclass(frozen=True)
class Stage:
    """A column. Its place comes from the program's order alone."""

    id: str
    name: str


@dataclass(frozen=True)
class Line:
    """The journey in general, or one concern.

    look: which of the shapes and colours. label: a letter that stands at its end.
    """

    id: str
    name: str
    look: int
    label: str = ""


class Sighting(NamedTuple):
    """Where a line stood on a day. No stage: not known, or not the person's word."""

    id: str
    line: str
    day: date
    stage: str | None
    answer: str
    is_said: bool


@dataclass(frozen=True)
class Hope:
    """Where the person would like a line to go, and by when; both may be open."""

    id: str
    line: str
    stage: str | None
    by_on: date | None


@dataclass(frozen=True)
class Event:
    """A quiet mark along the time: a goal, a place. kind: which sign it gets."""

    id: str
    day: date
    kind: str


@dataclass(frozen=True)
class Met:
    """A day with contacts, and how many moves of each craft were made on it."""

    day: date
    contacts: int
    recovery_coaching: int = 0
    harm_reduction: int = 0


@dataclass(frozen=True)
class Walk:
    """Everything one picture shows. since: where the time begins, if it was
    chosen. crafts: what recovery coaching and harm reduction are called."""

    today: date
    stages: tuple[Stage, ...]
    lines: tuple[Line, ...]
    sightings: tuple[Sighting, ...] = ()
    hopes: tuple[Hope, ...] = ()
    events: tuple[Event, ...] = ()
    met: tuple[Met, ...] = ()
    since: date | None = None
    crafts: tuple[str, str] = ("", "")
