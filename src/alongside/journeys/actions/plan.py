"""Hopes, goals and steps, strengths, pathways and medicine: written and changed by their word."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import now, today
from alongside.journeys.models import (
    Concern,
    Goal,
    Hope,
    Medicine,
    Pathway,
    PathwayChosen,
    Stage,
    Step,
    Strength,
)
from alongside.journeys.policies.plan import check_hopes_something, check_open
from alongside.journeys.policies.walk import check_is_in_use
from alongside.journeys.queries.stages import stages_of
from alongside.people.actions.once import add_once
from alongside.people.models import Recoveree
from alongside.people.policies.walking import check_not_ahead
from alongside.team.models import Account

Ending = TypeVar("Ending", Hope, Goal, Step, Strength, PathwayChosen, Medicine)


@transaction.atomic
def hope(
    *,
    recoveree: Recoveree,
    by: Account,
    words: str = "",
    concern: Concern | None = None,
    stage_id: UUID | None = None,
    by_on: date | None = None,
    instead_of: Hope | None = None,
    id: UUID | None = None,
) -> Hope:
    """What the person hopes for. `instead_of`: an earlier hope that became this one."""
    check_hopes_something(has_words=bool(words.strip()), has_stage=stage_id is not None)
    if stage_id:
        check_is_in_use(stage_id, {stage.id for stage in stages_of(recoveree.program)})
    if instead_of and (id is None or not Hope.objects.filter(pk=id).exists()):
        end(row=instead_of, by=by)
    row = Hope(
        recoveree=concern.recoveree if concern else recoveree,
        concern=concern,
        words=words,
        stage=Stage(pk=stage_id) if stage_id else None,
        by_on=by_on,
        by=by,
    )
    return add_once(row, verb="hope.write", id=id)


@transaction.atomic
def set_goal(
    *,
    recoveree: Recoveree,
    words: str,
    by: Account,
    concern: Concern | None = None,
    follows: Goal | None = None,
    id: UUID | None = None,
    **told,
) -> Goal:
    """Something the person wants. `follows`: the goal that changed into this one."""
    if follows and (id is None or not Goal.objects.filter(pk=id).exists()):
        end_goal(goal=follows, outcome=Goal.Outcome.CHANGED, by=by)
    goal = Goal(
        recoveree=concern.recoveree if concern else recoveree,
        words=words,
        concern=concern,
        follows=follows,
        by=by,
        **told,
    )
    return add_once(goal, verb="goal.set", id=id)


@transaction.atomic
def end_goal(*, goal: Goal, outcome: str, by: Account, on: date | None = None) -> Goal:
    """Done, changed or let go. Its open steps stay as they are, to be read."""
    check_not_ahead(on or today(), today=today())
    return _end(goal, {"outcome": outcome, "ended_on": on or today()}, by=by)


@transaction.atomic
def add_step(
    *, goal: Goal, words: str, by: Account, by_on: date | None = None, id: UUID | None = None
) -> Step:
    step = Step(goal=goal, recoveree=goal.recoveree, words=words, by_on=by_on, by=by)
    return add_once(step, verb="step.add", id=id)


@transaction.atomic
def take_step(*, step: Step, taken_by: str, by: Account, on: date | None = None) -> Step:
    """A step was taken: by the person, together, or by the coach for them."""
    check_not_ahead(on or today(), today=today())
    told = {"outcome": Step.Outcome.TAKEN, "taken_by": taken_by, "ended_on": on or today()}
    return _end(step, told, by=by)


@transaction.atomic
def let_step_go(*, step: Step, by: Account) -> Step:
    return _end(step, {"outcome": Step.Outcome.LET_GO, "ended_on": today()}, by=by)


def add_strength(
    *, recoveree: Recoveree, words: str, by: Account, dimension: str = "", id: UUID | None = None
) -> Strength:
    row = Strength(recoveree=recoveree, words=words, dimension=dimension, by=by)
    return add_once(row, verb="strength.add", id=id)


def choose_pathway(
    *,
    recoveree: Recoveree,
    by: Account,
    pathway: Pathway | None = None,
    words: str = "",
    since: date | None = None,
    id: UUID | None = None,
) -> PathwayChosen:
    """A way the person walks. There may be many at once."""
    row = PathwayChosen(recoveree=recoveree, pathway=pathway, words=words, since=since, by=by)
    return add_once(row, verb="pathway.choose", id=id)


def tell_medicine(
    *,
    recoveree: Recoveree,
    name: str,
    by: Account,
    words: str = "",
    since: date | None = None,
    id: UUID | None = None,
) -> Medicine:
    row = Medicine(recoveree=recoveree, name=name, words=words, since=since, by=by)
    return add_once(row, verb="medicine.tell", id=id)


@transaction.atomic
def end(*, row: Ending, by: Account) -> Ending:
    """This no longer holds. It stays readable among what held before."""
    return _end(row, {}, by=by)


def _end(row: Ending, told: dict, *, by: Account) -> Ending:
    """End a row once. The same told a second time, as by a double tap, changes nothing."""
    row = type(row).objects.select_for_update().get(pk=row.pk)
    is_same = all(getattr(row, name) == value for name, value in told.items())
    if row.ended_at is not None and told and is_same:
        return row
    check_open(has_ended=row.ended_at is not None)
    for name, value in {**told, "ended_at": now()}.items():
        setattr(row, name, value)
    row.save(update_fields=["ended_at", *told])
    trail.record(f"{row._meta.model_name}.end", row, by=by)
    return row
