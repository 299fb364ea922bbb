"""When a module may begin, an activity may open, and an answer still counts."""

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed


def check_is_open(*, is_open: bool) -> None:
    """Said to whoever answers when the room has gone on."""
    if not is_open:
        raise NotAllowed(
            _("The room has gone on, so this does not count any more. Your words are still here.")
        )


def check_nothing_else_open(*, is_other_open: bool) -> None:
    if is_other_open:
        raise NotAllowed(_("Something else is open in the room. Close it first."))


def check_opens_once(*, was_open: bool) -> None:
    """Opened again, it would show what changed: with few people, whose place it was."""
    if was_open:
        raise NotAllowed(
            _("This was open before. It opens once, so that nobody’s answer can be worked out.")
        )


def check_is_running(*, is_running: bool) -> None:
    if not is_running:
        raise NotAllowed(_("Begin this module first."))


def check_has_seat(*, has_seat: bool) -> None:
    if not has_seat:
        raise NotAllowed(_("You are on the waiting list. Once you have a seat you can take part."))


def check_places(chosen: dict, *, places: dict[str, int]) -> None:
    """chosen: place by item. places: how many there are for each item."""
    if not all(1 <= place <= places.get(item, 0) for item, place in chosen.items()):
        raise NotAllowed(_("Choose one of these."))
