"""Who was there for how much of which module, from check-ins and from what trainers say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from alongside.common.clock import now
from alongside.learning.editions import course_of
from alongside.learning.models import Cohort, Marked, Participant, Presence, Slot
from alongside.learning.policies.attendance import (
    Attended,
    Span,
    hours_by_tag,
    is_complete,
    share_of,
)


@dataclass(frozen=True)
class Standing:
    """What a participant has so far. tags: credited hours by (framework, code)."""

    participant: Participant
    attended: list[Attended]
    is_complete: bool
    tags: dict[str, dict[str, float]]

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.attended)


def standings(cohort: Cohort, participants: Iterable[Participant]) -> list[Standing]:
    """Each participant's attendance of every module. Three queries for the whole cohort."""
    slots = list(Slot.objects.filter(cohort=cohort, is_break=False))
    there, marked = _spans(cohort), _marked(cohort)
    course = course_of(cohort)
    needed = set(course.completion.modules) or {slot.key for slot in slots}
    enough = course.completion.present / 100
    found = []
    for one in participants:
        attended = [
            attended_of(slot, there.get(one.pk, []), marked.get((one.pk, slot.pk)))
            for slot in slots
        ]
        must = [each for each in attended if each.key in needed]
        found.append(
            Standing(one, attended, is_complete(must, enough=enough), _tags(course, attended))
        )
    return found


def attended_of(slot: Slot, there: list[Span], marked: Marked | None) -> Attended:
    """What a trainer said last, else what the check-ins say."""
    if marked and marked.made_up:
        return Attended(slot.key, slot.title, slot.minutes, 0.0, is_made_up=True)
    if marked and marked.minutes is not None:
        return Attended(slot.key, slot.title, slot.minutes, marked.minutes / slot.minutes)
    if slot.started_at is None:
        return Attended(slot.key, slot.title, slot.minutes, 0.0)
    run = (slot.started_at, slot.ended_at or now())
    return Attended(slot.key, slot.title, slot.minutes, share_of(run, there))


def _spans(cohort: Cohort) -> dict:
    spans: dict = {}
    at: datetime = now()
    for row in Presence.objects.filter(participant__cohort=cohort):
        spans.setdefault(row.participant_id, []).append((row.came_at, row.went_at or at))
    return spans


def _marked(cohort: Cohort) -> dict:
    rows = Marked.objects.filter(participant__cohort=cohort).order_by("created_at", "pk")
    return {(row.participant_id, row.slot_id): row for row in rows}


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
