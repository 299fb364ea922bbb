"""What a person adds to their record while it is read together."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed
from alongside.people.actions.once import add_once
from alongside.people.models import OwnWord, Recoveree
from alongside.team.models import Account


@transaction.atomic
def add_own_word(
    *,
    recoveree: Recoveree,
    by: Account,
    words: str = "",
    is_not_how_i_see_it: bool = False,
    about_kind: str = "",
    about_id: UUID | None = None,
    id: UUID | None = None,
) -> OwnWord:
    """The person's own words, beside one thing in the record or beside all of it.

    by: the account whose screen they were written on.
    """
    if not words.strip() and not is_not_how_i_see_it:
        raise NotAllowed({"words": [_("Write something, or tick the box below.")]})
    row = OwnWord(
        recoveree=recoveree,
        by=by,
        words=words,
        is_not_how_i_see_it=is_not_how_i_see_it,
        about_kind=about_kind,
        about_id=about_id,
    )
    return add_once(row, verb="own_word.add", id=id)
