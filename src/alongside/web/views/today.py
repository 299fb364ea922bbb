"""Today: what a day holds for whoever signs in."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.common.clock import local_day
from alongside.common.clock import today as this_day
from alongside.contacts.queries import (
    FEW,
    MOST,
    appointments_of,
    calls_due,
    handed_over_to,
    promises_of,
    quiet_of,
    support_offered_to,
    talks_and_appeals_for,
    walks_of,
)
from alongside.contacts.queries.handing import held_by
from alongside.journeys.queries.long_view import check_ins_due
from alongside.journeys.queries.safety import to_be_there_for
from alongside.people.queries.cards import without_coach_for
from alongside.team.queries import present_memberships
from alongside.team.roles import GRANTS, May
from alongside.web.access import note_reading
from alongside.web.presenters.near import near_and_later
from alongside.web.presenters.twins import tell_apart


@require_safe
def today(request):
    members = present_memberships(request.user)
    rights = set().union(*(GRANTS[member.role] for member in members))
    context = {
        "day": this_day(),
        "members": members,
        "may": {may.value: may in rights for may in May},
    }
    if May.READ_CONTACTS in rights:
        note_reading(request, program=members[0].program)
        context |= _walk(request.user) | _waiting(request.user, rights)
    return render(request, "today/today.html", context)


def _walk(reader) -> dict:
    """What hangs on the people whom this reader walks with."""
    walks = walks_of(reader)
    tell_apart([walk.person for walk in walks])
    appointments = appointments_of(reader)
    coming = [a for a in appointments if local_day(a.at) >= this_day()]
    return {
        "hand_overs": _handed_over(reader),
        "support_offers": support_offered_to(reader),
        "walks": walks[:MOST],
        "more_walks": max(0, len(walks) - MOST),
        "quiet": quiet_of(walks)[:FEW],
        "promises": near_and_later(promises_of(reader), lambda p: p.due_on, today=this_day()),
        "calls": calls_due(reader),
        "check_ins": check_ins_due(reader),
        "overdoses": to_be_there_for(reader),
        "appointments": near_and_later(coming, lambda a: local_day(a.at), today=this_day()),
        "unsettled": [a for a in appointments if local_day(a.at) < this_day()],
    }


def _handed_over(reader) -> list:
    """What was handed over to this reader, with what is open and went along."""
    told = handed_over_to(reader)
    went_along = held_by(reader, {one.recoveree_id for one in told})
    for one in told:
        one.open = went_along[one.recoveree_id]
    return told


def _waiting(reader, rights) -> dict:
    """What waits for those who answer for the program."""
    if May.PAUSE not in rights:
        return {}
    talks, appeals = talks_and_appeals_for(reader)
    unpaired = without_coach_for(reader, end=FEW + 1)
    return {
        "unpaired": unpaired[:FEW],
        "more_unpaired": len(unpaired) > FEW,
        "talks_wished": talks,
        "appeals": appeals,
    }
