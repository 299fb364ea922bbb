"""How often and for how long we stay in touch, and when the next check-in is."""

from calendar import monthrange
from datetime import date, timedelta

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed

EVERY_MONTHS = (1, 3, 6, 12)
LONGEST_YEARS = 5
#: Nobody answered: try again soon. Not now: ask again in a while.
AGAIN_AFTER = timedelta(days=7)
NOT_NOW_MONTHS = 1


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last one that month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(today: date) -> date:
    """The latest day until which one can wish for check-ins."""
    return months_later(today, 12 * LONGEST_YEARS)


def check_wish(*, every_months: int, next_on: date, until: date, today: date) -> None:
    if every_months not in EVERY_MONTHS:
        raise NotAllowed({"every_months": [_("Choose one of these.")]})
    if next_on < today:
        raise NotAllowed({"next_on": [_("Choose today or a later day.")]})
    if until < next_on:
        raise NotAllowed({"until": [_("The last day cannot be before the next check-in.")]})
    if until > last_day(today):
        raise NotAllowed({"until": [_("Choose a day within five years. You can wish anew then.")]})


def next_check_in(answer: str, *, on: date, every_months: int) -> date | None:
    """The day of the next check-in; None if the person wants no more."""
    if answer == "no_more":
        return None
    if answer == "not_reached":
        return on + AGAIN_AFTER
    return months_later(on, NOT_NOW_MONTHS if answer == "not_now" else every_months)
