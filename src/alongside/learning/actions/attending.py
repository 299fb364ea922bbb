"""Being there: checking in and out, and what a trainer says where that is not the whole."""

from django.db import IntegrityError, transaction

from alongside.audit import trail
from alongside.common.clock import now
from alongside.learning.actions.rooms import count_one
from alongside.learning.models import Marked, Participant, Place, Presence, Slot
from alongside.learning.policies.completing import check_minutes
from alongside.learning.policies.rooms import check_has_seat
from alongside.team.models import Account


@transaction.atomic
def check_in(*, participant: Participant, by: Account | None) -> Presence:
    """Here, from this moment on."""
    check_has_seat(has_seat=participant.place == Place.SEAT and participant.left_at is None)
    here = Presence.objects.filter(participant=participant, went_at=None)
    if known := here.first():
        return known
    try:
        with transaction.atomic():
            row = Presence.objects.create(participant=participant)
    except IntegrityError:  # pressed twice at the same moment
        return here.get()
    count_one(participant.cohort)
    trail.record("presence.begin", row, by=by)
    return row


@transaction.atomic
def check_out(*, participant: Participant, by: Account | None) -> None:
    """Gone, from this moment on. No reason is asked."""
    here = Presence.objects.select_for_update().filter(participant=participant, went_at=None)
    row = here.first()
    if row is None:
        return
    row.went_at = now()
    row.save(update_fields=["went_at"])
    count_one(participant.cohort)
    trail.record("presence.end", row, by=by)


@transaction.atomic
def check_all_out(*, cohort, by: Account) -> None:
    """The day is over: nobody stays checked in overnight."""
    rows = Presence.objects.filter(participant__cohort=cohort, went_at=None)
    if rows.update(went_at=now()):
        count_one(cohort)
        trail.record("presence.end", cohort, by=by, detail="all")


@transaction.atomic
def mark(*, participant: Participant, slot: Slot, minutes: int, by: Account) -> Marked:
    """How long somebody was there, as a trainer says; the latest counts."""
    check_minutes(minutes, planned=slot.minutes)
    latest = Marked.objects.filter(participant=participant, slot=slot).order_by("-created_at")
    last = latest.first()
    if last and last.minutes == minutes:
        return last
    row = Marked(participant=participant, slot=slot, minutes=minutes, by=by)
    row.save(force_insert=True)
    trail.record("attendance.mark", row, by=by, detail="minutes")
    return row
