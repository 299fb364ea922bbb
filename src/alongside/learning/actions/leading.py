"""What whoever leads does: begin a module, go to a step, open and close an activity.

Each names what it is about (which module, which activity), not "the next one": two who
press at the same moment have done it once.
"""

from datetime import timedelta
from random import SystemRandom
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import now
from alongside.common.errors import NotAllowed
from alongside.learning.actions.once import store_new
from alongside.learning.actions.rooms import hold, tell_all
from alongside.learning.activities import KINDS, Answers, kind_of
from alongside.learning.activities.roles import CASTS
from alongside.learning.curricula import Activity
from alongside.learning.editions import course_of
from alongside.learning.models import Agreement, Cohort, GroupSeat, Round, Slot, TookPart
from alongside.learning.policies import pairing
from alongside.learning.policies.rooms import (
    check_is_running,
    check_nothing_else_open,
    check_opens_once,
)
from alongside.learning.queries.draws import in_the_room, roles_held, who_met_whom
from alongside.learning.queries.statements import latest_list
from alongside.team.models import Account

LONGEST_TIMER = 120


@transaction.atomic
def begin_slot(*, slot: Slot, by: Account) -> None:
    """A module or a break begins, and what ran before it ends."""
    room = hold(slot.cohort)
    slot.refresh_from_db()
    if slot.started_at is not None:
        return
    at = now()
    _close_open(room.cohort, at, by)
    _end_running(room.cohort, at, by)
    slot.started_at = at
    slot.save(update_fields=["started_at"])
    room.slot, room.step, room.recalled, room.timer_ends_at = slot, 0, None, None
    room.save(update_fields=["slot", "step", "recalled", "timer_ends_at"])
    tell_all(room.cohort)
    trail.record("slot.begin", slot, by=by)


@transaction.atomic
def end_slot(*, slot: Slot, by: Account) -> None:
    """What runs now ends, and nothing else begins: the end of a day."""
    room = hold(slot.cohort)
    slot.refresh_from_db()
    if slot.started_at is None or slot.ended_at is not None:
        return
    at = now()
    _close_open(room.cohort, at, by)
    _end_running(room.cohort, at, by)
    room.timer_ends_at = room.recalled = None
    room.save(update_fields=["timer_ends_at", "recalled"])
    tell_all(room.cohort)


def _end_running(cohort: Cohort, at, by: Account) -> None:
    for running in Slot.objects.running().filter(cohort=cohort).select_related("cohort__program"):
        running.ended_at = at
        running.save(update_fields=["ended_at"])
        trail.record("slot.end", running, by=by)


def _close_open(cohort: Cohort, at, by: Account) -> None:
    for row in Round.objects.open().filter(cohort=cohort).select_related("cohort__program"):
        row.closed_at = at
        row.save(update_fields=["closed_at"])
        _forget_answers(row)
        trail.record("round.close", row, by=by)


def _forget_answers(round: Round) -> None:
    """Nobody changes or looks at their own any more, so only that they answered is kept.

    In rows that are written anew, shuffled: where they lie tells nobody's turn.
    """
    if not kind_of(round).is_forgotten:
        return
    rows = TookPart.objects.filter(round=round)
    people = list(rows.values_list("participant_id", flat=True))
    SystemRandom().shuffle(people)
    rows.delete()
    TookPart.objects.bulk_create(
        TookPart(round=round, participant_id=who, created_at=round.created_at) for who in people
    )


@transaction.atomic
def go_to_step(*, cohort: Cohort, slot: Slot, step: int, by: Account) -> None:
    room = hold(cohort)
    check_is_running(is_running=room.slot_id == slot.pk)
    steps = 0 if slot.is_break else len(course_of(cohort).module(slot.key).steps)
    step = max(0, min(step, steps - 1))
    if room.step == step:
        return
    room.step = step
    room.save(update_fields=["step"])
    tell_all(cohort)
    trail.record("room.step", room, by=by)


