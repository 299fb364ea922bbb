"""What the made-up programs say of themselves: coaches' pages, and how help is given."""

from collections.abc import Iterator
from datetime import date
from random import Random

from django.apps import apps
from django.db.models import Model

from alongside.demo.lives import some_id
from alongside.demo.walking import STAGES, stage
from alongside.demo.words import house_bank
from alongside.journeys.policies.style import half_year_of

VOICES = ("coaches", "served")


def half_years_ago(count: int, today: date) -> str:
    """The half year so many before that of today."""
    halves = today.year * 2 + (today.month > 6) - count
    return half_year_of(date(halves // 2, 7 if halves % 2 else 1, 1))


def reflections(*, today: date, seed: str) -> list[dict]:
    """What was said of half years that are over: values by program name, in no order."""
    chance = Random(f"{seed}/style")
    said = list(_reflections(today))
    chance.shuffle(said)
    return [{"id": some_id(chance), **one} for one in said]


def _reflections(today: date) -> Iterator[dict]:
    for told in house_bank()["style"]:
        half_year = half_years_ago(told["ago"], today)
        for short in filter(told.__contains__, STAGES):
            of = {"program": told["program"], "half_year": half_year, "stage_id": stage(short)}
            for voice, counts in zip(VOICES, told[short], strict=True):
                for place, count in enumerate(counts, start=1):
                    yield from [of | {"voice": voice, "place": place}] * count


def rows(house, *, today: date, seed: str) -> list[Model]:
    """Everything above as rows, for the programs and staff of this house."""
    page, reflection = (apps.get_model(name) for name in ("team.CoachPage", "journeys.Reflection"))
    pages = [
        page(account=house.staff[one["who"]], is_shown=True, **_words_of(one))
        for one in house_bank()["page"]
    ]
    said = [
        reflection(**one | {"program": house.programs[one["program"]]})
        for one in reflections(today=today, seed=seed)
    ]
    return [*pages, *said]


def _words_of(page: dict) -> dict:
    return {name: words for name, words in page.items() if name != "who"}
