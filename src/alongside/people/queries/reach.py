"""Reading people for someone: the only place where rights become rows."""

from uuid import UUID

from django.db.models import Q

from alongside.common.clock import today
from alongside.people.models import Join, Pairing, Recoveree
from alongside.team.models import Membership, Program
from alongside.team.queries import memberships_of
from alongside.team.roles import REACH_IN_OWN_PEOPLE, May, Reach


def recoverees_for(reader, may: May):
    """The recoverees with whom this reader may do this thing.

    Records joined into another are left out; the one they are joined into stands for them.
    """
    memberships = memberships_of(reader, may).select_related("program")
    reach = Q(pk__in=[])
    for membership in memberships:
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
            return everyone & _walked_with_by(Q(coach=membership.account_id))
        case Reach.SUPERVISED:
            theirs = Membership.objects.current().filter(
                program=membership.program_id, supervised_by=membership.account_id
            )
            coaches = Q(coach__in=theirs.values("account")) | Q(coach=membership.account_id)
            return everyone & (_walked_with_by(coaches) | ~_walked_with_by(Q()))
    return Q(pk__in=[])


def _walked_with_by(coaches: Q) -> Q:
    """Paired today with one of these coaches, on this record or on one joined into it."""
    day = today()
    live = Pairing.objects.filter(
        coaches, Q(until__isnull=True) | Q(until__gt=day), since__lte=day
    )
    joined = Join.objects.live().filter(joined__in=live.values("recoveree"))
    return Q(pk__in=live.values("recoveree")) | Q(pk__in=joined.values("kept"))


def ids_of(recoveree: Recoveree) -> list[UUID]:
    """The ids of all records that are this one person, this one first."""
    ids, fresh = [recoveree.pk], [recoveree.pk]
    while fresh:
        fresh = list(
            Join.objects.live().filter(kept__in=fresh).values_list("joined_id", flat=True)
        )
        ids += fresh
    return ids
