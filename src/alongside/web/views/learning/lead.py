"""The three live pages: whoever leads, the projector, and the number that says what is new."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from alongside.common.ids import new_id
from alongside.learning.activities import KINDS
from alongside.learning.forms.leading import LeadForm
from alongside.learning.queries.cohorts import participants_of
from alongside.learning.queries.draws import in_the_room
from alongside.learning.queries.room import (
    agenda,
    agreements_of,
    day_of,
    pulse,
    room_now,
    room_of,
    room_on_screen,
)
from alongside.web.presenters.learning.codes import qr
from alongside.web.presenters.learning.room import shown, written
from alongside.web.presenters.learning.tongue import language
from alongside.web.views.learning.cohorts import get_cohort


@require_safe
def lead(request, cohort_id):
    room = room_of(get_cohort(request, cohort_id))
    now = room_now(room)
    context = {
        **shown(now, explored_with=request.GET),
        "day": day_of(agenda(room.cohort, now.at), room, now.at),
        "steps": _steps(now),
        "proposed": [one for one in agreements_of(room.cohort) if not one.agreed_at],
        "new_id": new_id(),
        "here": len(in_the_room(room.cohort)),
        "seated": sum(one.place == "seat" for one in participants_of(room.cohort)),
        "is_all": True,
    }
    return render(request, "learning/lead.html", context)


def _steps(now) -> list[dict]:
    """The steps of what runs, in the facilitator's words."""
    if now.module is None:
        return []
    return [
        {
            "number": number,
            "is_here": number == now.room.step,
            "title": step.title.said(language()),
            "minutes": step.minutes,
            "guide": written(step.guide),
            "watch": written(step.watch),
            "opens": step.activity.kind if step.activity and step.activity.kind in KINDS else "",
        }
        for number, step in enumerate(now.module.steps)
    ]


@require_POST
def lead_act(request, cohort_id):
    """One button. What it is about stands in the form, so pressing it twice does it once."""
    cohort = get_cohort(request, cohort_id)
    form = LeadForm(request.POST, cohort=cohort, by=request.user)
    if not form.saved():
        for error in form.errors.values():
            messages.error(request, error[0])
    return redirect("lead", cohort.pk)


@login_not_required
@require_safe
def screen(request, screen_id):
    """What hangs on the wall. It needs no sign-in, since it shows what the room sees."""
    room = room_on_screen(screen_id)
    if room is None:
        raise Http404
    now = room_now(room)
    join = request.build_absolute_uri(reverse("room-join", args=[room.cohort.code]))
    day = day_of(agenda(room.cohort, now.at), room, now.at)
    told = {"day": day, "join": join, "qr": qr(join), "is_all": True, "on_wall": True}
    context = {**shown(now), **told}
    response = render(request, "learning/screen.html", context)
    response.headers["Cache-Control"] = "no-store, private"
    return response


@login_not_required
@require_safe
def room_pulse(request, pulse_id):
    """Two numbers, and nothing when they are still the same. One query, no session."""
    found = pulse(pulse_id)
    if found is None:
        raise Http404
    tag = f'"{found.version}.{found.tally}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304)
    response = HttpResponse(f"{found.version}.{found.tally}", content_type="text/plain")
    response["ETag"], response["Cache-Control"] = tag, "no-store"
    return response
