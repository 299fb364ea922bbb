"""Which measures may be offered, how one may be taken, and when it is offered again.

No score is looked at here: nothing opens or shuts by a number.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed
from alongside.journeys.measures import Item, Licence, Measure

#: How long the person's own words may be.
LONGEST_WORDS = 1000


def licence_here(licence: Licence, *, has_permission: bool) -> Licence:
    """What a program may do with a measure: as its definition says, or by its own permission."""
    return Licence.PERMISSION_ON_FILE if has_permission and not licence.is_open else licence


def check_is_offered(*, is_offered: bool) -> None:
    if not is_offered:
        raise NotAllowed(_("This program does not offer this measure."))


def check_is_open(licence: Licence) -> None:
    """The licence gate."""
    if not licence.is_open:
        raise NotAllowed(_("Ask its owner first, and put the permission on file. Then offer it."))


def check_needs_permission(licence: Licence) -> None:
    if licence.is_open:
        raise NotAllowed(_("This measure may be used as it is. It needs no permission on file."))


def check_days(given_on: date, until: date | None) -> None:
    if until is not None and until < given_on:
        raise NotAllowed({"until": [_("The last day cannot be before the first day.")]})


def check_mode(mode: str, *, measure: Measure) -> None:
    if mode not in measure.modes:
        raise NotAllowed(_("This measure is not answered in this way."))


def check_answers(answers: Mapping, *, measure: Measure) -> None:
    """Every answer is one that its item has. Any of them may be missing, and all of them."""
    for key, answer in answers.items():
        item = measure.item(key)
        if item is None or not _fits(item, answer):
            raise NotAllowed(_("This answer is not one of those to choose from."))
    measure.score(answers)


def _fits(item: Item, answer) -> bool:
    if item.is_number:
        return type(answer) is int and item.least <= answer <= item.most
    if item.kind == "choice":
        return answer in item.choices
    return isinstance(answer, str) and 0 < len(answer) <= LONGEST_WORDS


def check_wording(words: Mapping[str, str], *, measure: Measure) -> None:
    """A sentence for every item, and for no other."""
    if measure.wording != "program":
        raise NotAllowed(_("This measure brings its own wording."))
    for item in measure.items:
        if not str(words.get(item.key, "")).strip():
            raise NotAllowed(_("There is no sentence for number %s.") % item.key)
    unknown = [key for key in words if measure.item(key) is None]
    if unknown:
        raise NotAllowed(_("This measure has no number %s.") % unknown[0])


def offered_again(
    *, last_on: date, after: Iterable[int], waved_off_on: date | None, today: date
) -> bool:
    """Whether to offer a measure again: after 30 days, say, and again after 90.

    Waved off, it is quiet until the next of these days. It is never due.
    """
    reached = [days for days in after if (today - last_on).days >= days]
    if not reached:
        return False
    return waved_off_on is None or (waved_off_on - last_on).days < reached[-1]
