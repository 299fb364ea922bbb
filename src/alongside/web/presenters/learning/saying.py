"""*What do I say next*: what somebody wrote, other ways, a question, and hints for them alone."""

from functools import partial

from alongside.learning.queries.answers import asked_in
from alongside.team.queries import rules_of
from alongside.web.presenters.learning.drawn_on import drawn_on
from alongside.web.presenters.words import looked_at


def said_next(round, mine: dict, form, language: str) -> list[dict]:
    """A card for each situation that stands on the page. mine: what its reader wrote, by part.

    The hints are found anew for each page and stored nowhere.
    """
    situations = {one["key"]: one for one in drawn_on(round, language)["situations"]}
    rules_in = partial(rules_of, round.cohort.program)
    cards = []
    for number, part in enumerate(form.asked if form else asked_in(round, language)):
        words = mine[part.key].words if part.key in mine else ""
        if not form and not words:
            continue
        look = looked_at(words, rules_in) if words else []
        own = {"words": words, "look": look, "fields": _fields(form, number)}
        cards.append(situations[part.key] | own)
    return cards


def _fields(form, number: int) -> list:
    names = (f"part_{number}", f"looked_{number}")
    return [form[name] for name in names if form and name in form.fields]
