"""Strategies by drug, way of taking it and moment; what holds for all stands behind the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.learning.curricula.parts import Strategies, Strategy

#: Keys in a course's file: whatever the drug, however it is taken.
ALL, ANY = "all", "any"


@dataclass(frozen=True)
class Asked:
    """What somebody chose; empty is open."""

    drug: str = ""
    route: str = ""
    moment: str = ""

    @property
    def is_open(self) -> bool:
        return not (self.drug or self.route or self.moment)

    def without(self, part: str) -> "Asked":
        told = {"drug": self.drug, "route": self.route, "moment": self.moment}
        return Asked(**{**told, part: ""})


def holds(one: Strategy, asked: Asked) -> bool:
    return (
        (not asked.drug or one.drug in (asked.drug, ALL))
        and (not asked.route or one.route in (asked.route, ANY))
        and (not asked.moment or one.moment == asked.moment)
    )


def is_of(one: Strategy, asked: Asked) -> bool:
    """Whether it was written for just this, and not for more."""
    return (not asked.drug or one.drug == asked.drug) and (
        not asked.route or one.route == asked.route
    )


def found(told: Iterable[Strategy], asked: Asked) -> list[Strategy]:
    """What holds for what was asked: that written for it first, then what holds for more."""
    return sorted((one for one in told if holds(one, asked)), key=lambda one: _width(one, asked))


def _width(one: Strategy, asked: Asked) -> tuple[bool, bool]:
    is_for_all = bool(asked.drug) and one.drug == ALL
    is_for_any = bool(asked.route) and one.route == ANY
    return is_for_all, is_for_any


def wider(told: Strategies, asked: Asked) -> list[str]:
    """The parts that, left open, would find something where nothing was found."""
    chosen = [part for part in ("moment", "route", "drug") if getattr(asked, part)]
    return [part for part in chosen if found(told.strategies, asked.without(part))]
