"""Making up for what was missed: the ways, who made up for what, and what is not asked."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import now, today
from alongside.common.errors import NotAllowed
from alongside.learning.actions.once import store_new
from alongside.learning.actions.rooms import hold
from alongside.learning.models import (
    Cohort,
    Excused,
    MadeUp,
    MakeUpWay,
    ModuleWays,
    Participant,
    Slot,
)
from alongside.learning.policies.completing import check_minutes
from alongside.learning.queries.attendance import standing_of
from alongside.learning.queries.making_up import chosen_ways, own_ways, ways_of_modules
from alongside.team.models import Account

#: More ways than these nobody reads on a phone.
MOST_WAYS = 20


@transaction.atomic
def add_way(*, cohort: Cohort, words: str, id: UUID, by: Account) -> MakeUpWay:
    """A way beside those of the course. Sent again with the same id it is there once."""
    hold(cohort)
    if made := MakeUpWay.objects.filter(pk=id, cohort=cohort).first():
        return made
    if len(own_ways(cohort)) >= MOST_WAYS:
        raise NotAllowed(_("There are many ways already. Take one out first."))
    row = MakeUpWay(id=id, cohort=cohort, words=words, by=by)
    store_new(row)
    trail.record("make_up.way", row, by=by)
    return row


@transaction.atomic
def end_way(*, way: MakeUpWay, by: Account) -> None:
    """It holds no more. What was made up in this way stays."""
    if MakeUpWay.objects.live().filter(pk=way.pk).update(ended_at=now()):
        trail.record("make_up.way_end", way, by=by)


@transaction.atomic
def choose_ways(*, cohort: Cohort, ways: Mapping[Slot, Sequence[str]], by: Account) -> None:
    """Which ways hold for these modules. The others stay as they are."""
    hold(cohort)
    known = chosen_ways(cohort)
    for slot, keys in ways.items():
        if known.get(slot.pk) != list(keys):
            row = ModuleWays.objects.create(cohort=cohort, slot=slot, ways=list(keys), by=by)
            trail.record("make_up.choose", row, by=by)


@transaction.atomic
def make_up(
    *,
    participant: Participant,
    slot: Slot,
    way: str,
    on: date,
    minutes: int,
    id: UUID,
    by: Account,
    note: str = "",
) -> MadeUp:
    """Somebody made up for minutes of a module. Sent again with the same id it is there once."""
    hold(participant.cohort)
    if made := MadeUp.objects.filter(pk=id, participant=participant).first():
        return made
    check_minutes(minutes, planned=slot.minutes)
    if way not in ways_of_modules(participant.cohort, participant.cohort.language)[slot.pk]:
        raise NotAllowed(_("This way does not hold for this module any more. Choose another one."))
    if on > today():
        raise NotAllowed(_("This day is yet to come."))
    attended = {one.key: one for one in standing_of(participant).attended}[slot.key]
    if attended.minutes >= attended.planned:
        raise NotAllowed(_("Nothing is missing in this module."))
    row = MadeUp(
        id=id,
        participant=participant,
        slot=slot,
        way=way,
        on=on,
        minutes=minutes,
        note=note,
        by=by,
    )
    store_new(row)
    trail.record("make_up.record", row, by=by)
    return row


@transaction.atomic
def end_made_up(*, made_up: MadeUp, by: Account) -> None:
    """It was written down by mistake. A certificate that was given stays until it is taken back."""
    if MadeUp.objects.live().filter(pk=made_up.pk).update(ended_at=now()):
        trail.record("make_up.end", made_up, by=by)


@transaction.atomic
def excuse(*, participant: Participant, rule: str, because: str, by: Account) -> Excused:
    """One rule is not asked of this person, for a reason that is kept sealed. It is said once."""
    if not because.strip():
        raise NotAllowed(_("Say in a few words why it is not needed."))
    hold(participant.cohort)
    if known := Excused.objects.filter(participant=participant, rule=rule).first():
        if known.because != because:
            raise NotAllowed(_("It was said before that this is not needed."))
        return known
    row = Excused(participant=participant, rule=rule, because=because, by=by)
    row.save(force_insert=True)
    trail.record("participant.excuse", row, by=by, detail=rule)
    return row
