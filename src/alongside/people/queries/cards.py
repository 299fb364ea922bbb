"""What a list shows of each person, in a number of queries that does not grow."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery

from alongside.common.clock import today
from alongside.common.compiled import Ids, compiled_once
from alongside.people.models import Death, Join, Pairing, Recoveree, Rhythm, Whereabouts
from alongside.people.queries.folding import folded
from alongside.people.queries.reach import (
    Scope,
    people_by_record,
    recoverees_in,
    scope_of,
    walked_with_by,
)
from alongside.team.roles import May


@dataclass
class Card:
    """One person in a list. records: the ids of all records that are this person."""

    person: Recoveree
    records: list[UUID] = field(default_factory=list)
    coaches: list[str] = field(default_factory=list)
    whereabouts: str = ""
    last_contact: datetime | None = None
    is_resting: bool = False
    has_died: bool = False
    is_twin: bool = False

    @property
    def coach_names(self) -> str:
        return ", ".join(dict.fromkeys(self.coaches))

    @property
    def where(self) -> str:
        return Whereabouts.Kind(self.whereabouts).label if self.whereabouts else ""


def cards_for(people: list[Recoveree]) -> list[Card]:
    """The cards of people that a query already narrowed to the reader, in their order."""
    cards = {person.pk: Card(person) for person in people}
    card_of = {record: cards[person] for record, person in people_by_record(cards).items()}
    records = Ids(card_of)
    for record, card in card_of.items():
        card.records.append(record)
    for record, coach in _coaches(records, today()):
        card_of[record].coaches.append(coach)
    for record, kind in _whereabouts(records):
        card_of[record].whereabouts = kind
    for record, kind in _rhythms(records):
        card_of[record].is_resting = kind == Rhythm.Kind.RESTING
    for (record,) in _deaths(records):
        card_of[record].has_died = True
    for person in twins_among(people):
        cards[person.pk].is_twin = True
    return list(cards.values())


def twins_among(people) -> list[Recoveree]:
    """Those of them who are called the same as another one of them."""
    names = [folded(person.called) for person in people]
    often = Counter(names)
    return [person for person, name in zip(people, names, strict=True) if often[name] > 1]


@compiled_once
def _coaches(records: Ids, day: date):
    live = Pairing.objects.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)
    return live.filter(recoveree__in=records).order_by("id").values_list("recoveree", "coach__name")


@compiled_once
def _whereabouts(records: Ids):
    rows = Whereabouts.objects.filter(recoveree__in=records).order_by("since", "id")
    return rows.values_list("recoveree", "kind")


@compiled_once
def _rhythms(records: Ids):
    rows = Rhythm.objects.filter(recoveree__in=records).order_by("on", "id")
    return rows.values_list("recoveree", "kind")


@compiled_once
def _deaths(records: Ids):
    return Death.objects.live().filter(recoveree__in=records).values_list("recoveree")


def walking_with(reader) -> list[Recoveree]:
    """The living people whose journey is awake and with whom this reader walks today."""
    return _walking(scope_of(reader, May.READ_PEOPLE))


@compiled_once
def _walking(scope: Scope):
    return _awake_in(scope).filter(walked_with_by(Q(coach=scope.reader_id), scope.day))


def awake_for(reader, begin: int = 0, end: int | None = None) -> list[Recoveree]:
    """The living people this reader may see whose journey is awake, newest first."""
    return _awake(scope_of(reader, May.READ_PEOPLE), begin, end)


@compiled_once
def _awake(scope: Scope, begin: int, end: int | None):
    """Read along an index: a join with programs would sort them all."""
    return _awake_in(scope).select_related(None)[begin:end]


def resting_for(reader, begin: int = 0, end: int | None = None) -> list[Recoveree]:
    """The living people this reader may see whose journey rests, newest first."""
    return _resting(scope_of(reader, May.READ_PEOPLE), begin, end)


@compiled_once
def _resting(scope: Scope, begin: int, end: int | None):
    return _living_in(scope).filter(pk__in=_whose_turn_is_rest())[begin:end]


def without_coach_for(reader, begin: int = 0, end: int | None = None) -> list[Recoveree]:
    """The living people this reader may see with whom nobody walks today, newest first."""
    return _without_coach(scope_of(reader, May.READ_PEOPLE), begin, end)


@compiled_once
def _without_coach(scope: Scope, begin: int, end: int | None):
    alone = _awake_in(scope).select_related(None).exclude(walked_with_by(Q(), scope.day))
    return alone[begin:end]


def _awake_in(scope: Scope):
    """Of those on a page only the few that ever rested are asked for their latest rhythm."""
    people = _living_in(scope).alias(turn=_turn())
    return people.exclude(_has_ever_rested(), turn=Rhythm.Kind.RESTING)


def _has_ever_rested() -> Q:
    """On this record or on one joined into it, asked of each person along an index."""
    theirs = Join.objects.live().filter(standing=OuterRef(OuterRef("pk"))).values("joined")
    rested = Rhythm.objects.filter(kind=Rhythm.Kind.RESTING)
    here, there = rested.filter(recoveree=OuterRef("pk")), rested.filter(recoveree__in=theirs)
    return Q(Exists(here)) | Q(Exists(there))


def _living_in(scope: Scope):
    return recoverees_in(scope).living().order_by("-id")


def _whose_turn_is_rest():
    """People whose latest rhythm is rest, on whichever of their records it stands."""
    people = Recoveree.objects.filter(pk__in=_ever_rested()).alias(turn=_turn())
    return people.filter(turn=Rhythm.Kind.RESTING).values("pk")


def _ever_rested():
    rested = Rhythm.objects.filter(kind=Rhythm.Kind.RESTING).values("recoveree")
    standing = Join.objects.live().filter(joined__in=rested).values("standing")
    return rested.union(standing)


def _turn() -> Subquery:
    """The latest rhythm of a person, or none."""
    theirs = Join.objects.live().filter(standing=OuterRef(OuterRef("pk"))).values("joined")
    turns = Rhythm.objects.filter(Q(recoveree=OuterRef("pk")) | Q(recoveree__in=theirs))
    return Subquery(turns.order_by("-on", "-id").values("kind")[:1])
