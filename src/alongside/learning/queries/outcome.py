"""What a cohort learned about itself, as far as it is counted by people and by minutes.

Counted once, when the cohort is over: whatever is made up or marked later changes nothing
here, so that no look before and after tells of somebody. Small counts are left out, and
what they could be found from, as in the figures of a program.
"""

from dataclasses import dataclass

from alongside.learning.editions import course_of
from alongside.learning.models import Cohort, Outcome, Participant, Round
from alongside.learning.policies.attendance import Attended
from alongside.learning.policies.spread import LEAST_ANSWERS
from alongside.learning.queries.attendance import Standing, standings
from alongside.statistics.suppression import Hidden, Table, suppress

#: How people came by a module: there long enough, made up for what was missing, not yet.
HOW = ("there", "made_up", "missing")


def counted(cohort: Cohort) -> dict:
    """Numbers of those who have a seat now. Nothing in it is of one person.

    modules: by key, how many by `HOW`; minutes: credited to all together, by framework and code.
    """
    found = standings(cohort, Participant.objects.filter(cohort=cohort).here())
    return {
        "seats": len(found),
        "completed": sum(one.is_complete for one in found),
        "modules": _by_module(found),
        "minutes": _by_tag(found),
    }


def _by_module(found: list[Standing]) -> dict[str, list[int]]:
    modules: dict[str, list[int]] = {}
    for standing in found:
        for one in standing.attended:
            counts = modules.setdefault(one.key, [0] * len(HOW))
            counts[HOW.index(_how(one, standing.missing.enough))] += 1
    return modules


def _how(one: Attended, enough: float) -> str:
    if not one.is_enough(enough):
        return "missing"
    return "there" if one.share >= enough - 1e-9 else "made_up"


def _by_tag(found: list[Standing]) -> dict[str, dict[str, int]]:
    minutes: dict[str, dict[str, int]] = {}
    for standing in found:
        for framework, hours in standing.tags.items():
            codes = minutes.setdefault(framework, {})
            for code, told in hours.items():
                codes[code] = codes.get(code, 0) + round(told * 60)
    return minutes


@dataclass(frozen=True)
class Hours:
    """planned: of the course; each: on the average of those with a seat, to a tenth of that."""

    framework: str
    code: str
    planned: float
    each: float | None


@dataclass(frozen=True)
class Shares:
    """What may be shown. completed: those who did and those who did not yet; modules: by key."""

    completed: Table
    modules: dict[str, Table]
    hours: list[Hours]


def outcome_of(cohort: Cohort) -> Outcome | None:
    return Outcome.objects.filter(cohort=cohort).first()


def shares(outcome: Outcome) -> Shares:
    """The figures with small ones left out."""
    told = outcome.figures
    did, everyone = told["completed"], told["seats"]
    modules = {key: _shown(counts) for key, counts in told["modules"].items()}
    return Shares(_shown([did, everyone - did]), modules, _hours(outcome, modules))


def _shown(counts: list[int]) -> Table:
    return suppress(counts, least=LEAST_ANSWERS)


def _hours(outcome: Outcome, modules: dict[str, Table]) -> list[Hours]:
    """What the course has for each code, and what each had of it."""
    course, found = course_of(outcome.cohort), []
    for framework in course.frameworks:
        minutes = outcome.figures["minutes"].get(framework.key, {})
        for code, planned in course.counted(framework.key).items():
            if not planned:
                continue
            counted = [m.key for m in course.modules if m.counts.get(framework.key, {}).get(code)]
            is_hidden = any(_hides(modules.get(key)) for key in counted)
            each = None if is_hidden else _each(minutes.get(code, 0), planned, outcome)
            found.append(Hours(framework.key, code, planned / 60, each))
    return found


def _hides(table: Table | None) -> bool:
    """Then the minutes of all together could tell what a module's own line leaves out."""
    return table is None or any(isinstance(cell, Hidden) for cell in (*table.cells, table.total))


def _each(minutes: int, planned: int, outcome: Outcome) -> float:
    """The average, to a tenth of the course's hours: a few minutes of one person do not show."""
    return round(minutes / (planned * outcome.figures["seats"]), 1) * planned / 60


def evaluations(cohort: Cohort) -> list[Round]:
    """The evaluations that were closed, in their order."""
    rows = Round.objects.filter(cohort=cohort, kind="evaluation").exclude(closed_at=None)
    return list(rows.select_related("cohort__program", "slot").order_by("closed_at", "pk"))
