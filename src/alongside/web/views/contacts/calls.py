"""Telephone recovery support: whom to call, how they wish it, and how it went."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.common.clock import today
from alongside.common.ids import new_id
from alongside.contacts import actions
from alongside.contacts.forms import CallAttemptForm, CallWishForm
from alongside.contacts.models import CallAttempt
from alongside.contacts.queries import call_wish_of, calls_for, last_tried
from alongside.people.queries.telling import ways_of
from alongside.team.queries import coaches_of
from alongside.team.roles import May
from alongside.web.access import get_program, get_recoveree, note_reading
from alongside.web.presenters.twins import tell_apart

PAGE = 20
#: Lists that lead to the page of a call, by their word in its address; else it is a person's page.
CAME_FROM = {"today": ("today", _l("Today")), "calls": ("calls", _l("Calls"))}


@require_safe
def calls(request):
    """Everyone in reach who wishes for calls, the next one first."""
    program = get_program(request, May.READ_CONTACTS)
    wishes = calls_for(request.user)
    page = Paginator(wishes, PAGE).get_page(request.GET.get("page"))
    tell_apart([wish.recoveree for wish in page])
    tried = last_tried(wish.recoveree_id for wish in page)
    for wish in page:
        wish.day = max(wish.next_on, today())
        wish.tried_at, outcome = tried.get(wish.recoveree_id, (None, ""))
        wish.last_outcome_name = CallAttempt.Outcome(outcome).label if outcome else ""
    note_reading(request, program=program)
    return render(request, "contacts/calls.html", {"page": page, "today": today()})


@require_http_methods(["GET", "POST"])
def call_new(request, recoveree_id):
    """The page to hold while calling: safe ways on top, what came of it below."""
    person = get_recoveree(request, recoveree_id, May.WRITE_CONTACTS)
    form = CallAttemptForm(
        request.POST or None, recoveree=person, by=request.user, initial={"id": new_id()}
    )
    if request.method == "POST" and (attempt := form.saved()):
        return _called(request, person, attempt)
    context = {
        "form": form,
        "person": person,
        "ways": ways_of(person),
        "came_from": CAME_FROM.get(request.GET.get("from")),
    }
    return render(request, "contacts/call_new.html", context)


def _called(request, person, attempt):
    if attempt.outcome == CallAttempt.Outcome.TALKED:
        messages.success(request, _("Saved. If you like, log what you talked about."))
        return redirect(f"{reverse('contact-new')}?person={person.pk}&how=phone")
    if attempt.outcome == CallAttempt.Outcome.NO_MORE_CALLS:
        messages.success(request, _("Saved. We will not call any more. The door stays open."))
    else:
        messages.success(request, _("Saved."))
    came_from = CAME_FROM.get(request.GET.get("from"))
    return redirect(came_from[0]) if came_from else redirect("person", person.pk)


@require_http_methods(["GET", "POST"])
def call_wish(request, recoveree_id):
    person = get_recoveree(request, recoveree_id, May.WRITE_CONTACTS)
    wish = call_wish_of(person)
    form = CallWishForm(
        request.POST or None,
        recoveree=person,
        by=request.user,
        coaches=coaches_of(person.program),
        wish=wish,
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("person", person.pk)
    context = {"form": form, "person": person, "wish": wish, "ways": ways_of(person)}
    return render(request, "contacts/call_wish.html", context)


@require_POST
def call_wish_end(request, recoveree_id):
    person = get_recoveree(request, recoveree_id, May.WRITE_CONTACTS)
    if wish := call_wish_of(person):
        actions.end_call_wish(wish=wish, by=request.user)
        messages.success(request, _("Saved. We will not call any more. The door stays open."))
    return redirect("person", person.pk)
