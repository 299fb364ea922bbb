"""For trainers: who missed what, how it can be made up, and what was made up."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.learning.actions.making_up import end_made_up, end_way
from alongside.learning.forms.making_up import ExcuseForm, MadeUpForm, WayForm, WaysForm
from alongside.learning.queries.attendance import standings
from alongside.learning.queries.cohorts import participants_of
from alongside.learning.queries.making_up import (
    made_up_led_by,
    module_slot,
    own_ways,
    to_make_up_by,
    ways_led_by,
)
from alongside.web.access import get_in
from alongside.web.presenters.learning.tongue import language
from alongside.web.views.learning.cohorts import LEAD, get_cohort, get_participant


@require_safe
def to_make_up(request, cohort_id):
    """Everybody with a seat who still has something to make up, and what."""
    row = get_cohort(request, cohort_id)
    found = standings(row, participants_of(row).here())
    pairs = zip(found, to_make_up_by(found, row, language()), strict=True)
    some = [(standing, missed) for standing, missed in pairs if missed]
    return render(request, "learning/to_make_up.html", {"cohort": row, "missed": some})


@require_http_methods(["GET", "POST"])
def ways(request, cohort_id):
    """Two forms: a way of one's own, and which ways hold for which module."""
    row = get_cohort(request, cohort_id)
    sent = request.POST.get("what")
    of_modules = request.POST if sent == "modules" else None
    forms = {
        "own": WayForm(request.POST if sent == "own" else None, cohort=row, by=request.user),
        "modules": WaysForm(of_modules, cohort=row, by=request.user, language=language()),
    }
    if sent in forms and forms[sent].saved():
        messages.success(request, _("Saved."))
        return redirect("make-up-ways", row.pk)
    context = {"cohort": row, "own_ways": own_ways(row), "form": forms.get(sent), **forms}
    return render(request, "learning/make_up_ways.html", context)


@require_POST
def way_end(request, make_up_way_id):
    row = get_in(request, ways_led_by(request.user), make_up_way_id, may=LEAD)
    end_way(way=row, by=request.user)
    return redirect("make-up-ways", row.cohort_id)


@require_http_methods(["GET", "POST"])
def record(request, participant_id, slot_id):
    """What one participant made up for in one module."""
    row = get_participant(request, participant_id)
    slot = module_slot(row.cohort, slot_id)
    if slot is None:
        raise Http404
    told = {"participant": row, "slot": slot, "by": request.user, "language": language()}
    form = MadeUpForm(request.POST or None, **told)
    if request.method == "POST" and form.saved():
        messages.success(request, _("Saved."))
        return redirect("participant", row.pk)
    context = {"form": form, "participant": row, "slot": slot, "cohort": row.cohort}
    return render(request, "learning/make_up_record.html", context)


@require_POST
def made_up_end(request, made_up_id):
    row = get_in(request, made_up_led_by(request.user), made_up_id, may=LEAD)
    end_made_up(made_up=row, by=request.user)
    return redirect("participant", row.participant_id)


@require_http_methods(["GET", "POST"])
def participant_excuse(request, participant_id):
    row = get_participant(request, participant_id)
    form = ExcuseForm(request.POST or None, participant=row, by=request.user)
    if request.method == "POST" and form.saved():
        messages.success(request, _("Saved."))
        return redirect("participant", row.pk)
    context = {"form": form, "participant": row, "cohort": row.cohort}
    return render(request, "learning/participant_excuse.html", context)
