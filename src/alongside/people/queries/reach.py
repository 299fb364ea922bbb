"""Reading people for someone: the only place where rights become rows."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from alongside.common.clock import today
from alongside.people.models import Join, Pairing, Recoveree
from alongside.team.models import Membership, Program
from alongside.team.queries import present_memberships
from alongside.team.roles import REACH_IN_OWN_PEOPLE, May, Reach


def recoverees_for(reader, may: May):
    """The recoverees with whom this reader may do this thing.

    Records joined into another are left out; the one they are joined into stands for them.
    """
    reach = Q(pk__in=[])
    for membership in present_memberships(reader, may):
        reach |= _reach_of(membership)
    return Recoveree.objects.filter(reach).standing_alone().select_related("program")


def _reach_of(membership: Membership) -> Q:
    everyone = Q(program=membership.program_id)
    if membership.program.walking == Program.Walking.TOGETHER:
        return everyone
    match REACH_IN_OWN_PEOPLE.get(membership.role):
        case Reach.ALL:
            return everyone
        case Reach.PAIRED:
            return everyone & walked_with_by(Q(coach=membership.account_id))
        case Reach.SUPERVISED:
            theirs = Membership.objects.current().filter(
                program=membership.program_id, supervised_by=membership.account_id
            )
            coaches = Q(coach__in=theirs.values("account")) | Q(coach=membership.account_id)
            return everyone & (walked_with_by(coaches) | ~walked_with_by(Q()))
    return Q(pk__in=[])


def walked_with_by(coaches: Q) -> Q:
    """Paired today with one of these coaches, on this record or on one joined into it."""
    day = today()
    live = Pairing.objects.filter(coaches, Q(until__isnull=True) | Q(until__gt=day), since__lte=day)
    joined = Join.objects.live().filter(joined__in=live.values("recoveree"))
    return Q(pk__in=live.values("recoveree")) | Q(pk__in=joined.values("standing"))


def recoveree_at(reader, may: May, recoveree_id: UUID) -> Recoveree | None:
    """The person at this address; at that of a joined record, the one that stands for it."""
    joined = Join.objects.live().filter(joined=recoveree_id)
    here = Q(pk=recoveree_id) | Q(pk__in=joined.values("standing"))
    return recoverees_for(reader, may).filter(here).first()


def about(people) -> Q:
    """The rows that tell of these people, also on records joined into theirs.

    For every query over many people: `Note.objects.filter(about(recoverees_for(…)))`.
    A filter by `recoveree__in=` alone would lose what lies on a joined record.
    """
    joined = Join.objects.live().filter(standing__in=people)
    return Q(recoveree__in=people) | Q(recoveree__in=joined.values("joined"))


def ids_of(recoveree: Recoveree) -> list[UUID]:
    """The ids of all records that are this one person, this one first."""
    joins = Join.objects.live().filter(standing=recoveree).order_by("pk")
    return [recoveree.pk, *joins.values_list("joined_id", flat=True)]


def standing_for(records: Iterable[UUID]) -> dict[UUID, UUID]:
    """For each of these records: the person it is. One query."""
    records = list(records)
    joins = Join.objects.live().filter(joined__in=records).values_list("joined_id", "standing_id")
    return {**{record: record for record in records}, **dict(joins)}


def people_by_record(people: Iterable[UUID]) -> dict[UUID, UUID]:
    """For every record that is one of these people: whose it is. One query."""
    people = list(people)
    joins = Join.objects.live().filter(standing__in=people).values_list("joined_id", "standing_id")
    return {**{person: person for person in people}, **dict(joins)}