@transaction.atomic
def set_timer(*, cohort: Cohort, minutes: int, by: Account) -> None:
    """A countdown that the whole room sees. None for 0 minutes."""
    room = hold(cohort)
    minutes = max(0, min(minutes, LONGEST_TIMER))
    room.timer_ends_at = now() + timedelta(minutes=minutes) if minutes else None
    room.save(update_fields=["timer_ends_at"])
    tell_all(cohort)
    trail.record("room.timer", room, by=by)


@transaction.atomic
def recall(*, cohort: Cohort, agreement: Agreement | None, by: Account) -> None:
    """Bring an agreement to everybody's mind, all at once; with None it goes again."""
    room = hold(cohort)
    if room.recalled_id == (agreement and agreement.pk):
        return
    room.recalled = agreement
    room.save(update_fields=["recalled"])
    tell_all(cohort)
    trail.record("room.recall", room, by=by)


@transaction.atomic
def open_round(*, cohort: Cohort, slot: Slot, step: int, by: Account, id: UUID) -> Round:
    """Open the activity of a step in the room. Sent again with the same id it is found."""
    room = hold(cohort)
    if made := Round.objects.filter(pk=id, cohort=cohort).first():
        return made
    check_is_running(is_running=room.slot_id == slot.pk and slot.is_break is False)
    activity = _activity_of(cohort, slot, step)
    row = Round(
        id=id,
        cohort=cohort,
        slot=slot,
        kind=activity.kind,
        key=f"{slot.key}/{step}",
        settings=dict(activity.settings),
        worded=latest_list(cohort) if activity.kind == "continuum" else None,
    )
    _check_may_open(row)
    store_new(row)
    if kind_of(row).answers == Answers.DRAWN:
        _draw(row)
    room.step = step
    room.save(update_fields=["step"])
    tell_all(cohort)
    trail.record("round.open", row, by=by, detail=row.kind)
    return row


def _activity_of(cohort: Cohort, slot: Slot, step: int) -> Activity:
    steps = course_of(cohort).module(slot.key).steps
    activity = steps[step].activity if step < len(steps) else None
    if activity is None or activity.kind not in KINDS:
        raise NotAllowed(_("There is nothing to open in this step."))
    return activity


def _check_may_open(row: Round) -> None:
    rounds = Round.objects.filter(cohort=row.cohort)
    check_nothing_else_open(is_other_open=rounds.open().exists())
    was_open = kind_of(row).is_once and rounds.filter(key=row.key).exists()
    check_opens_once(was_open=was_open)


@transaction.atomic
def close_round(*, round: Round, by: Account) -> None:
    """The round is over for good; now what the group said can be shown."""
    hold(round.cohort)
    if Round.objects.filter(pk=round.pk, closed_at=None).update(closed_at=now()):
        _forget_answers(round)
        tell_all(round.cohort)
        trail.record("round.close", round, by=by)


@transaction.atomic
def draw_again(*, round: Round, by: Account) -> None:
    """Somebody came or went: pairs and triads anew, for the round that is open."""
    hold(round.cohort)
    if not Round.objects.open().filter(pk=round.pk).exists():
        return
    GroupSeat.objects.filter(round=round).delete()
    _draw(round)
    tell_all(round.cohort)
    trail.record("round.draw", round, by=by)


def _draw(round: Round) -> None:
    """Pairs or triads of everybody who is in the room, by chance and without repeats if it can be.

    Who is in the room: those who checked in, or, where nobody did, all who have a seat.
    """
    people = [one.pk for one in in_the_room(round.cohort)]
    chance, held = SystemRandom(), roles_held(round.cohort, round.kind)
    size = int(round.settings.get("people", 2))
    groups = pairing.drawn(people, size=size, met=who_met_whom(round.cohort), chance=chance)
    GroupSeat.objects.bulk_create(
        GroupSeat(round=round, participant_id=who, number=number, role=role)
        for number, group in enumerate(groups, start=1)
        for who, role in pairing.cast(group, CASTS[round.kind], held=held)
    )
