"""One's own plan after the course, who may see it, and a look back if one likes."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import local_day, now
from alongside.learning.actions.once import store_new
from alongside.learning.models import (
    CohortDay,
    FollowUp,
    Participant,
    PlanGoal,
    PlanShared,
)
from alongside.team.models import Account

#: Days after the course at which one may wish for a look back.
LOOKS_BACK = (30, 60, 90)


@transaction.atomic
def add_goal(*, participant: Participant, id: UUID, by: Account | None = None, **told) -> PlanGoal:
    """Sent again with the same id it is there once."""
    known = PlanGoal.objects.select_related("participant__cohort__program")
    if made := known.filter(pk=id, participant=participant).first():
        return made
    row = PlanGoal(id=id, participant=participant, **told)
    store_new(row)
    trail.record("plan.goal", row, by=by)
    return row


@transaction.atomic
def turn_goal(*, goal: PlanGoal, how: str, by: Account | None = None) -> None:
    """It is done, or let go. Either is fine, and both can be looked at later."""
    field = {"done": "done_at", "let_go": "ended_at"}[how]
    if getattr(goal, field) is None:
        setattr(goal, field, now())
        goal.save(update_fields=[field])
        trail.record("plan.turn", goal, by=by, detail=field)


@transaction.atomic
def share_plan(
    *, participant: Participant, account: Account | None, by: Account | None = None
) -> None:
    """Show the plan to one supervisor and nobody else; with None to nobody any more."""
    live = PlanShared.objects.live().filter(participant=participant)
    others = live if account is None else live.exclude(account=account)
    for row in others.select_related("participant__cohort__program"):
        row.ended_at = now()
        row.save(update_fields=["ended_at"])
        trail.record("plan.share", row, by=by, detail="ended")
    if account is not None and not live.filter(account=account).exists():
        row = PlanShared.objects.create(participant=participant, account=account)
        trail.record("plan.share", row, by=by)


@transaction.atomic
def wish_to_look_back(
    *, participant: Participant, days: Iterable[int], by: Account | None = None
) -> None:
    """When to be asked how it goes. What was answered stays; the other wishes are these now."""
    wished = set(days) & set(LOOKS_BACK)
    open_ = FollowUp.objects.filter(participant=participant, answered_at=None)
    gone, _each = open_.exclude(days__in=wished).delete()
    last = CohortDay.objects.filter(cohort=participant.cohort_id).latest("number")
    known = set(FollowUp.objects.filter(participant=participant).values_list("days", flat=True))
    for count in sorted(wished - known):
        due_on = local_day(last.ends_at) + timedelta(days=count)
        FollowUp.objects.create(participant=participant, days=count, due_on=due_on)
    if gone or wished - known:
        trail.record("plan.look_back", participant, by=by)


@transaction.atomic
def look_back(*, follow_up: FollowUp, words: str, by: Account | None = None) -> FollowUp:
    if follow_up.answered_at and follow_up.words == words:
        return follow_up
    follow_up.words, follow_up.answered_at = words, now()
    follow_up.save(update_fields=["words", "answered_at"])
    trail.record("plan.looked_back", follow_up, by=by)
    return follow_up
