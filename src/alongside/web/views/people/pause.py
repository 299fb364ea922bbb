"""A pause for someone's safety, its end, and an appeal."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.common.errors import NotAllowed
from alongside.people.actions.safety import end_pause
from alongside.people.forms.safety import AnswerForm, AppealForm, PauseForm
from alongside.people.queries.safety import (
    appeals_ever_for,
    appeals_waiting_for,
    pauses_now,
    pauses_of,
)
from alongside.people.queries.wording import rules_about_person
from alongside.team.queries import may_anywhere
from alongside.team.roles import May
from alongside.web.access import get_in, get_recoveree
from alongside.web.presenters.words import look_at_pause


@require_http_methods(["GET", "POST"])
def pause_new(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.PAUSE)
    form = PauseForm(request.POST or None, recoveree=recoveree, by=request.user)
    if request.method == "POST" and form.saved():
        messages.success(request, _("Saved. It ends by itself on its day."))
        return redirect("pauses", recoveree.pk)
    context = {"person": recoveree, "form": form}
    return render(request, "people/pause.html", context)


@require_safe
def pauses(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    pauses = pauses_of(recoveree)
    for pause in pauses:
        look_at_pause(pause, request.user, partial(rules_about_person, recoveree))
    waiting = appeals_waiting_for(request.user).filter(recoveree__in=[recoveree.pk])
    context = {
        "person": recoveree,
        "pauses": pauses,
        "now": {pause.pk for pause in pauses_now(recoveree)},
        "answerable": {appeal.pk for appeal in waiting},
        "may_pause": may_anywhere(request.user, May.PAUSE),
    }
    return render(request, "people/pauses.html", context)


@require_POST
def pause_end(request, recoveree_id, row_id):
    recoveree = get_recoveree(request, recoveree_id, May.PAUSE)
    pause = get_in(request, pauses_of(recoveree), row_id, may=May.PAUSE)
    try:
        end_pause(pause=pause, by=request.user)
    except NotAllowed as refusal:
        messages.info(request, refusal.message)
    else:
        messages.success(request, _("The pause has ended."))
    return redirect("pauses", recoveree.pk)


@require_http_methods(["GET", "POST"])
def appeal_new(request, recoveree_id, row_id):
    """Anyone who walks with the person may write down what they say."""
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    pause = get_in(request, pauses_of(recoveree), row_id, may=May.WRITE_PEOPLE)
    form = AppealForm(request.POST or None, pause=pause, by=request.user)
    if request.method == "POST" and form.saved():
        messages.success(request, _("Saved. Somebody else than who decided will answer."))
        return redirect("pauses", recoveree.pk)
    context = {"person": recoveree, "form": form, "pause": pause}
    return render(request, "people/appeal.html", context)


@require_http_methods(["GET", "POST"])
def appeal_answer(request, recoveree_id, row_id):
    recoveree = get_recoveree(request, recoveree_id, May.PAUSE)
    appeal = get_in(request, appeals_ever_for(request.user), row_id, may=May.PAUSE)
    form = AnswerForm(request.POST or None, appeal=appeal, by=request.user)
    if request.method == "POST" and form.saved():
        messages.success(request, _("Answered. Please tell the person, and who walks with them."))
        return redirect("pauses", recoveree.pk)
    context = {"person": recoveree, "form": form, "appeal": appeal}
    return render(request, "people/appeal_answer.html", context)
