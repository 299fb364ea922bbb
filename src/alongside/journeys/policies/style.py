"""When one reflects on how help is given, and when what was said may be shown."""

from datetime import date

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed

#: From the traditional model (1) to the recovery model (5). Neither end is the better one.
PLACES = range(1, 6)
#: Fewer voices than these are not shown: one could guess who said what.
LEAST_VOICES = 5


def half_year_of(day: date) -> str:
    """The half year of a day, such as "2026-2". As texts they sort by time."""
    return f"{day.year}-{1 if day.month <= 6 else 2}"


def check_says_something(answers: dict) -> None:
    if not answers:
        raise NotAllowed(_("Choose a place for at least one stage. You can skip the others."))


def check_places(answers: dict, *, in_use: set) -> None:
    if not set(answers) <= in_use or not set(answers.values()) <= set(PLACES):
        raise NotAllowed(_("Choose one of these."))


def check_once(*, has_reflected: bool) -> None:
    if has_reflected:
        raise NotAllowed(_("You have done this for this half year. Thank you."))
