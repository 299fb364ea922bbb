"""The kinds of activity a room can open, and the settings each takes.

A setting is a number, a word from a list, or keys of something in the course's files. All
have a value when left out, so that `activity: {kind: continuum}` is enough to begin with.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from alongside.learning.curricula.parts import Activity
from alongside.learning.curricula.places import Notebook, Place, taken


@dataclass(frozen=True)
class Number:
    default: int
    low: int = 1
    high: int = 120


@dataclass(frozen=True)
class Choice:
    default: str
    among: tuple[str, ...]


@dataclass(frozen=True)
class Keys:
    """Keys of items in a part of the course; none named means all of them."""

    of: str


Setting = Number | Choice | Keys
_MINUTES_EACH = Number(default=5, high=60)
_GROUP = Number(default=3, low=2, high=6)

KINDS: Mapping[str, Mapping[str, Setting]] = {
    "agreements": {"starters": Keys("starters")},
    "continuum": {
        "round": Number(default=1, high=3),
        "statements": Keys("statements"),
        "answers_needed": Number(default=5, low=5, high=40),
    },
    "pairs": {"people": Number(default=2, low=2, high=3), "minutes_each": _MINUTES_EACH},
    "case-making": {"cases": Keys("cases"), "minutes_each": _MINUTES_EACH},
    "timeline": {"events": Keys("timeline")},
    "strategies": {},
    "principles": {},
    "stages": {"stages": Keys("stages")},
    "system-map": {},
    "resources": {"resources": Keys("resources")},
    "what-next": {"situations": Keys("situations"), "minutes_each": _MINUTES_EACH},
    "inventory": {"words": Keys("inventory")},
    "role-plays": {
        "plays": Keys("role_plays"),
        "people": _GROUP,
        "minutes_each": Number(default=8, high=60),
        "rounds": Number(default=3, high=6),
    },
    "advocacy": {},
    "gather": {"show": Choice("words", ("words", "count", "nothing"))},
    "action-plan": {},
    "evaluation": {},
}


def activity_at(place: Place) -> Activity:
    """The activity with every setting filled in; what is wrong goes to the notebook."""
    pairs = place.pairs
    kind = pairs.pop("kind", None)
    if kind is None:
        place.wrong("The activity does not say which kind it is.", "Add: kind: continuum")
        return Activity("")
    known = KINDS.get(kind.text)
    if known is None:
        near = get_close_matches(kind.text, KINDS, 1)
        kind.wrong(
            f"There is no activity “{kind.text}”.",
            f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(KINDS)}.",
        )
        return Activity("")
    settings = {name: _value(pairs.pop(name, None), setting) for name, setting in known.items()}
    for name, stray in pairs.items():
        takes = ", ".join(known) or "nothing to set"
        stray.wrong(f"“{name}” is no setting of {kind.text}.", f"It takes: {takes}.")
    made = Activity(kind.text, settings)
    place.book.seen(made, place.file, place.line)
    return made


def _value(place: Place | None, setting: Setting) -> object:
    if isinstance(setting, Keys):
        return taken(place, tuple[str, ...]) if place else ()
    if place is None:
        return setting.default
    if isinstance(setting, Choice):
        if place.text not in setting.among:
            place.wrong(
                f"“{place.text}” cannot be set here.", f"Use one of: {', '.join(setting.among)}."
            )
        return place.text
    number = taken(place, int)
    if not setting.low <= number <= setting.high:
        place.wrong(f"{number} is out of range.", f"Write {setting.low} to {setting.high}.")
    return number


def stray_keys(activity: Activity, parts: Mapping[str, set[str]], book: Notebook) -> None:
    """Tells of keys in an activity's settings that nothing in the course has."""
    for name, setting in KINDS.get(activity.kind, {}).items():
        if not isinstance(setting, Keys):
            continue
        for key in activity.settings[name]:
            if key not in parts[setting.of]:
                near = get_close_matches(key, parts[setting.of], 1)
                remedy = f"Did you mean “{near[0]}”?" if near else f"See the keys of {setting.of}."
                book.wrong_of(activity, f"{name} names “{key}”, which is not there.", remedy)
