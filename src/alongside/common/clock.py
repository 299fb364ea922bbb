"""The one file that asks the clock, so that tests and imports can set the time."""

from datetime import date, datetime, time

from django.utils import timezone


def now() -> datetime:
    """This moment, in UTC, with its time zone."""
    return timezone.now()


def today() -> date:
    """Today in the program's time zone."""
    return timezone.localdate()


def local_day(at: datetime) -> date:
    """The calendar day of a moment, in the program's time zone."""
    return local(at).date()


def local(at: datetime) -> datetime:
    """A moment in the program's time zone."""
    return at.astimezone(timezone.get_default_timezone())


def begin_of(day: date) -> datetime:
    """The moment at which a day begins, in the program's time zone."""
    return timezone.make_aware(datetime.combine(day, time()))
