"""Joining a cohort, leaving it, its waiting list, and what a trainer says of a beginning."""

from secrets import token_urlsafe
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import now
from alongside.common.errors import NotAllowed
from alongside.learning.actions.once import store_new
from alongside.learning.actions.rooms import count_one, hold
from alongside.learning.models import Cohort, Fundamentals, Participant, Place
from alongside.learning.own import fingerprint
from alongside.team.models import Account

#: More than these on a waiting list, and the code is being tried out or has gone astray.
LONGEST_LIST = 100


@transaction.atomic
def join(
    *, cohort: Cohort, called: str, by: Account | None = None, id: UUID | None = None, **told
) -> tuple[Participant, str]:
    """Take part, with a seat or on the waiting list. Gives the secret of their link, once.

    by: the colleague who joins; None for somebody without an account.
    """
    hold(cohort)
    if cohort.ended_at is not None:
        raise NotAllowed(_("This course is over."))
    secret = token_urlsafe(24)
    if by is not None and (known := Participant.objects.filter(cohort=cohort, account=by).first()):
        return _come_back(known, secret)
    everyone = Participant.objects.filter(cohort=cohort)
    if everyone.waiting().count() >= LONGEST_LIST:
        raise NotAllowed(_("The waiting list is full. Please ask a trainer."))
    is_full = everyone.here().count() >= cohort.seats
    row = Participant(
        cohort=cohort,
        account=by,
        called=called,
        place=Place.WAITING if is_full else Place.SEAT,
        key_hash=fingerprint(secret),
        **told,
    )
    if id:
        row.id = id
    store_new(row)
    count_one(cohort)
    trail.record("cohort.join", row, by=by)
    return row, secret


def _come_back(row: Participant, secret: str) -> tuple[Participant, str]:
    """A colleague who joins once more gets a new link; what the old one locked stays shut."""
    row.key_hash, row.left_at = fingerprint(secret), None
    row.save(update_fields=["key_hash", "left_at"])
    trail.record("cohort.join", row, by=row.account, detail="again")
    return row, secret


@transaction.atomic
def give_new_link(*, participant: Participant, by: Account) -> str:
    """For somebody who lost theirs. What they locked with the old one, nobody can open again."""
    secret = token_urlsafe(24)
    participant.key_hash = fingerprint(secret)
    participant.save(update_fields=["key_hash"])
    trail.record("participant.link", participant, by=by)
    return secret


@transaction.atomic
def leave(*, participant: Participant, by: Account | None) -> None:
    """Out of the cohort, without a reason. The first who waits gets the seat."""
    hold(participant.cohort)
    left = Participant.objects.filter(pk=participant.pk, left_at=None).update(left_at=now())
    if not left:
        return
    trail.record("cohort.leave", participant, by=by)
    if participant.place == Place.SEAT:
        _next_in_line(participant.cohort, by)
    count_one(participant.cohort)


def _next_in_line(cohort: Cohort, by: Account | None) -> None:
    everyone = Participant.objects.filter(cohort=cohort).select_related("cohort__program")
    if everyone.here().count() < cohort.seats and (first := everyone.waiting().first()):
        first.place = Place.SEAT
        first.save(update_fields=["place"])
        trail.record("participant.seat", first, by=by)


@transaction.atomic
def give_seat(*, participant: Participant, by: Account) -> None:
    """Off the waiting list, if there is a seat."""
    hold(participant.cohort)
    everyone = Participant.objects.filter(cohort=participant.cohort_id)
    if everyone.get(pk=participant.pk).place == Place.SEAT:
        return
    if everyone.here().count() >= participant.cohort.seats:
        raise NotAllowed(_("All seats are taken. Add a seat first."))
    everyone.filter(pk=participant.pk).update(place=Place.SEAT)
    count_one(participant.cohort)
    trail.record("participant.seat", participant, by=by)


@transaction.atomic
def waive(*, participant: Participant, because: str, by: Account) -> None:
    """A fundamentals training is not asked of this person, for a reason that is kept sealed."""
    if not because.strip():
        raise NotAllowed(_("Say in a few words why it is not needed."))
    was = (participant.fundamentals, participant.waived_because)
    if was == (Fundamentals.WAIVED, because):
        return
    participant.fundamentals = Fundamentals.WAIVED
    participant.waived_because, participant.waived_by = because, by
    participant.save(update_fields=["fundamentals", "waived_because", "waived_by"])
    trail.record("participant.waive", participant, by=by)


@transaction.atomic
def tell_of_oneself(*, participant: Participant, by: Account | None, **told) -> Participant:
    """What a participant says: what to call them, what would help, where to remind them."""
    for name, value in told.items():
        setattr(participant, name, value)
    participant.save(update_fields=list(told))
    trail.record("participant.tell", participant, by=by, detail=" ".join(sorted(told)))
    return participant
