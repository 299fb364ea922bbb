"""Pages for the plan: its four sides, the person's word, its versions."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from alongside.journeys.forms.agreeing import AgreeForm, PlanPartForm
from alongside.journeys.models import Dimension
from alongside.journeys.queries.agreed import content_in, has_changed, is_empty, plan_now
from alongside.journeys.queries.plan import plans_agreed_of
from alongside.team.roles import May
from alongside.web.access import get_in
from alongside.web.presenters.plan import labels, plan_shown
from alongside.web.views.journeys.page import answer, blank, person_at


@require_safe
def plan(request, recoveree_id):
    """The plan as it stands, and the versions that were agreed."""
    person = person_at(request, recoveree_id, May.READ_PEOPLE)
    now, versions = plan_now(person), list(plans_agreed_of(person))
    context = {
        "person": person,
        "plan": plan_shown(now),
        "labels": labels(),
        "is_empty": is_empty(now),
        "versions": versions,
        "has_changed": bool(versions) and has_changed(content_in(versions[0]), now),
    }
    return render(request, "journeys/plan/plan.html", context)


@require_http_methods(["GET", "POST"])
def plan_part(request, recoveree_id, dimension):
    person = person_at(request, recoveree_id)
    if dimension not in Dimension.values:
        raise Http404
    form = blank(PlanPartForm, request, person, dimension=dimension)
    side = Dimension(dimension).label
    return answer(request, person, form, "journeys/plan/part.html", to="plan", side=side)


@require_http_methods(["GET", "POST"])
def plan_agree(request, recoveree_id):
    """A page to turn round: the plan read aloud, and the person's word on it."""
    person = person_at(request, recoveree_id)
    now = plan_now(person)
    form = blank(AgreeForm, request, person, now=now)
    context = {"plan": plan_shown(now), "labels": labels(), "is_empty": is_empty(now)}
    return answer(request, person, form, "journeys/plan/agree.html", to="plan", **context)


@require_safe
def plan_version(request, recoveree_id, plan_id):
    """The plan as it was agreed on a day."""
    person = person_at(request, recoveree_id, May.READ_PEOPLE)
    row = get_in(request, plans_agreed_of(person), plan_id)
    content = content_in(row)
    latest = plans_agreed_of(person).first()
    context = {
        "person": person,
        "row": row,
        "called": content["called"],
        "plan": plan_shown(content),
        "labels": labels(),
        "is_latest": latest.pk == row.pk,
        "has_changed": has_changed(content, plan_now(person)),
    }
    return render(request, "journeys/plan/version.html", context)
