"""When something a person told may be ended."""

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed


def check_not_ended(*, has_ended: bool) -> None:
    if has_ended:
        raise NotAllowed(_("Someone has already ended this. What holds now is shown here."))
