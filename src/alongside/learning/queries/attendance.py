"""Who was there for how much of which module, from check-ins and from what trainers say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from alongside.common.clock import now
from alongside.learning.editions import course_of
from alongside.learning.models import (
    Cohort,
    Excused,
    MadeUp,
    Marked,
    Participant,
    PlanGoal,
    Presence,
    Slot,
    TookPart,
)
from alongside.learning.policies.attendance import Attended, Span, hours_by_tag, share_of
from alongside.learning.policies.completing import Missing


@dataclass(frozen=True)
class Standing:
    """What a participant has so far. tags: credited hours by (framework, code)."""

    participant: Participant
    attended: list[Attended]
    missing: Missing
    tags: dict[str, dict[str, float]]

    @property
    def is_complete(self) -> bool:
        return not self.missing

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.attended)


def standings(cohort: Cohort, participants: Iterable[Participant]) -> list[Standing]:
    """Where each participant stands with the course. A handful of queries for the whole cohort."""
    slots = list(Slot.objects.filter(cohort=cohort).modules().select_related("day"))
    there, marked, made_up = _spans(cohort), _marked(cohort), _made_up(cohort)
    course = course_of(cohort)
    rules = course.completion
    needed = set(rules.modules) or {slot.key for slot in slots}
    plan, evaluation = _without_plan(cohort, rules), _without_evaluation(cohort, rules)
    enough = rules.present / 100
    found = []
    for one in participants:
        attended = [
            attended_of(
                slot,
                there.get(one.pk, []),
                marked.get((one.pk, slot.pk)),
                made_up.get((one.pk, slot.pk), 0),
            )
            for slot in slots
        ]
        must = [each for each in attended if each.key in needed]
        short = tuple(each for each in must if not each.is_enough(enough))
        missing = Missing(short, enough, plan=one.pk in plan, evaluation=one.pk in evaluation)
        found.append(Standing(one, attended, missing, _tags(course, attended)))
    return found


def attended_of(slot: Slot, there: list[Span], marked: Marked | None, made_up: int = 0) -> Attended:
    """What a trainer said last, else what the check-ins say; and what was made up."""
    if marked:
        share, is_over = marked.minutes / slot.minutes, True
    else:
        is_over = slot.ended_at is not None or slot.day.ends_at < now()
        run = (slot.started_at, slot.ended_at or now())
        share = share_of(run, there) if slot.started_at else 0.0
    return Attended(slot.key, slot.title, slot.minutes, share, made_up=made_up, is_over=is_over)


def _spans(cohort: Cohort) -> dict:
    spans: dict = {}
    at: datetime = now()
    for row in Presence.objects.filter(participant__cohort=cohort):
        spans.setdefault(row.participant_id, []).append((row.came_at, row.went_at or at))
    return spans


def _marked(cohort: Cohort) -> dict:
    rows = Marked.objects.filter(participant__cohort=cohort).order_by("created_at", "pk")
    return {(row.participant_id, row.slot_id): row for row in rows}


def _made_up(cohort: Cohort) -> dict:
    minutes: dict = {}
    for row in MadeUp.objects.live().filter(participant__cohort=cohort):
        who = (row.participant_id, row.slot_id)
        minutes[who] = minutes.get(who, 0) + row.minutes
    return minutes


def _without_plan(cohort: Cohort, rules) -> set:
    """Who has not written any goal, where the course asks for one. What it says is not read."""
    if not rules.action_plan:
        return set()
    wrote = PlanGoal.objects.filter(participant__cohort=cohort).values("participant")
    return _others_than(cohort, wrote, Excused.Rule.PLAN)


def _without_evaluation(cohort: Cohort, rules) -> set:
    """Who has handed in no evaluation, where the course asks for one."""
    if not rules.evaluation:
        return set()
    handed_in = TookPart.objects.filter(round__cohort=cohort, round__kind="evaluation")
    return _others_than(cohort, handed_in.values("participant"), Excused.Rule.EVALUATION)


def _others_than(cohort: Cohort, those, rule: str) -> set:
    excused = Excused.objects.filter(participant__cohort=cohort, rule=rule).values("participant")
    rows = Participant.objects.filter(cohort=cohort).exclude(pk__in=those).exclude(pk__in=excused)
    return set(rows.values_list("pk", flat=True))


def _tags(course, attended: list[Attended]) -> dict[str, dict[str, float]]:
    counts = {module.key: module.counts for module in course.modules}
    return {
        framework.key: hours_by_tag(
            attended, {key: told.get(framework.key, {}) for key, told in counts.items()}
        )
        for framework in course.frameworks
    }


def standing_of(participant: Participant) -> Standing:
    return standings(participant.cohort, [participant])[0]
