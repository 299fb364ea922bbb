"""When someone may begin or end walking with a person, and when a journey rests or wakes."""

from datetime import date

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed


def check_living(*, has_died: bool) -> None:
    if has_died:
        raise NotAllowed(
            _(
                "This person's death is recorded, so nothing new can begin here. "
                "If that is a mistake, take the death back first."
            )
        )


def check_can_pair(*, has_died: bool, walks_already: bool, works_here: bool) -> None:
    check_living(has_died=has_died)
    if not works_here:
        raise NotAllowed(_("Only someone who coaches in this program can walk with this person."))
    if walks_already:
        raise NotAllowed(_("They walk together already."))


def check_can_part(*, since: date, until: date, has_parted: bool) -> None:
    if has_parted:
        raise NotAllowed(_("This has already been ended."))
    if until < since:
        raise NotAllowed(_("The last day cannot be before the first day."))


def check_can_turn(*, has_died: bool, is_so_already: bool, on: date, today: date) -> None:
    """Resting or waking: any number of times, in any order, from today or an earlier day."""
    check_living(has_died=has_died)
    check_not_ahead(on, today=today)
    if is_so_already:
        raise NotAllowed(_("That is how it is already."))


def check_not_ahead(day: date, *, today: date) -> None:
    if day > today:
        raise NotAllowed(_("This day is still to come. Choose today or an earlier day."))
