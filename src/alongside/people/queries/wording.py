"""The words for a person: the program's rules, with what the person said of their own words."""

from alongside.common.compiled import Ids, compiled_once
from alongside.language import Rules, Wishes
from alongside.people.models import Recoveree
from alongside.people.queries.reach import ids_of
from alongside.people.queries.telling import words_of
from alongside.team.queries import rules_of

_words = compiled_once(words_of)


def wishes_of(recoveree: Recoveree) -> Wishes:
    """Which words the person wants and does not want; what they want stands in for the others."""
    words = _words(Ids(ids_of(recoveree)))
    wished = tuple(one.word for one in words if one.is_wanted)
    unwished = tuple(one.word for one in words if not one.is_wanted)
    instead = dict.fromkeys(unwished, wished[0]) if wished else {}
    return Wishes(wished=wished, unwished=unwished, instead=instead)


def rules_about_person(recoveree: Recoveree, language: str) -> Rules:
    rules, wishes = rules_of(recoveree.program, language), wishes_of(recoveree)
    return rules.for_person(wishes) if wishes.wished or wishes.unwished else rules
