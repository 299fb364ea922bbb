"""The person's own words on what stands in their record."""

from collections.abc import Collection
from uuid import UUID

from alongside.people.models import OldWord, OwnWord, Recoveree
from alongside.people.queries.reach import ids_of


def own_words_of(recoveree: Recoveree):
    """All that the person added, the latest first."""
    return OwnWord.objects.filter(recoveree__in=ids_of(recoveree)).order_by("-at", "-id")


def own_words_for(
    recoveree: Recoveree, *, about: Collection[UUID] | None = None
) -> dict[UUID | None, list[OwnWord]]:
    """The person's own words by the id of what they are about, the earliest first.

    Those about the record as a whole stand under None. One query, for a whole page.
    about: only those on these things.
    """
    words = own_words_of(recoveree).reverse()
    if about is not None:
        words = words.filter(about_id__in=about)
    by_thing: dict[UUID | None, list[OwnWord]] = {}
    for word in words:
        by_thing.setdefault(word.about_id, []).append(word)
    return by_thing


def old_words_of(recoveree: Recoveree):
    """What an old system said of the person."""
    return OldWord.objects.filter(recoveree__in=ids_of(recoveree)).order_by("id")
