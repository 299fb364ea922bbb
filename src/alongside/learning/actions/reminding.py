"""One neutral letter before a day of a course, or when a look back is due that was wished for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import begin_of
from alongside.learning.models import CohortDay, FollowUp, Participant, Reminder


@dataclass(frozen=True)
class Letter:
    """To whom, when and where; and not what for. at: None for a look back."""

    participant: Participant
    address: str
    at: datetime | None
    place: str


def letters_due(today: date) -> Iterator[Letter]:
    """Those to be sent now. Each is written down before it is given out, so none goes twice."""
    tomorrow = begin_of(today + timedelta(days=1))
    ahead = CohortDay.objects.filter(
        cohort__ended_at=None,
        begins_at__gte=tomorrow,
        begins_at__lt=tomorrow + timedelta(days=1),
    )
    for day in ahead.select_related("cohort__program"):
        for one in Participant.objects.filter(cohort=day.cohort_id).here():
            one.cohort = day.cohort
            yield from _once(one, today, at=day.begins_at, place=day.cohort.place)
    wished = FollowUp.objects.filter(due_on=today, answered_at=None, participant__left_at=None)
    for row in wished.select_related("participant__cohort__program"):
        yield from _once(row.participant, today, at=None, place="")


@transaction.atomic
def _once(participant: Participant, on: date, *, at: datetime | None, place: str) -> list[Letter]:
    """The letter, if there is an address and none was sent today."""
    if not participant.address:
        return []
    _row, is_new = Reminder.objects.get_or_create(participant=participant, on=on)
    if not is_new:
        return []
    trail.record("participant.remind", participant, by=None)
    return [Letter(participant, participant.address, at, place)]
