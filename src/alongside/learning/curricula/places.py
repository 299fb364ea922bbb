"""Values in YAML files, each with the line it stands on, read into the dataclasses of a course.

The dataclasses are the format: a field's type says what may stand there, and whether it may
be left out. YAML's own guesses are not used (`no` stays a word, `1:30` is no number).
"""

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

import yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
SAMPLES = {int: "a whole number, such as 20", str: "some words", bool: "yes or no"}


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    """Something in a course's files to mend, and how."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what} {self.remedy}"


@dataclasses.dataclass(frozen=True)
class Words:
    """Words for people, in each language there is. The first language is the course's own."""

    texts: Mapping[str, str]

    def __str__(self) -> str:
        return next(iter(self.texts.values()), "")

    def said(self, language: str) -> str:
        """In this language; in the course's own where there is no other."""
        return self.texts.get(language) or str(self)


class Notebook:
    """What was found wrong while files were read, and where the values came from."""

    def __init__(self, languages: tuple[str, ...] = ("en",)) -> None:
        self.languages = languages
        self.problems: list[Problem] = []
        self._lines: dict[int, tuple[str, int, object]] = {}

    def wrong(self, file: str, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(file, line, what, remedy))

    def wrong_of(self, value: object, what: str, remedy: str) -> None:
        """Wrong about a value that was read earlier; it is known where it stood."""
        file, line, _value = self._lines.get(id(value), ("course.yaml", 1, value))
        self.wrong(file, line, what, remedy)

    def seen(self, value: object, file: str, line: int) -> None:
        self._lines[id(value)] = (file, line, value)  # held, so that its id stays its own


@dataclasses.dataclass(frozen=True)
class Place:
    """One value in one file."""

    file: str
    node: yaml.Node
    book: Notebook

    @property
    def line(self) -> int:
        return self.node.start_mark.line + 1

    def wrong(self, what: str, remedy: str) -> None:
        self.book.wrong(self.file, self.line, what, remedy)

    def at(self, node: yaml.Node) -> "Place":
        return Place(self.file, node, self.book)

    @property
    def text(self) -> str:
        if isinstance(self.node, yaml.ScalarNode):
            return self.node.value.strip()
        self.wrong("Here should be some words.", "Write them on one line, or after a bar: |")
        return ""

    @property
    def items(self) -> list["Place"]:
        if isinstance(self.node, yaml.SequenceNode):
            return [self.at(item) for item in self.node.value]
        self.wrong("Here should be a list.", "Begin each of its lines with a dash: - one")
        return []

    @property
    def pairs(self) -> dict[str, "Place"]:
        """By name. A name that stands here twice is wrong: YAML would keep the last in silence."""
        if not isinstance(self.node, yaml.MappingNode):
            self.wrong("Here should be names with values.", "Write each as `name: value`.")
            return {}
        found: dict[str, Place] = {}
        for key, value in self.node.value:
            if key.value in found:
                self.at(key).wrong(f"“{key.value}” stands here twice.", "Take one of them out.")
            found[key.value] = self.at(value)
        return found


def opened(file: str, text: str, book: Notebook) -> Place | None:
    """The whole of a YAML file; nothing, and a problem, when it cannot be read."""
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        book.wrong(
            file,
            mark.line + 1 if mark else 1,
            f"This is not YAML: {fault.problem or fault.context}.",
            "Look at this line and the one before: spaces at the beginning, a missing colon, "
            "or words with a colon that need quotation marks.",
        )
        return None
    except yaml.YAMLError:
        book.wrong(file, 1, "This is not YAML.", "Save the file as plain text in UTF-8.")
        return None
    if node is None:
        book.wrong(file, 1, "The file is empty.", "Fill it in, or remove it.")
        return None
    return Place(file, node, book)


