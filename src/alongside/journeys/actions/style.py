"""How help is given here, at each stage, said by coaches and by the people served.

Who said what is not kept, and cannot be found by the order of rows either: with every page
of answers, all rows of the half year are written anew, shuffled, under new random ids.
"""

from collections.abc import Callable, Mapping
from secrets import SystemRandom
from uuid import UUID, uuid4

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import today
from alongside.journeys.models import Reflected, Reflection
from alongside.journeys.policies.style import (
    check_once,
    check_places,
    check_says_something,
    half_year_of,
)
from alongside.journeys.queries.stages import stages_in_use
from alongside.team.models import Account, Program


@transaction.atomic
def reflect(*, program: Program, answers: Mapping[UUID, int], by: Account) -> Reflected:
    """A coach's answers, once in a half year. Of the coach is kept only that they reflected."""
    program = Program.objects.select_for_update().get(pk=program.pk)
    half_year = half_year_of(today())
    mine = {"program": program, "account": by, "half_year": half_year}
    check_once(has_reflected=Reflected.objects.filter(**mine).exists())
    check_says_something(dict(answers))
    _add(program, half_year, Reflection.Voice.COACHES, answers)
    row = Reflected.objects.create(**mine)
    trail.record("style.reflect", row, by=by)
    return row


@transaction.atomic
def hear_from_served(
    *, program: Program, answers: Mapping[UUID, int], is_new: Callable[[], bool] = lambda: True
) -> None:
    """What a person the program serves said, turned round, of nobody's name.

    is_new: asked when nobody else can come in between, so that one page counts once.

    The one action without a line in the trail: just before it stands whose record the coach
    had open, so a line here would say whose answer came in.
    """
    program = Program.objects.select_for_update().get(pk=program.pk)
    if is_new():
        _add(program, half_year_of(today()), Reflection.Voice.SERVED, answers)


def _add(program: Program, half_year: str, voice: str, answers: Mapping[UUID, int]) -> None:
    check_places(dict(answers), in_use={stage.id for stage in stages_in_use(program)})
    told = Reflection.objects.filter(program=program, half_year=half_year)
    rows = [(row.voice, row.stage_id, row.place) for row in told]
    rows += [(voice, stage_id, place) for stage_id, place in answers.items()]
    SystemRandom().shuffle(rows)
    told.delete()
    Reflection.objects.bulk_create(
        Reflection(
            id=uuid4(),
            program=program,
            half_year=half_year,
            voice=voice,
            stage_id=stage_id,
            place=place,
        )
        for voice, stage_id, place in rows
    )
