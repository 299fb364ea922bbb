"""A program's own words and order for stages. No sighting is touched by any of it."""

from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.journeys.models import Stage, StageHere
from alongside.team.models import Account, Program


@transaction.atomic
def call_stage(
    *,
    program: Program,
    stage_id: UUID,
    by: Account,
    name: str = "",
    say: str = "",
    order: int,
    is_shown: bool = True,
) -> StageHere:
    """What this program calls a stage and where it stands in its row; blank words: as listed."""
    here, _ = StageHere.objects.update_or_create(
        program=program,
        stage_id=stage_id,
        defaults={"name": name, "say": say, "order": order, "is_shown": is_shown},
    )
    trail.record("stage.call", here, by=by, organization_id=program.organization_id)
    return here


@transaction.atomic
def add_stage(
    *,
    program: Program,
    name: str,
    by: Account,
    say: str = "",
    order: int = 100,
    id: UUID | None = None,
) -> Stage:
    stage = Stage(program=program, name=name, say=say, order=order, **({"id": id} if id else {}))
    stage.save(force_insert=True)
    trail.record("stage.add", stage, by=by)
    return stage
