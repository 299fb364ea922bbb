"""Records joined into one, and what two records hold, side by side."""

from dataclasses import dataclass

from alongside.people.models import Join, Pairing, Recoveree
from alongside.people.queries.reach import recoverees_for
from alongside.people.queries.telling import (
    answers_of,
    statements_of,
    ways_of,
    whereabouts_of,
)
from alongside.team.roles import May


def joins_of(recoveree: Recoveree):
    """The live joins that make this one person, the latest first."""
    joins = Join.objects.live().filter(standing=recoveree.pk)
    return joins.select_related("joined__program", "kept__program", "by").order_by("-id")


def joins_for(reader):
    """The joins that this reader may undo, and those undone: a second tap finds its row."""
    people = recoverees_for(reader, May.JOIN)
    return Join.objects.filter(standing__in=people).select_related("kept__program")


@dataclass(frozen=True)
class Side:
    """One of two records, as they are compared."""

    person: Recoveree
    ways: list
    replies: dict[str, str]
    coaches: list[str]
    statement: object | None
    whereabouts: object | None


def side_of(recoveree: Recoveree) -> Side:
    """What helps to see whether two records are one person."""
    pairings = Pairing.objects.filter(recoveree=recoveree).select_related("coach")
    return Side(
        person=recoveree,
        ways=list(ways_of(recoveree)),
        replies={key: given[0].words for key, given in answers_of(recoveree).items()},
        coaches=list(dict.fromkeys(pairing.coach.name for pairing in pairings)),
        statement=statements_of(recoveree).first(),
        whereabouts=whereabouts_of(recoveree).first(),
    )
