"""A person's own growth, shown to them: how sure they feel, and who took the steps."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.journeys.queries.growth import rulers_of, steps_by_quarter
from alongside.journeys.queries.measures import measure_of
from alongside.people.queries.standing import has_died
from alongside.team.roles import May
from alongside.web.access import get_recoveree
from alongside.web.presenters import growth as shown


@require_safe
def growth(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    counted = steps_by_quarter(recoveree)
    rulers = measure_of(recoveree.program, "rulers")
    context = {
        "person": recoveree,
        "sure": shown.sureness(rulers_of(recoveree)),
        "quarters": shown.quarters(counted),
        "steps": shown.steps_taken(counted) if counted else [],
        "may_ask": bool(rulers and rulers.is_offered) and not has_died(recoveree),
    }
    return render(request, "journeys/measures/growth.html", context)
