"""The plan as one set of words: how it stands now, and how it was agreed on a day."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from alongside.journeys.models import (
    Dimension,
    Goal,
    Hope,
    PlanAgreed,
    PlanPart,
    SaferPlan,
    Step,
    Strength,
)
from alongside.journeys.queries import plan
from alongside.journeys.queries.safety import safer_plans_of
from alongside.journeys.queries.stages import stages_of
from alongside.people.models import Recoveree

FORM = 1
BOXES = ("words", "together", "who_else")
#: Told in the copy, but no reason to say that a plan has changed: what the person is called,
#: what a program calls a stage, and that a step was taken.
BESIDE = {"called", "stage", "is_taken", "safer"}


def content_of(
    *,
    called: str,
    parts: Mapping[str, PlanPart],
    goals: Iterable[Goal],
    strengths: Iterable[Strength],
    hopes: Iterable[Hope],
    safer: SaferPlan | None,
    stages: Mapping,
) -> dict:
    """A copy of the words, as plain values; asks the database for nothing.

    stages: {id: name}, as the program calls them on this day. What is of no side of life
    stands under the side "".
    """
    goals, strengths = list(goals), list(strengths)
    return {
        "form": FORM,
        "called": called,
        "hopes": [_hope(row, stages) for row in hopes],
        "sides": [
            {
                "dimension": side,
                **{box: getattr(parts.get(side), box, "") for box in BOXES},
                "goals": [_goal(row) for row in goals if side_of(row) == side],
                "strengths": [row.words for row in strengths if row.dimension == side],
            }
            for side in (*Dimension.values, "")
        ],
        "safer": {box: getattr(safer, box) for box in SaferPlan.BOXES} if safer else None,
    }


def side_of(goal: Goal) -> str:
    """The side of life of a goal, or else of the concern it is for."""
    return goal.dimension or (goal.concern.dimension if goal.concern else "")


def _hope(row: Hope, stages: Mapping) -> dict:
    return {
        "words": row.words,
        "about": row.concern.name if row.concern else "",
        "stage_id": str(row.stage_id or ""),
        "stage": str(stages.get(row.stage_id, "")),
        "by_on": _iso(row.by_on),
    }


def _goal(row: Goal) -> dict:
    steps = sorted(row.steps.all(), key=lambda step: step.pk)
    return {
        "words": row.words,
        "about": row.concern.name if row.concern else "",
        "worked_before": row.worked_before,
        "who_helps": row.who_helps,
        "by_on": _iso(row.by_on),
        "steps": [_step(step) for step in steps if step.outcome != Step.Outcome.LET_GO],
    }


def _step(step: Step) -> dict:
    is_taken = step.outcome == Step.Outcome.TAKEN
    return {"words": step.words, "by_on": _iso(step.by_on), "is_taken": is_taken}


def _iso(day) -> str:
    return day.isoformat() if day else ""


def plan_now(recoveree: Recoveree) -> dict:
    """The plan as it stands now. As many queries for a long plan as for a short one."""
    return content_of(
        called=recoveree.called,
        parts=plan.plan_parts_of(recoveree),
        goals=plan.goals_of(recoveree).filter(ended_at=None).order_by("id"),
        strengths=plan.strengths_of(recoveree),
        hopes=plan.hopes_of(recoveree),
        safer=safer_plans_of(recoveree).first(),
        stages={stage.id: stage.name for stage in stages_of(recoveree.program)},
    )


def content_in(row: PlanAgreed) -> dict:
    """The words of a plan as they were agreed."""
    return json.loads(row.content)


def is_empty(content: dict) -> bool:
    sides = content["sides"]
    told = [side[key] for side in sides for key in (*BOXES, "goals", "strengths")]
    return not any([*told, content["hopes"], content["safer"]])


def fingerprint(content: dict) -> str:
    """The same for the same words: so that what is agreed is what was read."""
    words = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()


def has_changed(agreed: dict, now: dict) -> bool:
    """Whether the plan reads otherwise now than when it was agreed."""
    if agreed["safer"] and agreed["safer"] != now["safer"]:
        return True
    return _bare(agreed) != _bare(now)


def _bare(told):
    """A content without what stands beside the plan."""
    if isinstance(told, dict):
        return {key: _bare(value) for key, value in told.items() if key not in BESIDE}
    return [_bare(one) for one in told] if isinstance(told, list) else told
