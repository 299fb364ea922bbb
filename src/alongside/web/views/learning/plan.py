"""The action plan: theirs, shown to a supervisor only if they choose one, with looks back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.common.clock import today
from alongside.learning.actions.planning import turn_goal
from alongside.learning.forms.given import GoalForm, LookBackForm, LookedBackForm, ShareForm
from alongside.learning.queries.given import (
    follow_ups_of,
    goals_of,
    plan_shared_with,
    plans_shown_to,
)
from alongside.web.access import get_in
from alongside.web.presenters.learning.learned import rules
from alongside.web.seats import get_seat, unkept


@login_not_required
@unkept
@require_http_methods(["GET", "POST"])
def plan(request, cohort_id):
    """Three small forms; the button says which one was sent."""
    seat = get_seat(request, cohort_id)
    who, sent = {"participant": seat.participant}, request.POST.get("what")
    shared, follow_ups = plan_shared_with(seat.participant), list(follow_ups_of(seat.participant))
    forms = {
        "goal": GoalForm(_data(request, "goal"), **who),
        "share": ShareForm(
            _data(request, "share"), initial={"account": shared and shared.account_id}, **who
        ),
        "look_back": LookBackForm(
            _data(request, "look_back"), initial={"days": [one.days for one in follow_ups]}, **who
        ),
    }
    if sent in forms and forms[sent].saved():
        messages.success(request, _("Saved."))
        return redirect("room-plan", cohort_id)
    context = {
        "cohort": seat.cohort,
        "participant": seat.participant,
        "goals": goals_of(seat.participant),
        "follow_ups": follow_ups,
        "today": today(),
        "shared": shared,
        "rules": rules(seat.cohort),
        **forms,
        "form": forms.get(sent),
    }
    return render(request, "learning/plan.html", context)


def _data(request, name):
    return request.POST if request.POST.get("what") == name else None


@login_not_required
@unkept
@require_POST
def plan_turn(request, cohort_id, plan_goal_id):
    seat = get_seat(request, cohort_id)
    goal = get_object_or_404(goals_of(seat.participant), pk=plan_goal_id)
    how = "done" if request.POST.get("how") == "done" else "let_go"
    turn_goal(goal=goal, how=how, by=seat.participant.account)
    return redirect("room-plan", cohort_id)


@login_not_required
@unkept
@require_http_methods(["GET", "POST"])
def plan_look_back(request, cohort_id, follow_up_id):
    seat = get_seat(request, cohort_id)
    row = get_object_or_404(follow_ups_of(seat.participant), pk=follow_up_id)
    form = LookedBackForm(request.POST or None, follow_up=row, initial={"words": row.words})
    if request.method == "POST" and form.saved():
        return redirect("room-plan", cohort_id)
    context = {"cohort": seat.cohort, "form": form, "follow_up": row}
    return render(request, "learning/plan_look_back.html", context)


@require_safe
def plans(request):
    """Plans that were shown to me, by those who chose to."""
    return render(request, "learning/plans.html", {"plans": plans_shown_to(request.user)})


@require_safe
def plan_shown(request, plan_shared_id):
    row = get_in(request, plans_shown_to(request.user), plan_shared_id)
    context = {"participant": row.participant, "goals": goals_of(row.participant)}
    return render(request, "learning/plan_shown.html", context)
