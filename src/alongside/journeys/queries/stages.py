"""Stages as one program calls and orders them."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext

from alongside.common.compiled import One, compiled_once
from alongside.journeys.lists import LEFT_OUT_AT_FIRST
from alongside.journeys.models import Pathway, Stage, StageHere


@dataclass(frozen=True)
class Words:
    """What a stage is called, and what one can say of it to a person."""

    name: str
    say: str


@dataclass(frozen=True)
class StageShown:
    """A stage, as this program shows it. `order` is a place in a row and no height.

    listed: its words in the list it comes from, in the reader's language.
    """

    id: UUID
    key: str
    name: str
    say: str
    order: int
    is_shown: bool
    listed: Words

    def __str__(self):
        return self.name


def stages_of(program) -> list[StageShown]:
    """Every stage there is for this program, in its order, in its words. Two queries.

    For choosing, take those that are shown (`stages_in_use`); history may hold others.
    """
    here = {row.stage_id: row for row in _here(One(program.pk))}
    shown = [_shown(stage, here.get(stage.pk)) for stage in _stages(One(program.pk))]
    return sorted(shown, key=lambda stage: (stage.order, stage.name))


@compiled_once
def _here(program_id: One):
    return StageHere.objects.filter(program=program_id)


@compiled_once
def _stages(program_id: One):
    return Stage.objects.filter(Q(program=None) | Q(program=program_id))


def stages_in_use(program) -> list[StageShown]:
    return [stage for stage in stages_of(program) if stage.is_shown]


def _shown(stage: Stage, here: StageHere | None) -> StageShown:
    listed = Words(str(stage), gettext(stage.say) if stage.key and stage.say else stage.say)
    if here is None:
        is_shown = stage.ended_at is None and stage.key not in LEFT_OUT_AT_FIRST
        row = (listed.name, listed.say, stage.order, is_shown)
    else:
        row = (here.name or listed.name, here.say or listed.say, here.order, here.is_shown)
    return StageShown(stage.pk, stage.key, *row, listed)


def pathways_of(program) -> list[Pathway]:
    """The pathways one may choose here, by the alphabet of the reader's language."""
    rows = Pathway.objects.live().filter(Q(program=None) | Q(program=program))
    return sorted(rows, key=lambda row: str(row).casefold())