def taken(place: Place, kind: Any) -> Any:
    """The value at a place as this type; what cannot be read is told to the notebook."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return taken(place, next(one for one in inside if one is not types.NoneType))
    if origin is tuple:
        return tuple(taken(item, inside[0]) for item in place.items)
    if origin in (Mapping, dict):
        return {name: taken(value, inside[1]) for name, value in place.pairs.items()}
    if kind not in READERS:
        return _object(place, kind)
    return READERS[kind](place)


def _object(place: Place, kind: Any) -> Any:
    """A dataclass from names and values; a missing value is told, and a bare one stands in."""
    hints = typing.get_type_hints(kind)
    pairs = place.pairs
    told = {}
    for field in dataclasses.fields(kind):
        if not field.metadata.get("written", True):
            continue
        found = pairs.pop(field.name, None)
        if found is not None:
            told[field.name] = _within(found, taken(found, hints[field.name]), field.metadata)
        elif _is_needed(field):
            place.wrong(f"“{field.name}” is missing.", _sample(field.name, hints[field.name]))
            told[field.name] = _bare(hints[field.name])
    for name, stray in pairs.items():
        known = [field.name for field in dataclasses.fields(kind)]
        near = get_close_matches(name, known, 1)
        remedy = f"Did you mean “{near[0]}”?" if near else f"Known here: {', '.join(known)}."
        stray.wrong(f"“{name}” is not known here.", remedy)
    made = kind(**told)
    place.book.seen(made, place.file, place.line)
    return made


def _is_needed(field: dataclasses.Field) -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing


def _within(place: Place, value: Any, limits: Mapping[str, Any]) -> Any:
    values = value if isinstance(value, tuple) else (value,)
    for one in values if "among" in limits else ():
        if one not in limits["among"]:
            near = get_close_matches(str(one), limits["among"], 1)
            known = ", ".join(limits["among"])
            remedy = f"Did you mean “{near[0]}”?" if near else f"Use one of: {known}."
            place.wrong(f"“{one}” is not one of the words for this.", remedy)
    if "low" in limits and not limits["low"] <= value <= limits["high"]:
        place.wrong(
            f"{value} is out of range.",
            f"Write a number from {limits['low']} to {limits['high']}.",
        )
    return value


def _sample(name: str, kind: Any) -> str:
    if kind is Words:
        return f"Add it, with each language below: {name}: then en: … and es: …"
    return f"Add a line: {name}: {SAMPLES.get(kind, '…')}"


def _bare(kind: Any) -> Any:
    """What stands in for a value that is missing, so that reading can go on."""
    origin = typing.get_origin(kind)
    if origin is tuple:
        return ()
    if origin in (Mapping, dict):
        return {}
    if dataclasses.is_dataclass(kind) and kind not in READERS:
        hints = typing.get_type_hints(kind)
        needed = [field.name for field in dataclasses.fields(kind) if _is_needed(field)]
        return typing.cast(type, kind)(**{name: _bare(hints[name]) for name in needed})
    return {int: 0, str: "", bool: False, Words: Words({})}.get(kind)


def _whole(place: Place) -> int:
    text = place.text
    if text.isascii() and text.isdigit():
        return int(text)
    place.wrong(f"“{text}” is not a whole number.", "Write only digits, such as 20.")
    return 0


def _truth(place: Place) -> bool:
    text = place.text.lower()
    if text not in ("yes", "no", "true", "false"):
        place.wrong(f"“{text}” is neither yes nor no.", "Write yes or no.")
    return text in ("yes", "true")


def _day(place: Place) -> date | None:
    try:
        return date.fromisoformat(place.text)
    except ValueError:
        place.wrong(f"“{place.text}” is not a day.", "Write it as 2026-11-28.")
        return None


def _words(place: Place) -> Words:
    """Words in one language (plain) or in each (by the language's code)."""
    if isinstance(place.node, yaml.ScalarNode):
        return Words({place.book.languages[0]: place.text})
    texts = {language: value.text for language, value in place.pairs.items()}
    for language in texts:
        if language not in place.book.languages:
            place.wrong(
                f"“{language}” is not a language of this course.",
                f"Its languages, in course.yaml, are {', '.join(place.book.languages)}. "
                "Words with a comma in them need quotation marks.",
            )
    return Words(texts)


def _some_words(place: Place) -> str:
    if not place.text and isinstance(place.node, yaml.ScalarNode):
        place.wrong("Nothing is written here.", "Write something, or take the line out.")
    return place.text


#: How a value of a simple type is read; any other type is a dataclass.
READERS: dict[Any, Any] = {
    int: _whole,
    str: _some_words,
    bool: _truth,
    date: _day,
    Words: _words,
}
