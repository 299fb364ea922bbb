"""Who walks with whom, and the rhythm of a journey."""

from datetime import date
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import today
from alongside.people.actions.once import add_once
from alongside.people.models import Pairing, Recoveree, Rhythm
from alongside.people.policies.walking import check_can_pair, check_can_part, check_can_turn
from alongside.people.queries.standing import has_died, is_resting
from alongside.people.queries.walking import pairings_of
from alongside.team.models import Account
from alongside.team.queries import coaches_of


@transaction.atomic
def pair(
    *,
    recoveree: Recoveree,
    coach: Account,
    by: Account,
    since: date | None = None,
    id: UUID | None = None,
) -> Pairing:
    """A coach begins to walk with a person. Several may do so at the same time."""
    pairing = Pairing(recoveree=recoveree, coach=coach, by=by, since=since or today())
    if id is None or not Pairing.objects.filter(pk=id).exists():
        live = pairings_of(recoveree).filter(coach=coach, until__isnull=True)
        check_can_pair(
            has_died=has_died(recoveree),
            walks_already=live.exists(),
            works_here=coaches_of(recoveree.program).filter(pk=coach.pk).exists(),
        )
    return add_once(pairing, verb="pairing.begin", id=id)


@transaction.atomic
def part(*, pairing: Pairing, by: Account, until: date | None = None) -> Pairing:
    """A coach no longer walks with a person. What they wrote stays with the person."""
    until = until or today()
    pairing = Pairing.objects.select_for_update().get(pk=pairing.pk)
    if pairing.until == until:
        return pairing  # a second tap
    check_can_part(since=pairing.since, until=until, has_parted=pairing.until is not None)
    pairing.until = until
    pairing.save(update_fields=["until"])
    trail.record("pairing.end", pairing, by=by)
    return pairing


def rest(**told) -> Rhythm:
    """Let a journey rest. This closes nothing: everything stays open to the person."""
    return _turn(Rhythm.Kind.RESTING, **told)


def wake(**told) -> Rhythm:
    """A journey goes on."""
    return _turn(Rhythm.Kind.AWAKE, **told)


@transaction.atomic
def _turn(
    kind: Rhythm.Kind,
    *,
    recoveree: Recoveree,
    by: Account,
    on: date | None = None,
    said_by_person: bool = False,
    words: str = "",
    id: UUID | None = None,
) -> Rhythm:
    turn = Rhythm(
        recoveree=recoveree,
        by=by,
        kind=kind,
        on=on or today(),
        said_by_person=said_by_person,
        words=words,
    )
    if id is None or not Rhythm.objects.filter(pk=id).exists():
        check_can_turn(
            has_died=has_died(recoveree),
            is_so_already=is_resting(recoveree) == (kind == Rhythm.Kind.RESTING),
            on=turn.on,
            today=today(),
        )
    return add_once(turn, verb=f"rhythm.{kind}", id=id)
