"""A pause for someone's safety, with its appeal; and a death, recorded with care."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import now, today
from alongside.people.actions.once import add_once
from alongside.people.models import Appeal, Death, Pause, Recoveree, SupportOffer
from alongside.people.policies.safety import (
    check_can_answer,
    check_can_end,
    check_can_pause,
    check_can_record_death,
)
from alongside.people.queries.standing import has_died
from alongside.people.queries.walking import pairings_of
from alongside.team.models import Account


@transaction.atomic
def pause(
    *,
    recoveree: Recoveree,
    reason: str,
    until: date,
    appeal_to: str,
    by: Account,
    since: date | None = None,
    id: UUID | None = None,
) -> Pause:
    """Pause what could hurt someone, for a while. Talking with us stays possible always."""
    row = Pause(
        recoveree=recoveree,
        reason=reason,
        since=since or today(),
        until=until,
        appeal_to=appeal_to,
        by=by,
    )
    if id is None or not Pause.objects.filter(pk=id).exists():
        check_can_pause(has_died=has_died(recoveree), since=row.since, until=until, today=today())
    return add_once(row, verb="pause.begin", id=id)


@transaction.atomic
def end_pause(*, pause: Pause, by: Account) -> Pause:
    """End a pause before its day."""
    pause = Pause.objects.select_for_update().get(pk=pause.pk)
    check_can_end(has_ended=pause.ended_at is not None)
    pause.ended_at = now()
    pause.save(update_fields=["ended_at"])
    trail.record("pause.end", pause, by=by)
    return pause


@transaction.atomic
def appeal(*, pause: Pause, words: str, by: Account, id: UUID | None = None) -> Appeal:
    """The person's word against a pause, written down by whoever they told it to."""
    row = Appeal(recoveree_id=pause.recoveree_id, pause=pause, words=words, by=by)
    return add_once(row, verb="pause.appeal", id=id)


@transaction.atomic
def answer_appeal(*, appeal: Appeal, answer: str, by: Account, ends: bool = False) -> Appeal:
    """Answer an appeal. ends: and the pause ends with it."""
    appeal = Appeal.objects.select_for_update(of=("self",)).get(pk=appeal.pk)
    if (appeal.answered_by_id, appeal.answer) == (by.pk, answer):
        return appeal  # a second tap
    check_can_answer(
        is_own_pause=appeal.pause.by_id == by.pk, is_answered=appeal.answered_at is not None
    )
    appeal.answer, appeal.answered_by, appeal.answered_at = answer, by, now()
    appeal.save(update_fields=["answer", "answered_by", "answered_at"])
    trail.record("pause.answer", appeal, by=by)
    if ends and appeal.pause.ended_at is None:
        end_pause(pause=appeal.pause, by=by)
    return appeal


@transaction.atomic
def record_death(
    *,
    recoveree: Recoveree,
    by: Account,
    on: date | None = None,
    words: str = "",
    also: Iterable[Account] = (),
    id: UUID | None = None,
) -> Death:
    """The person leaves every list, call and reminder. The record stays to be read.

    Support is offered to every coach who walked with them, and to those in `also`.
    """
    row = Death(recoveree=recoveree, on=on, words=words, by=by)
    Recoveree.objects.select_for_update().get(pk=recoveree.pk)
    if id is not None and Death.objects.filter(pk=id).exists():
        return add_once(row, verb="death.record", id=id)
    check_can_record_death(has_died=has_died(recoveree), on=on, today=today())
    death = add_once(row, verb="death.record", id=id)
    coaches = {pairing.coach_id for pairing in pairings_of(recoveree)}
    _offer_support(recoveree, coaches | {account.pk for account in also}, by=by)
    return death


def _offer_support(recoveree: Recoveree, accounts: set[UUID], *, by: Account) -> None:
    offers = [SupportOffer(recoveree=recoveree, account_id=pk) for pk in sorted(accounts)]
    SupportOffer.objects.bulk_create(offers)
    lines = [trail.line_for("support.offer", offer) for offer in offers]
    if lines:
        trail.write(lines, by=by, organization_id=recoveree.program.organization_id)


@transaction.atomic
def take_back_death(*, death: Death, by: Account) -> Death:
    """It was a mistake: the person is back where they were."""
    death = Death.objects.select_for_update().get(pk=death.pk)
    if death.ended_at is not None:
        return death  # a second tap
    death.ended_at = now()
    death.save(update_fields=["ended_at"])
    SupportOffer.objects.filter(recoveree=death.recoveree_id, answered_at__isnull=True).delete()
    trail.record("death.take_back", death, by=by)
    return death


@transaction.atomic
def answer_support(*, offer: SupportOffer, wants_talk: bool, by: Account) -> SupportOffer:
    offer = SupportOffer.objects.select_for_update().get(pk=offer.pk)
    if offer.answered_at is not None and offer.wants_talk == wants_talk:
        return offer  # a second tap
    offer.wants_talk, offer.answered_at = wants_talk, now()
    offer.save(update_fields=["wants_talk", "answered_at"])
    trail.record("support.answer", offer, by=by)
    return offer
