"""When a hope, a goal or a step may end, and when a plan may be agreed: by the person's word."""

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed


def check_open(*, has_ended: bool) -> None:
    if has_ended:
        raise NotAllowed(_("This has been settled already."))


def check_hopes_something(*, has_words: bool, has_stage: bool) -> None:
    if not has_words and not has_stage:
        raise NotAllowed({"words": [_("Write a few words, or choose where you hope to be.")]})


def check_is_what_was_read(*, is_same: bool) -> None:
    """Nobody agrees to words that were not on the page they read."""
    if not is_same:
        raise NotAllowed(
            _("The plan has changed since this page was opened. Read it once more, please.")
        )


def check_begins_from_the_latest(*, is_latest: bool) -> None:
    """Two who write at once: the second sees the words of the first before saving."""
    if not is_latest:
        raise NotAllowed(
            _(
                "Somebody else has just written here. Their words stand below, and yours are "
                "still in the boxes. Look at both, and save again."
            )
        )


def check_plan_is_not_empty(*, is_empty: bool) -> None:
    if is_empty:
        raise NotAllowed(_("There is nothing in the plan yet that one could agree to."))
