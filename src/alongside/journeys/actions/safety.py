"""A plan for being safer, and being there after an overdose. Neither closes or opens anything."""

from datetime import date
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import now, today
from alongside.journeys.models import Overdose, SaferPlan
from alongside.journeys.policies.plan import check_open
from alongside.journeys.policies.safety import check_says_something
from alongside.people.actions.once import add_once
from alongside.people.models import Recoveree
from alongside.people.policies.walking import check_living, check_not_ahead
from alongside.people.queries.standing import has_died
from alongside.team.models import Account


@transaction.atomic
def write_safer_plan(
    *, recoveree: Recoveree, by: Account, id: UUID | None = None, **words: str
) -> SaferPlan:
    """The plan as it is now. Earlier ones stay readable."""
    check_says_something(any(text.strip() for text in words.values()))
    return add_once(SaferPlan(recoveree=recoveree, by=by, **words), verb="safer_plan.write", id=id)


@transaction.atomic
def hear_of_overdose(
    *,
    recoveree: Recoveree,
    told_by: str,
    by: Account,
    happened_on: date | None = None,
    words: str = "",
    id: UUID | None = None,
) -> Overdose:
    """Somebody told us of an overdose that the person lived through."""
    happened_on = happened_on or today()
    check_living(has_died=has_died(recoveree))
    check_not_ahead(happened_on, today=today())
    row = Overdose(
        recoveree=recoveree, told_by=told_by, happened_on=happened_on, words=words, by=by
    )
    return add_once(row, verb="overdose.hear", id=id)


@transaction.atomic
def settle_overdose(*, overdose: Overdose, answer: str, by: Account) -> Overdose:
    """How being there went. Not reached is said as it is, and may be tried again."""
    overdose = Overdose.objects.select_for_update().get(pk=overdose.pk)
    if overdose.answer == answer:
        return overdose
    check_open(has_ended=overdose.ended_at is not None)
    overdose.answer = answer
    if answer != Overdose.Answer.NOT_REACHED:
        overdose.ended_at = now()
    overdose.save(update_fields=["answer", "ended_at"])
    trail.record("overdose.settle", overdose, by=by)
    return overdose
