"""Check-ins for years: wished for, had, and ended by the person's word."""

from datetime import date
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import now, today
from alongside.journeys.models import CheckIn, CheckInWish
from alongside.journeys.policies.long_view import check_wish, months_later, next_check_in
from alongside.journeys.policies.plan import check_open
from alongside.people.actions.once import add_once
from alongside.people.models import Recoveree
from alongside.people.policies.walking import check_living, check_not_ahead
from alongside.people.queries import people_by_record, standing_for
from alongside.people.queries.standing import has_died
from alongside.team.models import Account


@transaction.atomic
def wish_for_check_ins(
    *,
    recoveree: Recoveree,
    until: date,
    by: Account,
    every_months: int = 3,
    next_on: date | None = None,
) -> CheckInWish:
    """A person would like to hear from us. Said again, the wish changes and is still one."""
    next_on = next_on or months_later(today(), every_months)
    check_living(has_died=has_died(recoveree))
    check_wish(every_months=every_months, next_on=next_on, until=until, today=today())
    Recoveree.objects.select_for_update().get(pk=recoveree.pk)
    wish = next(iter(_wishes_of(recoveree)), None)
    is_new = wish is None
    wish = wish or CheckInWish(recoveree=recoveree, by=by)
    wish.every_months, wish.next_on, wish.until = every_months, next_on, until
    wish.save(force_insert=is_new)
    trail.record("check_in_wish.begin" if is_new else "check_in_wish.change", wish, by=by)
    return wish


@transaction.atomic
def end_check_ins(*, recoveree: Recoveree, by: Account) -> None:
    """No more check-ins: the wish ends, on whichever record of the person it stands."""
    for wish in _wishes_of(recoveree):
        _end(wish, by=by)


@transaction.atomic
def check_in(
    *,
    wish: CheckInWish,
    answer: str,
    by: Account,
    words: str = "",
    on: date | None = None,
    next_on: date | None = None,
    id: UUID | None = None,
) -> CheckIn:
    """One check-in, offered or had. The wish moves on to the next, or ends by their word.

    next_on: the day agreed for the next one, if not the usual one.
    """
    on = on or today()
    check_not_ahead(on, today=today())
    wish = CheckInWish.objects.select_for_update().get(pk=wish.pk)
    row = CheckIn(recoveree=wish.recoveree, wish=wish, on=on, answer=answer, words=words, by=by)
    if id and CheckIn.objects.filter(pk=id).exists():
        return add_once(row, verb="check_in.write", id=id)
    check_open(has_ended=wish.ended_at is not None)
    row = add_once(row, verb="check_in.write", id=id)
    usual = next_check_in(answer, on=on, every_months=wish.every_months)
    _move_on(wish, usual and max(next_on or usual, on), by=by)
    return row


def _move_on(wish: CheckInWish, next_on: date | None, *, by: Account) -> None:
    if next_on is None:
        end_check_ins(recoveree=wish.recoveree, by=by)
    elif next_on > wish.until:
        _end(wish, by=by)
    else:
        wish.next_on = next_on
        wish.save(update_fields=["next_on"])


def _end(wish: CheckInWish, *, by: Account) -> None:
    wish.ended_at = now()
    wish.save(update_fields=["ended_at"])
    trail.record("check_in_wish.end", wish, by=by)


def _wishes_of(recoveree: Recoveree) -> list[CheckInWish]:
    """The wishes that hold, on whichever record of the person; that of the standing one first."""
    person = standing_for([recoveree.pk])[recoveree.pk]
    rows = CheckInWish.objects.live().filter(recoveree__in=people_by_record([person]))
    locked = rows.select_for_update(of=("self",)).select_related("recoveree__program")
    return sorted(locked, key=lambda wish: (wish.recoveree_id != person, wish.pk))
