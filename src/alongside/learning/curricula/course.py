"""A course as a value: days of modules of steps, and what the modules draw on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from alongside.learning.curricula import parts
from alongside.learning.curricula.parts import Activity, Named, Review, Source
from alongside.learning.curricula.places import Words

STEP_KINDS = ("ask", "tell", "do", "share", "pause")


@dataclass(frozen=True)
class Step:
    """One step of a module. `ask` draws out what the group knows; `tell` adds to it."""

    kind: str = field(metadata={"among": STEP_KINDS})
    minutes: int = field(metadata={"low": 1, "high": 180})
    title: Words
    guide: str  # Markdown for the facilitator: what to do, and what to say in one's own words
    see: Words | None = None  # what participants see meanwhile, Markdown
    watch: str = ""  # Markdown: what to look out for, and what to do about it
    activity: Activity | None = None


@dataclass(frozen=True)
class Module:
    title: Words
    minutes: int = field(metadata={"low": 5, "high": 360})
    objectives: tuple[str, ...]
    takeaway: Words
    room: str  # how chairs, tables and things stand; for the facilitator
    steps: tuple[Step, ...]
    counts: Mapping[str, Mapping[str, int]]  # framework → code → minutes
    care: str  # trauma-informed notes for the facilitator: opting out, hard moments
    note: Words | None = None  # a content note, told before the module begins
    prepare: str = ""  # what to find out or do beforehand; for the facilitator
    online: str = ""  # how it is done where people are not in one place
    materials: tuple[str, ...] = ()
    reviewed: Review | None = None
    key: str = field(default="", metadata={"written": False})
    handout: Words = field(default_factory=lambda: Words({}), metadata={"written": False})

    @property
    def activities(self) -> tuple[Activity, ...]:
        return tuple(step.activity for step in self.steps if step.activity)


@dataclass(frozen=True)
class Break:
    """A pause between modules. It is not contact time."""

    minutes: int
    title: Words


@dataclass(frozen=True)
class Slot:
    """A line of a day's agenda, as written: a module's key, or a break."""

    module: str = ""
    minutes: int = 0
    title: Words | None = None


@dataclass(frozen=True)
class DayPlan:
    key: str
    title: Words
    about: Words
    starts: str
    agenda: tuple[Slot, ...]


@dataclass(frozen=True)
class Day:
    key: str
    title: Words
    about: Words
    starts: str  # such as 09:00, where nothing else was agreed
    agenda: tuple[Module | Break, ...]

    @property
    def modules(self) -> tuple[Module, ...]:
        return tuple(entry for entry in self.agenda if isinstance(entry, Module))

    @property
    def minutes(self) -> int:
        """Contact time: the modules, without breaks."""
        return sum(module.minutes for module in self.modules)


@dataclass(frozen=True)
class Objective:
    key: str
    text: Words


@dataclass(frozen=True)
class Credit:
    """Whose work a course comes from, and how."""

    who: str
    what: Words


@dataclass(frozen=True)
class Prerequisite:
    """Something to bring along. Suggested only, unless `is_needed`; a trainer may waive it."""

    text: Words
    is_needed: bool = False
    hours_from: int = 0
    hours_to: int = 0


@dataclass(frozen=True)
class Completion:
    """When somebody has completed the course. Being there is one part of it, not the whole."""

    present: int = field(metadata={"low": 1, "high": 100})  # per cent of each module's minutes
    modules: tuple[str, ...]  # keys that are needed; none means all
    text: Words
    make_up: tuple[Words, ...] = ()  # ways to make up for a module; a trainer chooses
    action_plan: bool = False
    evaluation: bool = False


@dataclass(frozen=True)
class Framework:
    """Somebody else's list of competencies or domains that hours can count for."""

    key: str
    title: str
    version: str
    codes: tuple[Named, ...]
    sources: tuple[str, ...]
    reviewed: Review | None = None


@dataclass(frozen=True)
class Head:
    """What stands in course.yaml."""

    key: str
    edition: str
    title: Words
    about: Words
    languages: tuple[str, ...]
    hours: str  # what the days should add up to, such as 18.0: it is checked
    objectives: tuple[Objective, ...]
    completion: Completion
    days: tuple[DayPlan, ...]
    license: str
    prerequisites: tuple[Prerequisite, ...] = ()
    credits: tuple[Credit, ...] = ()
    frameworks: tuple[Framework, ...] = ()


@dataclass(frozen=True)
class Library:
    """What the modules draw on; each part is a file beside course.yaml."""

    sources: tuple[Source, ...] = ()
    starters: tuple[parts.Starter, ...] = ()
    statements: tuple[parts.Statement, ...] = ()
    timeline: tuple[parts.Event, ...] = ()
    strategies: parts.Strategies = field(default_factory=parts.Strategies)
    principles: parts.Principles = field(default_factory=parts.Principles)
    cases: tuple[parts.Case, ...] = ()
    stages: tuple[parts.Stage, ...] = ()
    resources: tuple[parts.Resource, ...] = ()
    situations: tuple[parts.Situation, ...] = ()
    role_plays: tuple[parts.RolePlay, ...] = ()
    inventory: tuple[parts.WordsFor, ...] = ()
    glossary: tuple[parts.Term, ...] = ()


@dataclass(frozen=True)
class Course:
    key: str
    edition: str
    title: Words
    about: Words
    languages: tuple[str, ...]
    objectives: tuple[Objective, ...]
    completion: Completion
    days: tuple[Day, ...]
    license: str
    prerequisites: tuple[Prerequisite, ...]
    credits: tuple[Credit, ...]
    frameworks: tuple[Framework, ...]
    library: Library
    fingerprint: str  # of the files it was read from
    by_key: Mapping[str, Module] = field(default_factory=dict, repr=False, compare=False)

    @property
    def modules(self) -> tuple[Module, ...]:
        return tuple(module for day in self.days for module in day.modules)

    @property
    def minutes(self) -> int:
        return sum(day.minutes for day in self.days)

    @property
    def hours(self) -> float:
        return self.minutes / 60

    def source(self, key: str) -> Source:
        return next(source for source in self.library.sources if source.key == key)

    def module(self, key: str) -> Module:
        """Raises KeyError for a key that the course does not have."""
        return self.by_key[key]

    def counted(self, framework: str) -> dict[str, int]:
        """Minutes for each code of a framework, over the whole course."""
        totals: dict[str, int] = {}
        for module in self.modules:
            for code, minutes in module.counts.get(framework, {}).items():
                totals[code] = totals.get(code, 0) + minutes
        return totals

    def steps(self) -> Iterator[tuple[Module, Step]]:
        for module in self.modules:
            for step in module.steps:
                yield module, step
