"""Pages for hopes, goals and steps."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.journeys.forms.ending import GoalEndForm, StepEndForm
from alongside.journeys.forms.plan import GoalForm, HopeForm, StepForm
from alongside.journeys.queries import plan
from alongside.journeys.queries.stages import stages_of
from alongside.team.roles import May
from alongside.web.access import get_in
from alongside.web.views.journeys.page import answer, blank, ended, person_at


def _about(request):
    """The concern a link came from, chosen beforehand."""
    return {"concern": request.GET.get("concern")}


@require_http_methods(["GET", "POST"])
def hopes(request, recoveree_id):
    person = person_at(request, recoveree_id)
    form = blank(HopeForm, request, person, initial=_about(request))
    context = {
        "stages": {stage.id: stage for stage in stages_of(person.program)},
        "hopes": plan.hopes_of(person),
        "earlier": plan.every_hope_of(person).exclude(ended_at=None),
    }
    return answer(request, person, form, "journeys/hopes.html", to="hopes", **context)


@require_http_methods(["GET", "POST"])
def hope_change(request, recoveree_id, hope_id):
    person = person_at(request, recoveree_id)
    old = get_in(request, plan.every_hope_of(person), hope_id)
    form = blank(HopeForm, request, person, old=old)
    return answer(request, person, form, "journeys/hope_change.html", to="hopes", old=old)


@require_POST
def hope_end(request, recoveree_id, hope_id):
    person = person_at(request, recoveree_id)
    row = get_in(request, plan.every_hope_of(person), hope_id)
    told = _("Ended. It can still be read under “before”.")
    return ended(request, person, row, to="hopes", told=told)


@require_safe
def goals(request, recoveree_id):
    person = person_at(request, recoveree_id, May.READ_PEOPLE)
    every = plan.goals_of(person)
    context = {
        "person": person,
        "goals": [goal for goal in every if goal.ended_at is None],
        "earlier": [goal for goal in every if goal.ended_at is not None],
        "strengths": plan.strengths_of(person),
    }
    return render(request, "journeys/goals.html", context)


@require_http_methods(["GET", "POST"])
def goal_new(request, recoveree_id):
    person = person_at(request, recoveree_id)
    form = blank(GoalForm, request, person, initial=_about(request))
    return answer(request, person, form, "journeys/goal_new.html", to="goals")


@require_http_methods(["GET", "POST"])
def goal(request, recoveree_id, goal_id):
    """A goal with its steps; the form adds one."""
    person = person_at(request, recoveree_id)
    one = get_in(request, plan.goals_of(person), goal_id)
    form = blank(StepForm, request, person, goal=one)
    context = {"goal": one, "steps": one.steps.order_by("id")}
    return answer(request, person, form, "journeys/goal.html", to=("goal", one.pk), **context)


@require_http_methods(["GET", "POST"])
def goal_change(request, recoveree_id, goal_id):
    person = person_at(request, recoveree_id)
    old = get_in(request, plan.goals_of(person), goal_id)
    form = blank(GoalForm, request, person, old=old)
    return answer(request, person, form, "journeys/goal_change.html", to="goals", old=old)


@require_http_methods(["GET", "POST"])
def goal_end(request, recoveree_id, goal_id):
    person = person_at(request, recoveree_id)
    one = get_in(request, plan.goals_of(person), goal_id)
    form = GoalEndForm(request.POST or None, goal=one, by=request.user)
    return answer(request, person, form, "journeys/goal_end.html", to="goals", goal=one)


@require_http_methods(["GET", "POST"])
def step_end(request, recoveree_id, step_id):
    person = person_at(request, recoveree_id)
    step = get_in(request, plan.steps_of(person), step_id)
    form = StepEndForm(request.POST or None, step=step, by=request.user)
    to = ("goal", step.goal_id)
    return answer(request, person, form, "journeys/step_end.html", to=to, step=step)
