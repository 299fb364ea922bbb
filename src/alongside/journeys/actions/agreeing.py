"""The plan: written side by side, and agreed by the person's word, as it reads on that day."""

import json
from uuid import UUID

from django.db import transaction

from alongside.common.clock import today
from alongside.journeys.models import PlanAgreed, PlanPart
from alongside.journeys.policies.plan import (
    check_begins_from_the_latest,
    check_is_what_was_read,
    check_plan_is_not_empty,
)
from alongside.journeys.queries.agreed import fingerprint, is_empty, plan_now
from alongside.journeys.queries.plan import plan_parts_of, plans_agreed_of
from alongside.people.actions.once import add_once
from alongside.people.models import Recoveree
from alongside.people.policies.walking import check_living
from alongside.people.queries.standing import has_died
from alongside.team.models import Account


@transaction.atomic
def write_part(
    *,
    recoveree: Recoveree,
    dimension: str,
    by: Account,
    began_from: UUID | None = None,
    id: UUID | None = None,
    **words: str,
) -> PlanPart:
    """One side of the plan as it is now. `began_from`: the row whose words were on the page.

    What it said before stays readable. Empty boxes are an answer: nothing here, for now.
    """
    _one_at_a_time(recoveree)
    if id is None or not PlanPart.objects.filter(pk=id).exists():
        latest = plan_parts_of(recoveree).get(dimension)
        check_begins_from_the_latest(is_latest=(latest.pk if latest else None) == began_from)
    row = PlanPart(recoveree=recoveree, dimension=dimension, by=by, **words)
    return add_once(row, verb="plan_part.write", id=id)


@transaction.atomic
def agree_plan(
    *,
    recoveree: Recoveree,
    read: str,
    by: Account,
    with_safer: bool = False,
    id: UUID | None = None,
) -> PlanAgreed:
    """The person says: this is my plan. A copy of its words is kept and never changed.

    read: the fingerprint of the plan that was on the page. with_safer: their plan to be
    safer belongs to it. The same words on the same day are one version, whoever sends them.
    """
    _one_at_a_time(recoveree)
    check_living(has_died=has_died(recoveree))
    content = plan_now(recoveree)
    check_is_what_was_read(is_same=fingerprint(content) == read)
    if not with_safer:
        content["safer"] = None
    check_plan_is_not_empty(is_empty=is_empty(content))
    words = json.dumps(content, ensure_ascii=False)
    latest = plans_agreed_of(recoveree).first()
    if latest and (latest.agreed_on, latest.content) == (today(), words):
        return latest
    row = PlanAgreed(recoveree=recoveree, agreed_on=today(), content=words, by=by)
    return add_once(row, verb="plan.agree", id=id)


def _one_at_a_time(recoveree: Recoveree) -> None:
    """Two who save at once: the second waits, and sees what the first has saved."""
    Recoveree.objects.select_for_update().get(pk=recoveree.pk)
