"""Reading definition files. What does not fit is told with its file and its place."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from alongside.journeys.measures.definitions import (
    Broken,
    Chart,
    Item,
    ItemText,
    Licence,
    Measure,
    Text,
)
from alongside.statistics.measures import MISSING, SCORERS

KINDS = ("scale", "ladder", "choice", "words")
MODES = ("self", "together", "phone")
WORDINGS = ("here", "program")
ABOUT = ("concern", "goal")
KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
VERSION = re.compile(r"\d+(\.\d+)*")
#: What may stand in each table of a file, and of which type; what ends in "?" may be absent.
FILE: dict[str, type] = {
    "key": str,
    "version": str,
    "licence_status": str,
    "citation": str,
    "modes": list,
    "languages": list,
    "scorer": str,
    "missing": str,
    "wording?": str,
    "about?": list,
    "again_after?": list,
    "items": list,
    "charts?": list,
    "texts": dict,
}
ITEM: dict[str, type] = {
    "key": str,
    "kind": str,
    "least?": int,
    "most?": int,
    "reversed?": bool,
    "choices?": list,
}
TEXT: dict[str, type] = {
    "title": str,
    "purpose": str,
    "licence": str,
    "missing?": str,
    "paper?": str,
    "reading?": list,
    "items?": dict,
    "scores?": dict,
}
ITEM_TEXT: dict[str, type] = {"words?": str, "least?": str, "most?": str, "choices?": dict}
CHART: dict[str, type] = {"scores": list, "dotted?": list}


def read_measures(paths: Iterable[Path]) -> list[Measure]:
    """The measures of these files. Raises Broken."""
    measures: list[Measure] = []
    for path in paths:
        measure = read_measure(path.read_text(encoding="utf-8"), where=path.name)
        if any((one.key, one.version) == (measure.key, measure.version) for one in measures):
            raise Broken(f"{path.name}: “{measure.key}” {measure.version} is there already")
        measures.append(measure)
    return measures


def read_measure(source: str, *, where: str) -> Measure:
    """One measure from the text of its file. Raises Broken."""
    try:
        told = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise Broken(f"{where}: not TOML: {error}") from error
    try:
        return _measure(told)
    except Broken as error:
        raise Broken(f"{where}: {error}") from None


def _measure(told: dict[str, Any]) -> Measure:
    _check_shape(told, FILE)
    measure = Measure(
        key=_matching(told["key"], KEY, "key"),
        version=_matching(told["version"], VERSION, "version"),
        licence=Licence(_one_of(told["licence_status"], list(Licence), "licence_status")),
        citation=_filled(told["citation"], "citation"),
        modes=tuple(_some_of(told["modes"], MODES, "modes")),
        scorer=_one_of(told["scorer"], list(SCORERS), "scorer"),
        missing=told["missing"],
        items=tuple(_item(one) for one in told["items"]),
        wording=_one_of(told.get("wording", "here"), WORDINGS, "wording"),
        about=tuple(_some_of(told.get("about", []), ABOUT, "about")),
        again_after=tuple(_days(told.get("again_after", []))),
        charts=tuple(_chart(one) for one in told.get("charts", [])),
        texts={language: _text(told["texts"][language], language) for language in told["texts"]},
    )
    if list(measure.texts) != told["languages"]:
        raise Broken(f"languages: texts are there in {', '.join(measure.texts) or 'none'}")
    for problem in _problems(measure):
        raise Broken(problem)
    return measure


def _item(told: Any) -> Item:
    where = f"item “{told.get('key', '?') if isinstance(told, dict) else told}”"
    _check_shape(told, ITEM, where)
    item = Item(
        key=_matching(told["key"], KEY, where),
        kind=_one_of(told["kind"], KINDS, f"{where}: kind"),
        least=told.get("least", 0),
        most=told.get("most", 0),
        is_reversed=told.get("reversed", False),
        choices=tuple(_matching(one, KEY, where) for one in told.get("choices", [])),
    )
    if item.is_number and not item.least < item.most:
        raise Broken(f"{where}: “least” must be below “most”")
    if not item.is_number and {"least", "most", "reversed"} & set(told):
        raise Broken(f"{where}: only a scale or a ladder has ends")
    if bool(item.choices) != (item.kind == "choice"):
        raise Broken(f"{where}: a choice, and nothing else, has “choices”")
    return item


def _text(told: Any, language: str) -> Text:
    where = f"texts.{language}"
    _check_shape(told, TEXT, where)
    items = {}
    for key, words in told.get("items", {}).items():
        _check_shape(words, ITEM_TEXT, f"{where}.items.{key}")
        items[key] = ItemText(**words)
    reading = tuple(_filled(one, f"{where}.reading") for one in told.get("reading", []))
    for name in ("title", "purpose", "licence"):
        _filled(told[name], f"{where}.{name}")
    return Text(**{**told, "reading": reading, "items": items})


def _chart(told: Any) -> Chart:
    _check_shape(told, CHART, "charts")
    scores = [_matching(one, KEY, "charts") for one in told["scores"]]
    return Chart(tuple(scores), tuple(told.get("dotted", [])))


def _problems(measure: Measure) -> Iterator[str]:
    """What is wrong where two parts of a file must fit each other."""
    keys = [item.key for item in measure.items]
    if not keys:
        yield "items: there is none"
    yield from (f"item “{key}” is there twice" for key in set(keys) if keys.count(key) > 1)
    if measure.missing != MISSING[measure.scorer]:
        yield f"missing: with the scorer “{measure.scorer}” it is “{MISSING[measure.scorer]}”"
    for chart in measure.charts:
        unknown = {*chart.scores, *chart.dotted} - set(measure.bounds)
        yield from (f"charts: there is no score “{one}”" for one in unknown)
    for language, text in measure.texts.items():
        yield from (f"texts.{language}{problem}" for problem in _text_problems(measure, text))


def _text_problems(measure: Measure, text: Text) -> Iterator[str]:
    keys = {item.key for item in measure.items}
    yield from (f".items: there is no item “{key}”" for key in text.items if key not in keys)
    missing = [score for score in measure.bounds if not text.scores.get(score)]
    yield from (f".scores: no words for “{score}”" for score in missing)
    if measure.wording == "program":
        if any(one.words for one in text.items.values()):
            yield ".items: the wording is the program’s to load, and must not stand here"
        return
    for item in measure.items:
        words = text.items.get(item.key)
        if words is None or not words.words.strip():
            yield f".items.{item.key}: no words"
        elif item.is_number and not (words.least and words.most):
            yield f".items.{item.key}: no words for its two ends"
        elif set(item.choices) != set(words.choices):
            yield f".items.{item.key}: its choices do not fit those of the item"


def _check_shape(told: Any, shape: dict[str, type], where: str = "") -> None:
    before = f"{where}: " if where else ""
    if not isinstance(told, dict):
        raise Broken(f"{before}this must be a table")
    known = {name.rstrip("?"): (kind, name.endswith("?")) for name, kind in shape.items()}
    for name in told:
        if name not in known:
            raise Broken(f"{before}“{name}” is not known")
    for name, (kind, may_lack) in known.items():
        if name not in told and not may_lack:
            raise Broken(f"{before}“{name}” is missing")
        if name in told and type(told[name]) is not kind:
            raise Broken(f"{before}“{name}” must be of the kind {kind.__name__}")


def _one_of(value: Any, allowed: Iterable[str], where: str) -> str:
    if value not in allowed:
        raise Broken(f"{where}: “{value}” is not one of {', '.join(allowed)}")
    return value


def _some_of(values: list, allowed: Iterable[str], where: str) -> list[str]:
    if len(set(values)) < len(values) or (where == "modes" and not values):
        raise Broken(f"{where}: name each once, and at least one")
    return [_one_of(value, allowed, where) for value in values]


def _days(values: list) -> list[int]:
    if not all(type(day) is int and day > 0 for day in values) or values != sorted(set(values)):
        raise Broken("again_after: days, the fewest first")
    return values


def _matching(value: Any, pattern: re.Pattern, where: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise Broken(f"{where}: “{value}” does not look like one")
    return value


def _filled(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Broken(f"{where}: no words")
    return value
