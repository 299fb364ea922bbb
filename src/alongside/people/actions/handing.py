"""Handing over: what the next coach is told, and who walks with the person from then on."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import now
from alongside.common.errors import NotAllowed
from alongside.people.actions.once import add_once
from alongside.people.actions.walking import pair, part
from alongside.people.models import HandOver, Recoveree
from alongside.people.policies.walking import check_living
from alongside.people.queries.standing import has_died
from alongside.people.queries.walking import pairings_of, walking_today
from alongside.team.models import Account
from alongside.team.queries import coaches_of


@transaction.atomic
def hand_over(
    *,
    recoveree: Recoveree,
    to_coach: Account,
    by: Account,
    from_coach: Account | None = None,
    urgent: str = "",
    promised: str = "",
    stays: bool = False,
    id: UUID | None = None,
) -> HandOver:
    """The next coach walks with the person from today on, and is told what matters now.

    stays: the coach before goes on walking with them too.
    """
    told = HandOver(
        recoveree=recoveree,
        from_coach=from_coach,
        to_coach=to_coach,
        urgent=urgent,
        promised=promised,
        by=by,
    )
    Recoveree.objects.select_for_update().get(pk=recoveree.pk)
    if id is None or not HandOver.objects.filter(pk=id).exists():
        _check_can_hand_over(recoveree, to_coach, from_coach)
        if from_coach is not None and not stays:
            _end_walk(recoveree, from_coach, by=by)
        if not walking_today(recoveree).filter(coach=to_coach).exists():
            pair(recoveree=recoveree, coach=to_coach, by=by)
    return add_once(told, verb="recoveree.hand_over", id=id)


def _check_can_hand_over(recoveree, to_coach, from_coach) -> None:
    check_living(has_died=has_died(recoveree))
    if to_coach == from_coach:
        raise NotAllowed({"to_coach": [_("Choose somebody else than the coach before.")]})
    if not coaches_of(recoveree.program).filter(pk=to_coach.pk).exists():
        raise NotAllowed({"to_coach": [_("This person does not coach in this program today.")]})


def _end_walk(recoveree: Recoveree, coach: Account, *, by: Account) -> None:
    for pairing in pairings_of(recoveree).filter(coach=coach, until__isnull=True):
        part(pairing=pairing, by=by)


@transaction.atomic
def mark_hand_over_seen(*, hand_over: HandOver, by: Account) -> HandOver:
    """The next coach has read it; it leaves their Today and stays in the record."""
    hand_over = HandOver.objects.select_for_update(of=("self",)).get(pk=hand_over.pk)
    if hand_over.seen_at is None:
        hand_over.seen_at = now()
        hand_over.save(update_fields=["seen_at"])
        trail.record("hand_over.see", hand_over, by=by)
    return hand_over
