"""What may happen next, and when: tables and pure checks."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed

#: Days until the next call is suggested, after each outcome. None: as the person wished.
DAYS_TO_NEXT_CALL = {
    "talked": None,
    "left_message": 3,
    "no_answer": 1,
    "not_now": 1,
    "wrong_number": 7,
}
STOPS_CALLS = {"no_more_calls"}


def check_somebody_was_there(named: int, others: int) -> None:
    if not named and not others:
        raise NotAllowed(_("Say who it was, or how many people were there."))


def check_not_ahead(at: datetime, now: datetime) -> None:
    """A contact has happened. Ten minutes for clocks that do not agree."""
    if at > now + timedelta(minutes=10):
        raise NotAllowed(_("This time is still to come. An appointment may be what you need."))


def check_open(ended_at: datetime | None) -> None:
    """Promises, appointments and wishes for calls end once."""
    if ended_at is not None:
        raise NotAllowed(_("This has been settled already."))


def next_call(outcome: str, *, on: date, every_days: int) -> date | None:
    """The day to suggest for the next call; None if the person asked us not to call."""
    if outcome in STOPS_CALLS:
        return None
    return on + timedelta(days=DAYS_TO_NEXT_CALL[outcome] or every_days)
