"""People in a list, each in the words of the page.

Made here and not in the template: it shows fifty at once, and a loop of tags took half of
the page's time.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from html import escape
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.common.clock import local_day
from alongside.people.models import Whereabouts
from alongside.people.queries.cards import Card

ANYONE = UUID(int=0)
#: One person in a list, as `cotton/tag.html` writes a tag.
ROW = """<li class="people-list__one">
<span class="person__dot" aria-hidden="true">%(initial)s</span>
<div class="people-list__words">
<a class="people-list__link" href="%(href)s">%(name)s</a>%(tag)s
<span class="people-list__about">%(about)s</span>
</div>
<span class="people-list__now">%(where)s <span class="people-list__last">%(last)s</span></span>
</li>"""
TAG = ' <strong class="tag tag--quiet">{}</strong>'
WHERE = '<span class="people-list__where">{}</span>'
NOTHING = SafeString()


def as_rows(cards: Iterable[Card]) -> SafeString:
    """What `people/_cards.html` shows of these people."""
    return SafeString("\n".join([ROW % _escaped(words) for words in _in_words(cards)]))


def _escaped(words: dict[str, str]) -> dict[str, str]:
    """As `format_html` does, which asks of each word whether it is yet to be translated."""
    return {
        place: word if isinstance(word, SafeString) else escape(word)
        for place, word in words.items()
    }


def _in_words(cards: Iterable[Card]) -> Iterator[dict[str, str]]:
    """For each card what its row is filled with."""
    language = get_language()
    address = conditional_escape(reverse("person", args=[ANYONE])).split(str(ANYONE))
    walks, nobody = _("walks with %(names)s"), _("no coach yet")
    for card in cards:
        called, names = card.person.called, card.coach_names
        yield {
            "initial": called[:1].upper(),
            "href": SafeString(str(card.person.pk).join(address)),
            "name": called,
            "tag": _tag(card),
            "about": (walks % {"names": names} if names else nobody) + _begun(card),
            "where": _where(card.whereabouts, language) if card.whereabouts else NOTHING,
            "last": _last(card.last_contact and local_day(card.last_contact), language),
        }


def _tag(card: Card) -> SafeString:
    if card.has_died:
        return format_html(TAG, _("has died"))
    return format_html(TAG, _("resting")) if card.is_resting else NOTHING


@cache
def _where(kind: str, language: str) -> SafeString:
    return format_html(WHERE, Whereabouts.Kind(kind).label)


@lru_cache(maxsize=2000)
def _last(day: date | None, language: str) -> SafeString:
    words = (
        _("last in touch %(day)s") % {"day": _written(day, language)} if day else _("not met yet")
    )
    return conditional_escape(words)


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
