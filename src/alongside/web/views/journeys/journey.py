"""The page of one person's walk: a picture, the same in words, the same in a table."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.contacts.queries.returning import is_back_after_long
from alongside.journeys.queries.plan import what_carries
from alongside.people.queries.standing import has_died
from alongside.team.roles import May
from alongside.web.access import get_recoveree
from alongside.web.presenters.journey import Asked, walk_shown


@require_safe
def journey(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    walk = walk_shown(request.user, recoveree, Asked.of(request.GET))
    context = {
        "person": recoveree,
        "walk": walk,
        "holds": {**walk.holds, **what_carries(recoveree)},
        "has_died": has_died(recoveree),
        "is_back": is_back_after_long(recoveree),
    }
    return render(request, "journeys/journey.html", context)
