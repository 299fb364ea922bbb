"""Each kind of activity: how answers to it are kept, and what it asks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any

from django.utils.translation import gettext as _

from alongside.learning.curricula import Course, Statement
from alongside.learning.curricula.markdown import plain

Settings = Mapping[str, Any]


class Answers(StrEnum):
    """How answers are kept."""

    PLACED = auto()  # counted, of nobody; what one chose oneself is locked for oneself
    WRITTEN = auto()  # one's own words for each part; shared with the room only if wished
    LISTED = auto()  # lines for a list of the whole room, without names
    DRAWN = auto()  # people are drawn into pairs or triads
    SHOWN = auto()  # something to look at; nothing is asked
    ELSEWHERE = auto()  # has pages of its own


@dataclass(frozen=True)
class Part:
    """One thing that is asked. places: the words for each place, from one end to the other."""

    key: str
    words: str
    places: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Kind:
    key: str
    answers: Answers
    parts: Callable[[Course, Settings, str], list[Part]] = lambda course, settings, language: []
    has_words: bool = False  # besides places, words of nobody's name
    is_forgotten: bool = False  # once it is closed, also what is locked for oneself

    @property
    def is_once(self) -> bool:
        """Places are asked for once in a cohort: a second round would tell what changed."""
        return self.answers == Answers.PLACED


#: Places between the two ends of a statement.
WIDTH = 7


def _chosen(items, keys):
    """The items of a part of the course that a setting names; all where it names none."""
    return [one for one in items if not keys or one.key in keys]


def statements(course: Course, settings: Settings, language: str) -> list[Part]:
    """The statements of the continuum: the cohort's own where it has some, else the course's."""
    return [
        Part(
            one.key,
            one.text.said(language),
            _between(one.low.said(language), one.high.said(language)),
        )
        for one in statements_asked(course, settings)
    ]


def statements_asked(course: Course, settings: Settings) -> list[Statement]:
    """What a step names of the course's statements, and what the cohort added to them.

    Where the cohort took out all that the step names, all it has.
    """
    of_course = {one.key for one in course.library.statements}
    named = set(settings.get("statements") or of_course)
    own = settings.get("own", course.library.statements)
    return [one for one in own if one.key in named or one.key not in of_course] or list(own)


def _between(low: str, high: str) -> tuple[str, ...]:
    return (low, *[""] * (WIDTH - 2), high)


def words(course: Course, settings: Settings, language: str) -> list[Part]:
    """The language inventory: what do I say, what do I hear?"""
    places = (_("I say it"), _("I hear it around me"), _("neither"))
    return [
        Part(one.key, plain(one.said.said(language), quotes=("“", "”")), places)
        for one in _chosen(course.library.inventory, settings.get("words"))
    ]


def aims(course: Course, settings: Settings, language: str) -> list[Part]:
    """What the evaluation asks: each objective, and how the room was."""
    how_far = (_("not at all"), _("a little"), _("in part"), _("mostly"), _("fully"))
    asked = [Part(one.key, one.text.said(language), how_far) for one in course.objectives]
    return [
        *asked,
        Part("room-safe", _("The room was safe enough for me to learn."), how_far),
        Part("room-heard", _("What I know and have lived through had a place."), how_far),
        Part("room-pace", _("There was enough time and there were enough breaks."), how_far),
    ]


#: The two questions of the evaluation that are answered in words.
def wishes() -> list[Part]:
    return [
        Part("helped", _("What helped you most?")),
        Part("change", _("What should we change next time?")),
    ]


def situations(course: Course, settings: Settings, language: str) -> list[Part]:
    return [
        Part(one.key, plain(one.said.said(language)), hint=one.setting.said(language))
        for one in _chosen(course.library.situations, settings.get("situations"))
    ]


def advocacy(course: Course, settings: Settings, language: str) -> list[Part]:
    return [
        Part("issue", _("What is unjust here, or missing?")),
        Part("obstacle", _("What will stand in the way?")),
        Part("step", _("What is a first step, and who would take it with you?")),
    ]


def line(course: Course, settings: Settings, language: str) -> list[Part]:
    return [Part("line", settings.get("ask") or _("Your words for the list"))]


def principle_pairs(course: Course, settings: Settings, language: str) -> list[Part]:
    """Every principle of every set; pairs of them are what is counted."""
    return [
        Part(f"{one.key}/{p.key}", p.text.said(language), hint=one.title.said(language))
        for one in course.library.principles.sets
        for p in one.principles
    ]


KINDS: Mapping[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind("agreements", Answers.ELSEWHERE),
        Kind("action-plan", Answers.ELSEWHERE),
        Kind("continuum", Answers.PLACED, statements),
        Kind("inventory", Answers.PLACED, words),
        Kind("evaluation", Answers.PLACED, aims, has_words=True, is_forgotten=True),
        Kind("principles", Answers.PLACED, principle_pairs),
        Kind("what-next", Answers.WRITTEN, situations),
        Kind("advocacy", Answers.WRITTEN, advocacy),
        Kind("gather", Answers.LISTED, line),
        Kind("system-map", Answers.LISTED, line),
        Kind("pairs", Answers.DRAWN),
        Kind("case-making", Answers.DRAWN),
        Kind("role-plays", Answers.DRAWN),
        Kind("timeline", Answers.SHOWN),
        Kind("strategies", Answers.SHOWN),
        Kind("stages", Answers.SHOWN),
        Kind("resources", Answers.SHOWN),
    )
}


def kind_of(round) -> Kind:
    """The kind of a round. Raises KeyError for one that is not known (any more)."""
    return KINDS[round.kind]
