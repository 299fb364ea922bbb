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


def how_often(day: date, at: time) -> int:
    """How often clocks in the program's zone show this time on that day.

    Twice in the hour after which they go back; never in the hour that they skip.
    """
    wall = datetime.combine(day, at, timezone.get_default_timezone())
    before, after = wall.utcoffset(), wall.replace(fold=1).utcoffset()
    if before is None or after is None or before == after:
        return 1
    return 2 if before > after else 0


def begin_of(day: date) -> datetime:
    """The moment at which a day begins, in the program's time zone."""
    return timezone.make_aware(datetime.combine(day, time()))
