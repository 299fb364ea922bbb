"""Pages for a plan to be safer, and for being there after an overdose."""

from django.views.decorators.http import require_http_methods

from alongside.journeys.forms.safety import OverdoseAnswerForm, OverdoseForm, SaferPlanForm
from alongside.journeys.policies.safety import days_that_matter_most
from alongside.journeys.queries.safety import overdoses_of, safer_plans_of
from alongside.web.access import get_in
from alongside.web.views.journeys.page import answer, blank, person_at


@require_http_methods(["GET", "POST"])
def safer_plan(request, recoveree_id):
    person = person_at(request, recoveree_id)
    plans = list(safer_plans_of(person))
    form = blank(SaferPlanForm, request, person, before=plans[0] if plans else None)
    context = {"plan": plans[0] if plans else None, "earlier": plans[1:]}
    return answer(request, person, form, "journeys/safer_plan.html", to="safer-plan", **context)


@require_http_methods(["GET", "POST"])
def overdoses(request, recoveree_id):
    person = person_at(request, recoveree_id)
    form = blank(OverdoseForm, request, person)
    rows = overdoses_of(person)
    return answer(request, person, form, "journeys/overdoses.html", to="overdoses", rows=rows)


@require_http_methods(["GET", "POST"])
def overdose_settle(request, recoveree_id, overdose_id):
    person = person_at(request, recoveree_id)
    overdose = get_in(request, overdoses_of(person), overdose_id)
    form = OverdoseAnswerForm(request.POST or None, overdose=overdose, by=request.user)
    first, last = days_that_matter_most(overdose.happened_on)
    context = {"overdose": overdose, "first": first, "last": last}
    page = "journeys/overdose_settle.html"
    return answer(request, person, form, page, to="overdoses", **context)
