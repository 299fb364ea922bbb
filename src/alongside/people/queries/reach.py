"""Reading people for someone: the only place where rights become rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from alongside.common.clock import today
from alongside.common.compiled import Ids, compiled_once
from alongside.people.models import Join, Pairing, Recoveree
from alongside.team.models import Membership, Program
from alongside.team.queries import present_memberships
from alongside.team.roles import REACH_IN_OWN_PEOPLE, May, Reach


@dataclass(frozen=True)
class Scope:
    """All that decides whom a reader reaches: their share of each program, on a day.

    Made anew from the memberships of the moment. Two that are equal reach the same people,
    so a query that hangs on nothing else can be kept for its scope (`compiled_once`).
    """

    reader_id: UUID
    day: date
    shares: tuple[tuple[UUID, Reach | None], ...]

    @property
    def programs(self) -> list[UUID]:
        return [program_id for program_id, _ in self.shares]


def scope_of(reader, may: May) -> Scope:
    """Whom this reader reaches today, to do this thing."""
    shares = {(row.program_id, _share_of(row)): None for row in present_memberships(reader, may)}
    return Scope(reader.pk, today(), tuple(shares))


def _share_of(membership: Membership) -> Reach | None:
    if membership.program.walking == Program.Walking.TOGETHER:
        return Reach.ALL
    return REACH_IN_OWN_PEOPLE.get(membership.role)


def recoverees_for(reader, may: May):
    """The recoverees with whom this reader may do this thing.

    Records joined into another are left out; the one they are joined into stands for them.
    """
    return recoverees_in(scope_of(reader, may))


def recoverees_in(scope: Scope):
    """The recoverees within a scope."""
    reach = Q(pk__in=[])
    for program_id, share in scope.shares:
        reach |= _reach_of(scope, program_id, share)
    return Recoveree.objects.filter(reach).standing_alone().select_related("program")


def _reach_of(scope: Scope, program_id: UUID, share: Reach | None) -> Q:
    everyone, own = Q(program=program_id), Q(coach=scope.reader_id)
    match share:
        case Reach.ALL:
            return everyone
        case Reach.PAIRED:
            return everyone & walked_with_by(own, scope.day)
        case Reach.SUPERVISED:
            theirs = Membership.objects.current(scope.day).filter(
                program=program_id, supervised_by=scope.reader_id
            )
            coaches = Q(coach__in=theirs.values("account")) | own
            return everyone & (walked_with_by(coaches, scope.day) | ~walked_with_by(Q(), scope.day))
    return Q(pk__in=[])


def walked_with_by(coaches: Q, day: date) -> Q:
    """Paired on this day with one of these coaches, on this record or on one joined into it.

    One set and not two conditions: it is what leads to the people, on both engines.
    """
    live = Pairing.objects.filter(coaches, Q(until__isnull=True) | Q(until__gt=day), since__lte=day)
    joined = Join.objects.live().filter(joined__in=live.values("recoveree"))
    return Q(pk__in=live.values("recoveree").union(joined.values("standing")))


def own_or_nobodys(scope: Scope):
    """The living people whom the reader walks with, and those with whom nobody walks."""
    mine = walked_with_by(Q(coach=scope.reader_id), scope.day)
    nobodys = ~walked_with_by(Q(), scope.day)
    return recoverees_in(scope).living().filter(mine | nobodys)


def recoveree_at(reader, may: May, recoveree_id: UUID) -> Recoveree | None:
    """The person at this address; at that of a joined record, the one that stands for it."""
    person = next(iter(recoverees_at(reader, may, [recoveree_id])), None)
    if person is not None:
        person.memory = {}
    return person


def recoverees_at(reader, may: May, addresses: Iterable[UUID]) -> list[Recoveree]:
    """The people at these addresses, as far as the reader may do this thing with them."""
    return _recoverees_at(scope_of(reader, may), Ids(addresses))


@compiled_once
def _recoverees_at(scope: Scope, addresses: Ids):
    joined = Join.objects.live().filter(joined__in=addresses)
    here = Recoveree.objects.filter(pk__in=addresses).values("pk")
    people = recoverees_in(scope).filter(pk__in=here.union(joined.values("standing")))
    return people.order_by("pk")


def about(people) -> Q:
    """The rows that tell of these people, also on records joined into theirs.

    For every query over many people: `Note.objects.filter(about(recoverees_for(…)))`.
    A filter by `recoveree__in=` alone would lose what lies on a joined record.
    """
    joined = Join.objects.live().filter(standing__in=people)
    return Q(recoveree__in=people) | Q(recoveree__in=joined.values("joined"))


def each_about(people) -> Q:
    """The same, asked of each row: it steps to its person by that person's id.

    For few rows about some of very many people, such as one's own open promises: with
    `about` SQLite gathers everyone in reach first, for the sake of one row or of none.
    """
    stands_for = Join.objects.live().filter(joined=OuterRef(OuterRef("recoveree")))
    return Q(Exists(people.filter(pk=OuterRef("recoveree")))) | Q(
        Exists(people.filter(pk__in=stands_for.values("standing")))
    )


def twin_of(wishes) -> Exists:
    """There is another wish of the same person: on the record that stands, or an earlier one.

    wishes: of a kind of which a person has one at a time, but two joined records may have two.
    """
    joins = Join.objects.live()
    standing = joins.filter(joined=OuterRef(OuterRef("recoveree"))).values("standing")
    mine = joins.filter(joined=OuterRef(OuterRef(OuterRef("recoveree")))).values("standing")
    beside = joins.filter(standing__in=mine).values("joined")
    on_standing = Q(recoveree__in=standing)
    return Exists(wishes.filter(on_standing | Q(recoveree__in=beside, pk__lt=OuterRef("pk"))))


def ids_of(recoveree: Recoveree) -> list[UUID]:
    """The ids of all records that are this one person, this one first.

    Asked for once while a page is made: `memory` is there only on a person found for a page.
    """
    memory = getattr(recoveree, "memory", {})
    if "ids" not in memory:
        memory["ids"] = list(people_by_record([recoveree.pk]))
    return memory["ids"]


def about_one(person) -> Q:
    """The rows that tell of this one person: a recoveree, or the ids of their records.

    The ids are looked up first. As plain ids they lead along an index; an `about` of one
    would read the whole table on PostgreSQL, for the sake of records that may be joined.
    """
    return Q(recoveree__in=ids_of(person) if isinstance(person, Recoveree) else person)


def standing_for(records: Iterable[UUID]) -> dict[UUID, UUID]:
    """For each of these records: the person it is. One query."""
    records = Ids(records)
    return {**{record: record for record in records}, **dict(_standing_for(records))}


@compiled_once
def _standing_for(records: Ids):
    return Join.objects.live().filter(joined__in=records).values_list("joined_id", "standing_id")


def people_by_record(people: Iterable[UUID]) -> dict[UUID, UUID]:
    """For every record that is one of these people: whose it is. One query."""
    people = Ids(people)
    return {**{person: person for person in people}, **dict(_joined_into(people))}


@compiled_once
def _joined_into(people: Ids):
    joins = Join.objects.live().filter(standing__in=people).order_by("pk")
    return joins.values_list("joined_id", "standing_id")
