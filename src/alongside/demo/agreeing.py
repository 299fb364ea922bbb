"""The plan of a walk as it read on a day, for the lines that say it was agreed.

Made from what was told until then, as plain values: no database is asked.
"""

import json
from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace

from alongside.journeys.lists import STAGES, id_of
from alongside.journeys.models import SaferPlan
from alongside.journeys.queries.agreed import content_of

#: What a row is without, where a line told nothing of it.
BARE = dict.fromkeys(
    ("words", "dimension", "worked_before", "who_helps", "together", "who_else", "outcome"), ""
) | dict.fromkeys(("by_on", "stage_id", "concern", "ended_at", "ended_on"))


def content_on(
    day: date, told: Iterable[tuple[str, dict]], *, called: str, with_safer: bool
) -> str:
    """JSON, as `PlanAgreed.content` holds it. told: (model, values), the earliest first."""
    rows = _Told(list(told), day)
    safer = rows.of("SaferPlan")[-1:] if with_safer else []
    content = content_of(
        called=called,
        parts={row.dimension: row for row in rows.of("PlanPart")},
        goals=[row for row in rows.of("Goal") if row.ended_at is None],
        strengths=rows.of("Strength"),
        hopes=[row for row in rows.of("Hope") if row.ended_at is None],
        safer=safer[0] if safer else None,
        stages={id_of("stage", key): name for key, name, *_ in STAGES},
    )
    return json.dumps(content, ensure_ascii=False)


class _Told:
    def __init__(self, told: list[tuple[str, dict]], day: date):
        self.told, self.day = told, day
        self.concerns = {row.id: row for row in self._rows("Concern")}

    def of(self, model: str) -> list[SimpleNamespace]:
        rows = self._rows(model)
        for row in rows:
            row.concern = self.concerns.get(getattr(row, "concern_id", None))
            if model == "Goal":
                row.steps = SimpleNamespace(all=lambda goal=row: self._steps(goal))
        return rows

    def _rows(self, model: str) -> list[SimpleNamespace]:
        boxes = dict.fromkeys(SaferPlan.BOXES, "") if model == "SaferPlan" else {}
        return [
            SimpleNamespace(**{**BARE, **boxes, **values, "pk": values.get("id")})
            for name, values in self.told
            if name == f"journeys.{model}"
        ]

    def _steps(self, goal: SimpleNamespace) -> list[SimpleNamespace]:
        """A step is told with the day on which it was taken, which may lie ahead."""
        steps = [row for row in self._rows("Step") if row.goal_id == goal.id]
        for step in steps:
            if step.ended_on and step.ended_on > self.day:
                step.outcome = ""
        return steps
