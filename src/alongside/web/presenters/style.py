"""How help is given, drawn: for each stage two rows of five circles, as large as their share."""

from dataclasses import dataclass
from math import sqrt

from django.utils.translation import gettext as _

from alongside.journeys.forms.style import NAMES
from alongside.journeys.models import Reflection
from alongside.journeys.queries.style import OfStage, Said

STEP, WIDEST = 56, 20


@dataclass(frozen=True)
class Circle:
    x: int
    radius: float


def half_year_in_words(half_year: str) -> str:
    year, half = half_year.split("-")
    first, second = _("January to June %s"), _("July to December %s")
    return (first if half == "1" else second) % year


def rows_of(one: OfStage) -> list[dict]:
    return [_row(said) for said in one.voices]


def _row(said: Said) -> dict:
    counts = said.counts or ()
    total = sum(counts)
    return {
        "voice": said.voice,
        "name": Reflection.Voice(said.voice).label,
        "counts": counts,
        "circles": [
            Circle(STEP * at + STEP // 2, round(WIDEST * sqrt(n / total), 1))
            for at, n in enumerate(counts)
        ],
    }


def shown(by_half_year: dict[str, list[OfStage]]) -> list[dict]:
    """Each half year with its stages, as the page shows them."""
    return [
        {
            "name": half_year_in_words(half_year),
            "stages": [{"name": one.stage.name, "rows": rows_of(one)} for one in stages],
        }
        for half_year, stages in by_half_year.items()
    ]


def places() -> list[str]:
    return [str(name) for name in NAMES.values()]
