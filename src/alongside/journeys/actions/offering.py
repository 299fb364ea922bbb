"""What a program does with measures: offer one, put a permission on file, bring its wording."""

import json
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import now, today
from alongside.journeys.measures import Measure
from alongside.journeys.models import MeasureHere, MeasurePermission, MeasureWording
from alongside.journeys.policies.measures import (
    check_days,
    check_is_open,
    check_needs_permission,
    check_wording,
    licence_here,
)
from alongside.journeys.queries.measures import permissions_of
from alongside.people.policies.walking import check_not_ahead
from alongside.team.models import Account, Program


@transaction.atomic
def offer_measure(*, program: Program, measure: Measure, by: Account) -> MeasureHere:
    """Offer it to people again. What its owner does not allow stays shut."""
    on_file = {row.instrument for row in permissions_of(program)}
    check_is_open(licence_here(measure.licence, has_permission=measure.key in on_file))
    return _turn(program, measure, by=by, is_offered=True, verb="measure.offer")


@transaction.atomic
def put_measure_away(*, program: Program, measure: Measure, by: Account) -> MeasureHere:
    """It is no longer offered. What people said with it stays theirs to read."""
    return _turn(program, measure, by=by, is_offered=False, verb="measure.put_away")


def _turn(program: Program, measure: Measure, *, by: Account, is_offered: bool, verb: str):
    row, _ = MeasureHere.objects.update_or_create(
        program=program, instrument=measure.key, defaults={"is_offered": is_offered, "by": by}
    )
    trail.record(verb, row, by=by, detail=measure.key)
    return row


@transaction.atomic
def put_permission_on_file(
    *,
    program: Program,
    measure: Measure,
    given_by: str,
    given_on: date,
    covers: str,
    by: Account,
    until: date | None = None,
    id: UUID | None = None,
) -> MeasurePermission:
    """The owner said yes: who, when, and to what. It takes the place of an earlier one."""
    check_needs_permission(measure.licence)
    check_not_ahead(given_on, today=today())
    check_days(given_on, until)
    if id and (stored := MeasurePermission.objects.filter(pk=id, program=program).first()):
        return stored
    earlier = MeasurePermission.objects.live().filter(program=program, instrument=measure.key)
    earlier.update(ended_at=now())
    row = MeasurePermission(
        program=program,
        instrument=measure.key,
        given_by=given_by,
        given_on=given_on,
        covers=covers,
        until=until,
        by=by,
        **({"id": id} if id else {}),
    )
    row.save(force_insert=True)
    trail.record("measure.permit", row, by=by, detail=measure.key)
    return row


@transaction.atomic
def end_permission(*, permission: MeasurePermission, by: Account) -> MeasurePermission:
    """It no longer holds, and the measure is no longer offered. It stays readable."""
    permission.ended_at = permission.ended_at or now()
    permission.save(update_fields=["ended_at"])
    trail.record("measure.end_permission", permission, by=by, detail=permission.instrument)
    return permission


@transaction.atomic
def load_wording(
    *, program: Program, measure: Measure, language: str, words: Mapping[str, str], by: Account
) -> MeasureWording:
    """The sentences of the paper form, word for word, as this program may use them."""
    check_wording(words, measure=measure)
    row = MeasureWording.objects.create(
        program=program,
        instrument=measure.key,
        version=measure.version,
        language=language,
        content=json.dumps(dict(words), ensure_ascii=False, sort_keys=True),
        by=by,
    )
    trail.record("measure.word", row, by=by, detail=measure.key)
    return row
