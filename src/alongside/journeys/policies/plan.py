"""When a hope, a goal or a step may end. Each ends once, by the person's word."""

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed


def check_open(*, has_ended: bool) -> None:
    if has_ended:
        raise NotAllowed(_("This has been settled already."))


def check_hopes_something(*, has_words: bool, has_stage: bool) -> None:
    if not has_words and not has_stage:
        raise NotAllowed({"words": [_("Write a few words, or choose where you hope to be.")]})
