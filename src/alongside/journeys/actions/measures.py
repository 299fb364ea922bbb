"""Taking a measure, and waving one off. No score is stored: it is worked out when read."""

import json
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from alongside.common.clock import today
from alongside.journeys.measures import Measure
from alongside.journeys.models import Concern, Goal, Measurement, WavedOff
from alongside.journeys.policies.measures import check_answers, check_is_offered, check_mode
from alongside.journeys.policies.walk import check_corrects_the_newest
from alongside.journeys.queries.measures import measures_offered
from alongside.people.actions.once import add_once
from alongside.people.models import Recoveree
from alongside.people.policies.walking import check_living, check_not_ahead
from alongside.people.queries.standing import has_died
from alongside.team.models import Account


@transaction.atomic
def take_measure(
    *,
    recoveree: Recoveree,
    measure: Measure,
    mode: str,
    answers: Mapping[str, int | str],
    language: str,
    by: Account,
    taken_on: date | None = None,
    words: str = "",
    concern: Concern | None = None,
    goal: Goal | None = None,
    corrects: Measurement | None = None,
    id: UUID | None = None,
) -> Measurement:
    """Keep the answers given on a day; those left out are left out, even if that is all.

    corrects: an earlier taking of this person in which there was a slip.
    """
    taken_on = taken_on or today()
    check_living(has_died=has_died(recoveree))
    check_not_ahead(taken_on, today=today())
    offered = [one.measure for one in measures_offered(recoveree.program)]
    check_is_offered(is_offered=measure in offered)
    check_mode(mode, measure=measure)
    check_answers(answers, measure=measure)
    if corrects and (id is None or not Measurement.objects.filter(pk=id).exists()):
        corrects = Measurement.objects.select_for_update().get(pk=corrects.pk)
        check_corrects_the_newest(is_corrected=corrects.corrections.exists())
    row = Measurement(
        recoveree=_record_of(recoveree, concern or goal or corrects),
        instrument=measure.key,
        version=measure.version,
        language=language,
        mode=mode,
        taken_on=taken_on,
        answers=json.dumps(dict(answers), ensure_ascii=False, sort_keys=True),
        words=words,
        concern=concern,
        goal=goal,
        corrects=corrects,
        by=by,
    )
    return add_once(row, verb="measure.take", id=id)


def _record_of(recoveree: Recoveree, thing: Concern | Goal | Measurement | None) -> Recoveree:
    """What belongs to something lies on the same record as that."""
    return thing.recoveree if thing else recoveree


@transaction.atomic
def wave_off(*, recoveree: Recoveree, instrument: str, by: Account) -> WavedOff:
    """Not now: the offer is quiet until the next of its days."""
    same = {"recoveree": recoveree, "instrument": instrument, "on": today()}
    if before := WavedOff.objects.filter(**same).first():
        return before
    row = WavedOff(**same, by=by)
    return add_once(row, verb="measure.wave_off")
