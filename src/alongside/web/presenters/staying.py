"""Who stays when an import is taken back, and why."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.exchange.actions.undo import who_stays
from alongside.people.queries.importing import names_of

MOST = 100

#: The first word of a verb of the trail, in words.
WHY = {
    "recoveree": _("their name, or their record itself"),
    "contact": _("contacts"),
    "note": _("notes"),
    "promise": _("promises"),
    "appointment": _("appointments"),
    "call": _("calls"),
    "call_wish": _("calls"),
    "way": _("ways to reach them"),
    "ally": _("allies"),
    "word": _("words"),
    "wishedword": _("words"),
    "answer": _("answers"),
    "statement": _("recovery in their words"),
    "whereabouts": _("where they are"),
    "pairing": _("who walks with them"),
    "hand_over": _("handed over"),
    "rhythm": _("rest and waking"),
    "pause": _("a pause"),
    "death": _("a death"),
    "disclosure": _("what left the program"),
    "told": _("another list"),
}


def staying(batch) -> list[tuple[str, str]]:
    """(name, why), by name, of the people who would stay; the first hundred."""
    stays = who_stays(batch)
    some = list(stays)[:MOST]
    called = names_of(some)
    return sorted((called[pk], _why(stays[pk])) for pk in some)


def _why(verbs: set[str]) -> str:
    other = gettext("more was written")
    reasons = {str(WHY.get(verb.partition(".")[0], other)) for verb in verbs} or {other}
    return ", ".join(sorted(reasons))
