"""When a plan says something, and for how long being there after an overdose is offered."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed

#: One to three days after is when a visit or a call does most; it is offered for two weeks.
OFFERED_FOR = timedelta(days=14)
_FIRST, _LAST = timedelta(days=1), timedelta(days=3)


def days_that_matter_most(happened_on: date) -> tuple[date, date]:
    """The first and last of the days, 24 to 72 hours after."""
    return happened_on + _FIRST, happened_on + _LAST


def check_says_something(has_words: bool) -> None:
    if not has_words:
        raise NotAllowed(_("Write at least a few words in one of the boxes."))
