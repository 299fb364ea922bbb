"""Measures as files, one for each version of an instrument. See `docs/measures.md`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from alongside.journeys.measures.definitions import (
    Broken,
    Chart,
    Item,
    Licence,
    Measure,
    Text,
)
from alongside.journeys.measures.reading import read_measures

__all__ = [
    "Broken",
    "Chart",
    "Item",
    "Licence",
    "Measure",
    "Text",
    "catalogue",
    "definition",
    "newest",
    "read_measures",
]

HERE = Path(__file__).parent


@cache
def catalogue() -> Mapping[tuple[str, str], Measure]:
    """Every measure by key and version. Raises Broken, which says what is wrong and where."""
    measures = read_measures(sorted(HERE.glob("*.toml")))
    return MappingProxyType({(one.key, one.version): one for one in measures})


def newest() -> dict[str, Measure]:
    """The newest version of each measure, by key, in the order of their keys."""
    by_key: dict[str, Measure] = {}
    for one in sorted(catalogue().values(), key=lambda one: (one.key, one.order)):
        by_key[one.key] = one
    return by_key


def definition(key: str, version: str) -> Measure | None:
    """The definition by which answers were given; None if this Alongside has no such file."""
    return catalogue().get((key, version))
