"""Promises: made, kept, or let go together."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from alongside.audit import trail
from alongside.common.clock import now
from alongside.common.ids import new_id
from alongside.contacts import policies
from alongside.contacts.actions.once import sent_once, stored_before
from alongside.contacts.models import Appointment, CallWish, Promise
from alongside.people.models import Recoveree
from alongside.team.models import Account


@sent_once
def make_promise(
    *,
    recoveree: Recoveree,
    words: str,
    due_on: date | None = None,
    by: Account,
    coach: Account | None = None,
    id: UUID | None = None,
) -> Promise:
    """coach: who holds the promise, if it is not who writes it down."""
    id = id or new_id()
    about = {"recoveree_id": recoveree.pk, "words": words, "due_on": due_on}
    if known := stored_before(Promise, id, by, **about):
        return known
    promise = Promise(
        id=id, recoveree=recoveree, words=words, due_on=due_on, coach=coach or by, by=by
    )
    promise.save(force_insert=True)
    trail.record("promise.make", promise, by=by)
    return promise


@transaction.atomic
def end_promise(*, promise: Promise, outcome: str, by: Account) -> Promise:
    promise = Promise.objects.select_for_update().get(pk=promise.pk)
    if promise.ended_at and promise.outcome == outcome:
        return promise  # a second tap
    policies.check_open(promise.ended_at)
    promise.outcome, promise.ended_at = outcome, now()
    promise.save(update_fields=["outcome", "ended_at"])
    trail.record("promise.end", promise, by=by, detail=outcome)
    return promise


@transaction.atomic
def hand_on(
    *,
    recoverees: Iterable[UUID],
    from_coach: Account | None,
    to_coach: Account,
    by: Account,
    walking: Iterable[UUID] = (),
) -> int:
    """Open promises, appointments and calls go to the next coach, with the people.

    from_coach: who held them; None: whoever does not walk with the people (`walking`, ids).
    Returns how many. Done again, there is nothing left to hand on.
    """
    lines = []
    held = Q(coach=from_coach) if from_coach else Q(coach__isnull=False) & ~Q(coach__in=walking)
    for model in (Promise, Appointment, CallWish):
        rows = model.objects.live().filter(held, recoveree__in=recoverees)
        lines += [trail.line_for("promise.hand_on", row) for row in rows]
        rows.update(coach=to_coach)
    if lines:
        trail.write(lines, by=by, organization_id=by.organization_id)
    return len(lines)
