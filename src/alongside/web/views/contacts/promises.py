"""Promises and appointments: made, settled, moved."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.common.clock import local
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.contacts import actions
from alongside.contacts.forms import (
    ENDINGS,
    AppointmentForm,
    EndForm,
    PromiseForm,
    WhenForm,
    note_on_clock,
)
from alongside.contacts.models import Promise
from alongside.contacts.queries import appointments_for, promises_for
from alongside.team.roles import May
from alongside.web.access import get_in, get_recoveree


@require_http_methods(["GET", "POST"])
def promise_new(request, recoveree_id):
    return _new(request, recoveree_id, PromiseForm, "contacts/promise_new.html")


@require_http_methods(["GET", "POST"])
def appointment_new(request, recoveree_id):
    return _new(request, recoveree_id, AppointmentForm, "contacts/appointment_new.html")


def _new(request, recoveree_id, form_class, template):
    person = get_recoveree(request, recoveree_id, May.WRITE_CONTACTS)
    form = form_class(
        request.POST or None, recoveree=person, by=request.user, initial={"id": new_id()}
    )
    if request.method == "POST" and form.saved():
        _say(request, _("Saved. It is on your Today page."), form)
        return redirect("person", person.pk)
    return render(request, template, {"form": form, "person": person})


def _say(request, words, form):
    note = note_on_clock(form.cleaned_data.get("at"))
    messages.success(request, f"{words} {note}".strip())


@require_POST
def promise_end(request, promise_id):
    promise = get_in(request, promises_for(request.user, May.WRITE_CONTACTS), promise_id)
    form = EndForm(request.POST, outcomes=Promise.Outcome.choices)
    return _end(request, form, actions.end_promise, promise=promise)


@require_POST
def appointment_end(request, appointment_id):
    rows = appointments_for(request.user, May.WRITE_CONTACTS)
    appointment = get_in(request, rows, appointment_id)
    form = EndForm(request.POST, outcomes=ENDINGS)
    return _end(request, form, actions.end_appointment, appointment=appointment)


def _end(request, form, action, **row):
    """A second tap does nothing; a settled one that is settled anew is told so."""
    if form.is_valid():
        try:
            action(outcome=form.cleaned_data["outcome"], by=request.user, **row)
        except NotAllowed as refusal:
            messages.info(request, refusal.message)
        else:
            messages.success(request, _("Saved."))
    return redirect("today")


@require_http_methods(["GET", "POST"])
def appointment_move(request, appointment_id):
    rows = appointments_for(request.user, May.WRITE_CONTACTS)
    appointment = get_in(request, rows, appointment_id, may=May.WRITE_CONTACTS)
    was = local(appointment.at)
    form = WhenForm(
        request.POST or None,
        recoveree=appointment.recoveree,
        by=request.user,
        initial={"id": new_id(), "day": was.date(), "time": was.time()},
    )
    if request.method == "POST" and form.saved(appointment=appointment):
        _say(request, _("Moved."), form)
        return redirect("today")
    context = {"form": form, "appointment": appointment, "person": appointment.recoveree}
    return render(request, "contacts/appointment_move.html", context)
