"""Scores of measures, from the answers of one day. Nothing here judges a number.

A scorer takes the items of a measure and the answers that were given, and returns the
scores by name; one that cannot be said is None. An item without an answer was left out:
nothing is put in its place, neither zero nor an average.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

Scores = dict[str, int | None]


@dataclass(frozen=True)
class Numbered:
    """An item that is answered by a whole number from `least` to `most`."""

    key: str
    least: int
    most: int
    is_reversed: bool = False

    def value(self, answer: int) -> int:
        """What the answer counts. Raises ValueError for one that the item does not have."""
        if type(answer) is not int or not self.least <= answer <= self.most:
            raise ValueError(f"{self.key}: {answer!r} is not from {self.least} to {self.most}")
        return self.least + self.most - answer if self.is_reversed else answer


Scorer = Callable[[Iterable[Numbered], Mapping[str, int]], Scores]


def each(items: Iterable[Numbered], answers: Mapping[str, int]) -> Scores:
    """Every item stands for itself, and what was left out is not there."""
    return {item.key: _value(item, answers) for item in items}


def total(items: Iterable[Numbered], answers: Mapping[str, int]) -> Scores:
    """The sum of all items; None if one was left out, for a part is not the whole."""
    values = [_value(item, answers) for item in items]
    known = [value for value in values if value is not None]
    return {"total": sum(known) if known and len(known) == len(values) else None}


def nothing(items: Iterable[Numbered], answers: Mapping[str, int]) -> Scores:
    """No score: what was said is what was said."""
    return {}


def _value(item: Numbered, answers: Mapping[str, int]) -> int | None:
    return item.value(answers[item.key]) if item.key in answers else None


#: By the name that a definition says.
SCORERS: dict[str, Scorer] = {"each": each, "total": total, "nothing": nothing}
#: What each of them does when an answer is missing. A definition says it too, and must agree.
MISSING = {"each": "each_alone", "total": "no_score", "nothing": "no_score"}


def bounds(scorer: str, items: Iterable[Numbered]) -> dict[str, tuple[int, int]]:
    """The least and the most that each score can be."""
    items = list(items)
    if scorer == "each":
        return {item.key: (item.least, item.most) for item in items}
    if scorer == "total":
        return {"total": (sum(i.least for i in items), sum(i.most for i in items))}
    return {}
