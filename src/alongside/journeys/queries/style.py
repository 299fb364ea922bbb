"""What was said of how help is given, counted; never by whom, and never of a few."""

from dataclasses import dataclass

from django.db.models import Count

from alongside.common.clock import today
from alongside.journeys.models import Reflected, Reflection
from alongside.journeys.policies.style import LEAST_VOICES, PLACES, half_year_of
from alongside.journeys.queries.stages import StageShown, stages_of


@dataclass(frozen=True)
class Said:
    """What one circle said of one stage in a half year. counts: by place; None if too few."""

    voice: str
    counts: tuple[int, ...] | None


@dataclass(frozen=True)
class OfStage:
    half_year: str
    stage: StageShown
    voices: tuple[Said, ...]


def has_reflected(program, account) -> bool:
    mine = Reflected.objects.filter(program=program, account=account)
    return mine.filter(half_year=half_year_of(today())).exists()


def style_of(program) -> dict[str, list[OfStage]]:
    """By half year, the latest first: each stage of which something was said. Three queries.

    A half year is shown once it is over: while it runs, one look before and one after an
    answer would tell what that answer was.
    """
    counted: dict[tuple, list[int]] = {}
    over = Reflection.objects.filter(program=program, half_year__lt=half_year_of(today()))
    keys = ("half_year", "stage_id", "voice", "place")
    for half_year, stage_id, voice, place, n in over.values_list(*keys).annotate(n=Count("pk")):
        counts = counted.setdefault((half_year, stage_id, voice), [0] * len(PLACES))
        counts[PLACES.index(place)] = n
    told = {key[:2] for key in counted}
    shown: dict[str, list[OfStage]] = {}
    for half_year in sorted({half_year for half_year, _ in told}, reverse=True):
        shown[half_year] = [
            OfStage(half_year, stage, _voices(counted, half_year, stage))
            for stage in stages_of(program)
            if (half_year, stage.id) in told
        ]
    return shown


def _voices(counted: dict, half_year: str, stage: StageShown) -> tuple[Said, ...]:
    cells = {voice: counted.get((half_year, stage.id, voice), ()) for voice in Reflection.Voice}
    return tuple(
        Said(voice, tuple(counts) if sum(counts) >= LEAST_VOICES else None)
        for voice, counts in cells.items()
    )
