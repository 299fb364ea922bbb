"""When a course is completed: what it asks for, and what is still missing."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.common.errors import NotAllowed
from alongside.learning.policies.attendance import ENOUGH, Attended


@dataclass(frozen=True)
class Missing:
    """What somebody still needs. modules: needed, and not there long enough; enough: of each.

    plan, evaluation: whether it is asked for and not there. What is in it plays no part.
    """

    modules: tuple[Attended, ...] = ()
    enough: float = ENOUGH
    plan: bool = False
    evaluation: bool = False

    def __bool__(self) -> bool:
        return bool(self.modules) or self.plan or self.evaluation

    @property
    def to_make_up(self) -> list[Attended]:
        return [one for one in self.modules if one.is_over]

    @property
    def to_come(self) -> list[Attended]:
        return [one for one in self.modules if not one.is_over]

    @property
    def said(self) -> list[str]:
        """In plain words, one thing each."""
        told = [_to_make_up(one, self.enough) for one in self.to_make_up]
        if count := len(self.to_come):
            told.append(
                ngettext(
                    "%(count)d module that is yet to come",
                    "%(count)d modules that are yet to come",
                    count,
                )
                % {"count": count}
            )
        told += [_("an action plan")] if self.plan else []
        told += [_("the evaluation, handed in without a name")] if self.evaluation else []
        return told


def _to_make_up(one: Attended, enough: float) -> str:
    minutes = one.still_missing(enough)
    return ngettext(
        "%(title)s: %(count)d minute to make up", "%(title)s: %(count)d minutes to make up", minutes
    ) % {"title": one.title, "count": minutes}


def check_is_complete(missing: Missing) -> None:
    if missing:
        raise NotAllowed(
            _("The course is not completed yet. Still missing: %(things)s.")
            % {"things": "; ".join(missing.said)}
        )


def check_minutes(minutes: int, *, planned: int) -> None:
    if minutes > planned:
        raise NotAllowed(
            _("This module has %(minutes)d minutes. Nobody can be there for longer.")
            % {"minutes": planned}
        )
    if minutes < 0:
        raise NotAllowed(_("Give the minutes as a number from 0 on."))
