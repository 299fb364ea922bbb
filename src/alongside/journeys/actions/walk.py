"""Naming concerns, and writing down where things stood on a day."""

from datetime import date
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import today
from alongside.journeys.models import (
    ChangeTalk,
    Concern,
    ConcernRhythm,
    FormerName,
    Sighting,
    Stage,
)
from alongside.journeys.policies.walk import (
    check_corrects_the_newest,
    check_is_in_use,
    check_says_something,
    check_turns,
)
from alongside.journeys.queries.stages import stages_of
from alongside.people.actions.once import add_once
from alongside.people.models import Recoveree, Rhythm
from alongside.people.policies.walking import check_living, check_not_ahead
from alongside.people.queries.standing import has_died
from alongside.team.models import Account


@transaction.atomic
def name_concern(
    *, recoveree: Recoveree, name: str, by: Account, dimension: str = "", id: UUID | None = None
) -> Concern:
    check_living(has_died=has_died(recoveree))
    concern = Concern(recoveree=recoveree, name=name, dimension=dimension, by=by)
    return add_once(concern, verb="concern.name", id=id)


@transaction.atomic
def reword_concern(
    *, concern: Concern, name: str, by: Account, dimension: str | None = None
) -> Concern:
    """Other words for the same thing. Those before are kept."""
    concern = Concern.objects.select_for_update().get(pk=concern.pk)
    dimension = concern.dimension if dimension is None else dimension
    if (name, dimension) == (concern.name, concern.dimension):
        return concern
    if name != concern.name:
        before = {"concern": concern, "recoveree": concern.recoveree, "name": concern.name}
        FormerName.objects.create(**before, by=by)
    concern.name, concern.dimension = name, dimension
    concern.save(update_fields=["name", "dimension"])
    trail.record("concern.reword", concern, by=by)
    return concern


@transaction.atomic
def turn_concern(
    *,
    concern: Concern,
    kind: Rhythm.Kind,
    by: Account,
    on: date | None = None,
    id: UUID | None = None,
) -> ConcernRhythm:
    """A concern rests, or wakes. Neither ends anything."""
    on = on or today()
    check_not_ahead(on, today=today())
    turn = ConcernRhythm(concern=concern, recoveree=concern.recoveree, kind=kind, on=on, by=by)
    if id is None or not ConcernRhythm.objects.filter(pk=id).exists():
        check_turns(is_so_already=concern.is_resting == (kind == Rhythm.Kind.RESTING))
    return add_once(turn, verb=f"concern.{kind}", id=id)


@transaction.atomic
def see(
    *,
    recoveree: Recoveree,
    by: Account,
    concern: Concern | None = None,
    answer: str = Sighting.Answer.STAGE,
    stage_id: UUID | None = None,
    seen_on: date | None = None,
    said_by_person: bool = True,
    words: str = "",
    corrects: Sighting | None = None,
    id: UUID | None = None,
) -> Sighting:
    """Where the journey in general (without a concern), or one concern, stood on a day.

    corrects: an earlier row of this person that was a slip of the pen.
    """
    seen_on = seen_on or today()
    check_not_ahead(seen_on, today=today())
    is_stage = answer == Sighting.Answer.STAGE
    check_says_something(is_stage_asked=is_stage, has_stage=stage_id is not None)
    if is_stage and stage_id:
        check_is_in_use(stage_id, {stage.id for stage in stages_of(recoveree.program)})
    if corrects and (id is None or not Sighting.objects.filter(pk=id).exists()):
        corrects = Sighting.objects.select_for_update().get(pk=corrects.pk)
        check_corrects_the_newest(is_corrected=corrects.corrections.exists())
    sighting = Sighting(
        recoveree=concern.recoveree if concern else recoveree,
        concern=concern,
        answer=answer,
        stage=Stage(pk=stage_id) if is_stage else None,
        seen_on=seen_on,
        said_by_person=said_by_person,
        words=words,
        corrects=corrects,
        by=by,
    )
    return add_once(sighting, verb="sighting.write", id=id)


@transaction.atomic
def hear_change_talk(
    *,
    recoveree: Recoveree,
    talk: str,
    by: Account,
    concern: Concern | None = None,
    words: str = "",
    said_on: date | None = None,
    id: UUID | None = None,
) -> ChangeTalk:
    """How the person spoke of change today. Nothing opens or shuts by it."""
    said_on = said_on or today()
    check_not_ahead(said_on, today=today())
    row = ChangeTalk(
        recoveree=concern.recoveree if concern else recoveree,
        concern=concern,
        talk=talk,
        words=words,
        said_on=said_on,
        by=by,
    )
    return add_once(row, verb="change_talk.hear", id=id)
