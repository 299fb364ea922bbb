"""When a pause may begin, who answers an appeal, when a death may be recorded."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed

#: A pause ends by itself. To go on, somebody has to decide anew.
LONGEST_PAUSE = timedelta(days=90)


def check_can_pause(*, has_died: bool, since: date, until: date, today: date) -> None:
    if has_died:
        raise NotAllowed(_("This person's death is recorded, so there is nothing to pause."))
    if since < today:
        raise NotAllowed({"since": [_("A pause begins today or later.")]})
    if until <= since:
        raise NotAllowed({"until": [_("The end must come after the beginning.")]})
    if until - since > LONGEST_PAUSE:
        raise NotAllowed(
            {"until": [_("A pause lasts 90 days at most. It can be decided anew after that.")]}
        )


def check_can_end(*, has_ended: bool) -> None:
    if has_ended:
        raise NotAllowed(_("This pause has ended already."))


def check_can_answer(*, is_own_pause: bool, is_answered: bool) -> None:
    if is_own_pause:
        raise NotAllowed(_("Somebody else than who decided on the pause has to answer."))
    if is_answered:
        raise NotAllowed(_("This has been answered already."))


def check_can_record_death(*, has_died: bool, on: date | None, today: date) -> None:
    if has_died:
        raise NotAllowed(_("This death has been recorded already."))
    if on is not None and on > today:
        raise NotAllowed({"on": [_("This day is still to come.")]})
