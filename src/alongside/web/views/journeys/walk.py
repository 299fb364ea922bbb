"""Pages for concerns, and for where things stand."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.common.errors import NotAllowed
from alongside.journeys.actions.walk import turn_concern
from alongside.journeys.forms.walk import ChangeTalkForm, ConcernForm, RewordForm, SightingForm
from alongside.journeys.queries import plan, walk
from alongside.journeys.queries.stages import stages_of
from alongside.people.models import Rhythm
from alongside.team.roles import May
from alongside.web.access import get_in
from alongside.web.views.journeys.page import answer, blank, person_at


@require_http_methods(["GET", "POST"])
def concern_new(request, recoveree_id):
    person = person_at(request, recoveree_id)
    form = blank(ConcernForm, request, person)
    concerns = walk.concerns_of(person)
    return answer(request, person, form, "journeys/concern_new.html", concerns=concerns)


@require_safe
def concern(request, recoveree_id, concern_id):
    person = person_at(request, recoveree_id, May.READ_PEOPLE)
    one = get_in(request, walk.concerns_of(person), concern_id)
    context = {
        "person": person,
        "concern": one,
        "stages": {stage.id: stage for stage in stages_of(person.program)},
        "sightings": walk.sightings_of(person).filter(concern=one),
        "talks": walk.talks_of(person).filter(concern=one),
        "hopes": plan.hopes_of(person).filter(concern=one),
        "goals": plan.goals_of(person).filter(concern=one, ended_at=None),
        "former": one.former_names.order_by("-id"),
    }
    return render(request, "journeys/concern.html", context)


@require_http_methods(["GET", "POST"])
def concern_reword(request, recoveree_id, concern_id):
    person = person_at(request, recoveree_id)
    one = get_in(request, walk.concerns_of(person), concern_id)
    form = RewordForm(request.POST or None, concern=one, by=request.user)
    page, to = "journeys/concern_reword.html", ("concern", one.pk)
    return answer(request, person, form, page, to=to, concern=one)


@require_POST
def concern_turn(request, recoveree_id, concern_id):
    """A concern rests or wakes: whichever it does not do now."""
    person = person_at(request, recoveree_id)
    one = get_in(request, walk.concerns_of(person), concern_id)
    kind = Rhythm.Kind.AWAKE if request.POST.get("turn") == "wake" else Rhythm.Kind.RESTING
    try:
        turn_concern(concern=one, kind=kind, by=request.user)
    except NotAllowed as refusal:
        messages.info(request, refusal.message)
    else:
        messages.success(request, _("Saved."))
    return redirect("concern", person.pk, one.pk)


@require_http_methods(["GET", "POST"])
def sighting_new(request, recoveree_id):
    person = person_at(request, recoveree_id)
    initial = {"concern": request.GET.get("concern")}
    form = blank(SightingForm, request, person, initial=initial)
    return answer(request, person, form, "journeys/sighting_new.html")


@require_http_methods(["GET", "POST"])
def sighting_correct(request, recoveree_id, sighting_id):
    person = person_at(request, recoveree_id)
    slip = get_in(request, walk.sightings_of(person), sighting_id)
    form = blank(SightingForm, request, person, slip=slip, initial={"seen_on": slip.seen_on})
    return answer(request, person, form, "journeys/sighting_correct.html", slip=slip)


@require_http_methods(["GET", "POST"])
def change_talk(request, recoveree_id):
    person = person_at(request, recoveree_id)
    initial = {"concern": request.GET.get("concern")}
    form = blank(ChangeTalkForm, request, person, initial=initial)
    talks = walk.talks_of(person).select_related("concern")
    return answer(request, person, form, "journeys/change_talk.html", to="change-talk", talks=talks)
