"""People in a list, each in the words of the page.

Made here and not in the template: it shows fifty at once, and tags that translate, write a
day or look up an address took half of the page's time.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.common.clock import local_day
from alongside.people.queries.cards import Card

ANYONE = UUID(int=0)


def in_words(cards: Iterable[Card]) -> Iterator[dict[str, str]]:
    """For each card what `people/_cards.html` shows of it."""
    address = reverse("person", args=[ANYONE]).split(str(ANYONE))
    walks, nobody = _("walks with %(names)s"), _("no coach yet")
    met, never = _("last in touch %(day)s"), _("not met yet")
    for card in cards:
        person, names, last = card.person, card.coach_names, card.last_contact
        yield {
            "href": str(person.pk).join(address),
            "name": person.called,
            "tag": _tag(card),
            "about": (walks % {"names": names} if names else nobody) + _begun(card),
            "where": card.where,
            "last": met % {"day": day_in_words(last)} if last else never,
        }


def _tag(card: Card) -> str:
    if card.has_died:
        return _("has died")
    return _("resting") if card.is_resting else ""


def _begun(card: Card) -> str:
    """What tells twins apart."""
    if not card.is_twin:
        return ""
    return " · " + _("begun %(day)s") % {"day": day_in_words(card.person.created_at)}


def day_in_words(at) -> str:
    """The day of a moment, as the reader's language writes it."""
    return _written(local_day(at), get_language())


@lru_cache(maxsize=2000)
def _written(day: date, language: str) -> str:
    return date_format(day, "DATE_FORMAT")
