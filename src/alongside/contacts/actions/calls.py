"""Telephone recovery support: wishes for calls, and tries to reach people."""

from datetime import date
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import local_day, now, today
from alongside.common.ids import new_id
from alongside.contacts import policies
from alongside.contacts.actions.once import sent_once, stored_before
from alongside.contacts.models import CallAttempt, CallWish
from alongside.people.models import Recoveree
from alongside.people.queries import people_by_record, standing_for
from alongside.team.models import Account


@transaction.atomic
def wish_for_calls(
    *,
    recoveree: Recoveree,
    by: Account,
    every_days: int = 7,
    next_on: date | None = None,
    coach: Account | None = None,
) -> CallWish:
    """A person wants to be called. Said again, the wish is changed and there is still one."""
    _wait_for(recoveree)
    wish = _wish_of(recoveree)
    is_new = wish is None
    wish = wish or CallWish(recoveree=recoveree, by=by)
    wish.every_days, wish.next_on, wish.coach = every_days, next_on or today(), coach
    wish.save(force_insert=is_new)
    trail.record("call_wish.begin" if is_new else "call_wish.change", wish, by=by)
    return wish


@transaction.atomic
def end_call_wish(*, wish: CallWish, by: Account) -> CallWish:
    """No more calls to this person: the wish ends, on whichever of their records it stands."""
    for row in _wishes_of(wish.recoveree):
        row.ended_at = now()
        row.save(update_fields=["ended_at"])
        trail.record("call_wish.end", row, by=by)
    wish.refresh_from_db()
    return wish


@sent_once
def record_attempt(
    *,
    recoveree: Recoveree,
    outcome: str,
    by: Account,
    words: str = "",
    way_id: UUID | None = None,
    next_on: date | None = None,
    at=None,
    id: UUID | None = None,
) -> CallAttempt:
    """One try, and what came of it. The wish moves on to the next call, or ends kindly.

    next_on: the day agreed for the next call, if not the usual one.
    """
    id = id or new_id()
    about = {"recoveree_id": recoveree.pk, "outcome": outcome, "words": words}
    if known := stored_before(CallAttempt, id, by, **about):
        return known
    at = at or now()
    wish = _wish_of(recoveree)
    if outcome in policies.STOPS_CALLS:
        next_on = None
    elif wish is not None:
        next_on = next_on or policies.next_call(
            outcome, on=local_day(at), every_days=wish.every_days
        )
    attempt = CallAttempt(
        id=id,
        recoveree=recoveree,
        at=at,
        outcome=outcome,
        words=words,
        way_id=way_id,
        next_on=next_on,
        by=by,
    )
    attempt.save(force_insert=True)
    trail.record("call.attempt", attempt, by=by, detail=outcome)
    _move_on(wish, attempt, by=by)
    return attempt


def _wait_for(recoveree: Recoveree) -> None:
    """Whoever writes down a wish for the same person waits here: there is one at a time."""
    Recoveree.objects.select_for_update().get(pk=recoveree.pk)


def _wishes_of(recoveree: Recoveree):
    """The wishes that hold, on whichever record of the person; that of this one first."""
    person = standing_for([recoveree.pk])[recoveree.pk]
    wishes = (
        CallWish.objects.live().select_for_update().filter(recoveree__in=people_by_record([person]))
    )
    return sorted(wishes, key=lambda wish: (wish.recoveree_id != person, wish.pk))


def _wish_of(recoveree: Recoveree) -> CallWish | None:
    return next(iter(_wishes_of(recoveree)), None)


def _move_on(wish: CallWish | None, attempt: CallAttempt, *, by: Account) -> None:
    if wish is None:
        return
    if attempt.outcome in policies.STOPS_CALLS:
        end_call_wish(wish=wish, by=by)
        return
    wish.next_on = attempt.next_on
    wish.save(update_fields=["next_on"])
