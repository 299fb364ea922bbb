"""What a list shows of each person, in a number of queries that does not grow."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery

from alongside.common.clock import today
from alongside.people.models import Death, Join, Pairing, Recoveree, Rhythm, Whereabouts
from alongside.people.queries.folding import folded
from alongside.people.queries.reach import people_by_record, recoverees_for, walked_with_by
from alongside.team.roles import May


@dataclass
class Card:
    """One person in a list."""

    person: Recoveree
    coaches: list = field(default_factory=list)
    whereabouts: Whereabouts | None = None
    last_contact: datetime | None = None
    is_resting: bool = False
    has_died: bool = False
    is_twin: bool = False

    @property
    def coach_names(self) -> str:
        return ", ".join(dict.fromkeys(coach.name for coach in self.coaches))


def cards_for(people: list[Recoveree]) -> list[Card]:
    """The cards of people that a query already narrowed to the reader, in their order."""
    cards = {person.pk: Card(person) for person in people}
    owner = people_by_record(cards)
    for row in _live_pairings().filter(recoveree__in=owner).select_related("coach"):
        cards[owner[row.recoveree_id]].coaches.append(row.coach)
    for row in Whereabouts.objects.filter(recoveree__in=owner).order_by("since", "id"):
        cards[owner[row.recoveree_id]].whereabouts = row
    for row in Rhythm.objects.filter(recoveree__in=owner).order_by("on", "id").defer("words"):
        cards[owner[row.recoveree_id]].is_resting = row.kind == Rhythm.Kind.RESTING
    for dead in Death.objects.live().filter(recoveree__in=owner).values_list("recoveree_id"):
        cards[owner[dead[0]]].has_died = True
    for person in twins_among(people):
        cards[person.pk].is_twin = True
    return list(cards.values())


def twins_among(people) -> list[Recoveree]:
    """Those of them who are called the same as another one of them."""
    called = {person.pk: folded(person.called) for person in people}
    often = Counter(called.values())
    return [person for person in people if often[called[person.pk]] > 1]


def walking_with(reader):
    """The living people whose journey is awake and with whom this reader walks today."""
    return awake_for(reader).filter(walked_with_by(Q(coach=reader.pk)))


def awake_for(reader):
    """The living people this reader may see whose journey is awake, newest first."""
    return _newest(reader).exclude(pk__in=_resting())


def everyone_for(reader):
    """The same, a page of them read along an index: a join with programs would sort them all."""
    return awake_for(reader).select_related(None)


def resting_for(reader):
    """The living people this reader may see whose journey rests, newest first."""
    return _newest(reader).filter(pk__in=_resting())


def _newest(reader):
    return recoverees_for(reader, May.READ_PEOPLE).living().order_by("-id")


def _live_pairings():
    day = today()
    return Pairing.objects.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)


def _resting():
    """People whose latest rhythm is rest, on whichever of their records it stands.

    Starts from the few that ever rested.
    """
    rested = Rhythm.objects.filter(kind=Rhythm.Kind.RESTING).values("recoveree")
    joins = Join.objects.live()
    theirs = joins.filter(standing=OuterRef(OuterRef("pk"))).values("joined")
    turns = Rhythm.objects.filter(Q(recoveree=OuterRef("pk")) | Q(recoveree__in=theirs))
    latest = turns.order_by("-on", "-id").values("kind")[:1]
    standing = joins.filter(joined__in=rested).values("standing")
    people = Recoveree.objects.filter(Q(pk__in=rested) | Q(pk__in=standing))
    return people.annotate(turn=Subquery(latest)).filter(turn=Rhythm.Kind.RESTING).values("pk")
