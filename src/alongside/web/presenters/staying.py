"""Who stays when an import is taken back, and why."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.exchange.actions.undo import who_stays
from alongside.people.queries.importing import names_of

MOST = 30  # names of each reason

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


@dataclass(frozen=True)
class Staying:
    """People who stay for one and the same reason; names: of the first of them, in order."""

    why: str
    count: int
    names: list[str]

    @property
    def more(self) -> int:
        return self.count - len(self.names)


def staying(batch) -> list[Staying]:
    """Who would stay, by why, the commonest reason first."""
    people = defaultdict(list)
    for pk, verbs in who_stays(batch).items():
        people[_why(verbs)].append(pk)
    called = names_of([pk for some in people.values() for pk in some[:MOST]])
    groups = [
        Staying(why, len(some), sorted(called[pk] for pk in some[:MOST]))
        for why, some in people.items()
    ]
    return sorted(groups, key=lambda group: (-group.count, group.why))


def _why(verbs: set[str]) -> str:
    other = gettext("more was written")
    reasons = {str(WHY.get(verb.partition(".")[0], other)) for verb in verbs} or {other}
    return ", ".join(sorted(reasons))
