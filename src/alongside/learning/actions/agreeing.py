"""Safety agreements: proposed, supported, worded together, agreed, taken out again."""

from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.audit import trail
from alongside.common.clock import now
from alongside.learning.actions.once import store_new
from alongside.learning.actions.rooms import count_one, hold, tell_all
from alongside.learning.models import Agreement, Cohort, Participant, Support
from alongside.team.models import Account


@transaction.atomic
def propose(
    *,
    cohort: Cohort,
    words: str,
    id: UUID,
    replaces: Agreement | None = None,
    participant: Participant | None = None,
    by: Account | None = None,
) -> Agreement:
    """Put words before the group, perhaps in place of others. Nobody's name stands with them.

    Whoever proposes supports it too. Sent again with the same id it is there once.
    """
    hold(cohort)
    if made := Agreement.objects.filter(pk=id, cohort=cohort).first():
        return made
    row = Agreement(id=id, cohort=cohort, words=words, replaces=replaces)
    store_new(row)
    if participant is not None:
        Support.objects.create(agreement=row, participant=participant)
    count_one(cohort)
    trail.record("agreement.propose", row, by=by)
    return row


@transaction.atomic
def support(*, agreement: Agreement, participant: Participant, wants: bool) -> None:
    """Support an agreement, or take the support back."""
    mine = Support.objects.filter(agreement=agreement, participant=participant)
    if wants == mine.exists():
        return
    if wants:
        try:
            with transaction.atomic():
                Support.objects.create(agreement=agreement, participant=participant)
        except IntegrityError:  # pressed twice at the same moment
            return
    else:
        mine.delete()
    count_one(agreement.cohort)
    trail.record("agreement.support", agreement, by=participant.account)


@transaction.atomic
def agree(*, agreement: Agreement, by: Account) -> None:
    """The group agrees on it; the wording that it replaces goes."""
    hold(agreement.cohort)
    at = now()
    live = Agreement.objects.live().filter(pk=agreement.pk, agreed_at=None)
    if not live.update(agreed_at=at):
        return
    if agreement.replaces_id:
        Agreement.objects.live().filter(pk=agreement.replaces_id).update(ended_at=at)
    tell_all(agreement.cohort)
    trail.record("agreement.agree", agreement, by=by)


@transaction.atomic
def take_out(*, agreement: Agreement, by: Account) -> None:
    room = hold(agreement.cohort)
    if not Agreement.objects.live().filter(pk=agreement.pk).update(ended_at=now()):
        return
    if room.recalled_id == agreement.pk:
        room.recalled = None
        room.save(update_fields=["recalled"])
    tell_all(agreement.cohort)
    trail.record("agreement.end", agreement, by=by)
