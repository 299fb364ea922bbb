"""Hopes, goals, steps, strengths, pathways, medicine, and the plan that is made of them."""

from alongside.common.compiled import Ids, compiled_once
from alongside.journeys.models import (
    Goal,
    Hope,
    Medicine,
    PathwayChosen,
    PlanAgreed,
    PlanPart,
    Step,
    Strength,
)
from alongside.people.models import Recoveree
from alongside.people.queries import about_one, ids_of


def hopes_of(recoveree: Recoveree):
    """The hopes that hold, the earliest first."""
    return every_hope_of(recoveree).filter(ended_at=None).order_by("id")


def every_hope_of(recoveree: Recoveree):
    """Also those that became others, the latest first."""
    rows = Hope.objects.filter(about_one(recoveree)).select_related("stage", "concern", "by")
    return rows.order_by("-id")


def goals_of(recoveree: Recoveree):
    """Every goal with its steps, the latest first. Open ones have no `ended_at`."""
    rows = Goal.objects.filter(about_one(recoveree)).select_related("concern", "by")
    return rows.prefetch_related("steps").order_by("-id")


def every_strength_of(recoveree: Recoveree):
    return Strength.objects.filter(about_one(recoveree)).order_by("id")


def strengths_of(recoveree: Recoveree):
    return every_strength_of(recoveree).filter(ended_at=None)


def every_pathway_of(recoveree: Recoveree):
    rows = PathwayChosen.objects.filter(about_one(recoveree))
    return rows.select_related("pathway").order_by("id")


def pathways_chosen_by(recoveree: Recoveree):
    """The ways the person walks now, in the order in which they told of them."""
    return every_pathway_of(recoveree).filter(ended_at=None)


def every_medicine_of(recoveree: Recoveree):
    return Medicine.objects.filter(about_one(recoveree)).order_by("id")


def medicine_of(recoveree: Recoveree):
    return every_medicine_of(recoveree).filter(ended_at=None)


def plan_parts_of(recoveree: Recoveree) -> dict[str, PlanPart]:
    """The latest words on each side of the plan, by dimension."""
    return {row.dimension: row for row in every_plan_part_of(recoveree)}


def every_plan_part_of(recoveree: Recoveree):
    """Also what the sides of the plan said before, the earliest first."""
    rows = PlanPart.objects.filter(about_one(recoveree)).select_related("by")
    return rows.order_by("id")


def plans_agreed_of(recoveree: Recoveree):
    """The plans the person agreed to, the latest first."""
    rows = PlanAgreed.objects.filter(about_one(recoveree)).select_related("by")
    return rows.order_by("-agreed_on", "-id")


def steps_of(recoveree: Recoveree):
    """Every step there is, with its goal, the earliest first."""
    return Step.objects.filter(about_one(recoveree)).select_related("goal").order_by("id")


_strengths, _pathways, _medicine = map(
    compiled_once, (strengths_of, pathways_chosen_by, medicine_of)
)


def what_carries(recoveree: Recoveree) -> dict[str, list]:
    """What the person stands on now."""
    records = Ids(ids_of(recoveree))
    return {
        "strengths": _strengths(records),
        "pathways": _pathways(records),
        "medicine": _medicine(records),
    }
