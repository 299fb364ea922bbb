"""What a cohort learned about itself: pictures with their numbers, and words of nobody's name."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.learning.activities.kinds import wishes
from alongside.learning.editions import course_of
from alongside.learning.policies.spread import LEAST_ANSWERS
from alongside.learning.queries.answers import how_many_answered, spreads, voices
from alongside.learning.queries.outcome import Shares, evaluations, outcome_of, shares
from alongside.statistics.suppression import Hidden, Table
from alongside.web.pictures.spread import bars
from alongside.web.presenters.learning.movement import movements
from alongside.web.presenters.learning.tongue import language


def learned(cohort, *, is_whole: bool) -> dict:
    """is_whole: for whoever leads. Others see no words, no attendance and no hours."""
    outcome = outcome_of(cohort)
    found = shares(outcome) if outcome else None
    return {
        "cohort": cohort,
        "least": LEAST_ANSWERS,
        "movements": movements(cohort),
        "evaluations": [_evaluation(one, with_words=is_whole) for one in evaluations(cohort)],
        "outcome": outcome,
        "completed": _completed(found.completed) if found else None,
        "modules": _modules(cohort, found) if found and is_whole else [],
        "frameworks": _frameworks(cohort, found) if found and is_whole else [],
    }


def _evaluation(round, *, with_words: bool) -> dict:
    told = voices(round) if with_words else {}
    return {
        "answered": how_many_answered(round),
        "spreads": [bars(one) for one in spreads(round, language())],
        "voices": [(part.words, told[part.key]) for part in wishes() if told.get(part.key)],
    }


def _number(cell) -> str:
    """A count, or the sign that stands for one that is left out."""
    return _("not shown") if isinstance(cell, Hidden) else str(cell)


def _completed(table: Table) -> dict:
    did, not_yet = map(_number, table.cells)
    return {"did": did, "not_yet": not_yet, "all": _number(table.total)}


@dataclass(frozen=True)
class ModuleLine:
    title: str
    there: str
    made_up: str
    missing: str


def _modules(cohort, found: Shares) -> list[ModuleLine]:
    return [
        ModuleLine(module.title.said(language()), *map(_number, found.modules[module.key].cells))
        for module in course_of(cohort).modules
        if module.key in found.modules
    ]


def _frameworks(cohort, found: Shares) -> list[tuple[str, list[tuple]]]:
    """(framework, [(domain, hours of the course, hours of each on the average)])"""
    frameworks = []
    for framework in course_of(cohort).frameworks:
        told = {one.code: one for one in found.hours if one.framework == framework.key}
        lines = [
            (code.title.said(language()), told[code.key].planned, told[code.key].each)
            for code in framework.codes
            if code.key in told
        ]
        frameworks.append((f"{framework.title} {framework.version}".strip(), lines))
    return frameworks


def rules(cohort) -> dict:
    """What the course asks for, in its own words and as it is kept."""
    asked = course_of(cohort).completion
    return {
        "text": asked.text.said(language()),
        "plan": asked.action_plan,
        "evaluation": asked.evaluation,
    }
