"""When a concern rests or wakes, and what a sighting must say.

There is no rule here on which stage may follow which: any may come first, and any may
follow any.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed


def check_turns(*, is_so_already: bool) -> None:
    if is_so_already:
        raise NotAllowed(_("That is how it is already."))


def check_says_something(*, is_stage_asked: bool, has_stage: bool) -> None:
    """A sighting of a stage names it; "don't know" and "not my word" name none."""
    if is_stage_asked and not has_stage:
        raise NotAllowed({"stage": [_("Choose a stage, or say that you don’t know.")]})


def check_is_in_use(stage_id: UUID, in_use: set[UUID]) -> None:
    if stage_id not in in_use:
        raise NotAllowed({"stage": [_("This program does not use this stage.")]})


def check_corrects_the_newest(*, is_corrected: bool) -> None:
    if is_corrected:
        raise NotAllowed(_("This has been corrected already. Correct the later one."))
