"""Appointments. One that is moved ends, and a new one begins."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import now
from alongside.common.ids import new_id
from alongside.contacts import policies
from alongside.contacts.actions.once import sent_once, stored_before
from alongside.contacts.models import Appointment
from alongside.people.models import Recoveree
from alongside.team.models import Account


@sent_once
def make_appointment(
    *,
    recoveree: Recoveree,
    at: datetime,
    by: Account,
    coach: Account | None = None,
    id: UUID | None = None,
    **told,
) -> Appointment:
    """told: minutes, how, place and matter, as far as they are known."""
    id = id or new_id()
    if known := stored_before(Appointment, id, by, recoveree_id=recoveree.pk, at=at):
        return known
    appointment = Appointment(id=id, recoveree=recoveree, at=at, coach=coach or by, by=by, **told)
    appointment.save(force_insert=True)
    trail.record("appointment.make", appointment, by=by)
    return appointment


@transaction.atomic
def end_appointment(*, appointment: Appointment, outcome: str, by: Account) -> Appointment:
    appointment = Appointment.objects.select_for_update().get(pk=appointment.pk)
    if appointment.ended_at and appointment.outcome == outcome:
        return appointment  # a second tap
    policies.check_open(appointment.ended_at)
    appointment.outcome, appointment.ended_at = outcome, now()
    appointment.save(update_fields=["outcome", "ended_at"])
    trail.record("appointment.end", appointment, by=by, detail=outcome)
    return appointment


@sent_once
def move_appointment(
    *, appointment: Appointment, at: datetime, by: Account, id: UUID | None = None
) -> Appointment:
    """To another time: everything else stays as it was."""
    about = {"recoveree_id": appointment.recoveree_id, "at": at}
    if known := stored_before(Appointment, id, by, **about):
        return known
    old = end_appointment(appointment=appointment, outcome=Appointment.Outcome.MOVED, by=by)
    told = {name: getattr(old, name) for name in ("minutes", "how", "place", "matter")}
    return make_appointment(recoveree=old.recoveree, at=at, by=by, coach=old.coach, id=id, **told)
