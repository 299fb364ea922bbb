"""Handing over to the next coach."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.contacts.actions import hand_on
from alongside.contacts.queries.handing import open_with
from alongside.people.actions.handing import mark_hand_over_seen
from alongside.people.forms.handing import HandOverForm
from alongside.people.models import HandOver
from alongside.people.queries import ids_of, recoverees_for
from alongside.people.queries.handing import hand_overs_ever_for, hand_overs_of
from alongside.people.queries.walking import walking_today
from alongside.team.roles import May
from alongside.web.access import get_in, get_recoveree


@require_http_methods(["GET", "POST"])
def hand_over(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.PAIR)
    walking = [pairing.coach for pairing in walking_today(recoveree)]
    initial = {"from_coach": walking[0].pk} if len(walking) == 1 else {}
    form = HandOverForm(
        request.POST or None,
        recoveree=recoveree,
        by=request.user,
        walking=walking,
        initial=initial,
    )
    if request.method == "POST" and (told := _handed_over(form, recoveree)):
        messages.success(request, _("Handed over. The next coach sees it on their Today."))
        reached = recoverees_for(request.user, May.READ_PEOPLE).filter(pk=recoveree.pk)
        if not reached.exists():
            return redirect("people")
        return redirect(f"{reverse('person', args=[recoveree.pk])}?told={told.pk}")
    context = {
        "person": recoveree,
        "form": form,
        "open": open_with(recoveree),
        "before": hand_overs_of(recoveree),
    }
    return render(request, "people/hand_over.html", context)


@transaction.atomic
def _handed_over(form, recoveree) -> HandOver | None:
    """The person and the open promises go to the next coach together, or neither."""
    saved = form.saved()
    if saved is not None:
        hand_on(
            recoverees=ids_of(recoveree),
            from_coach=saved.from_coach,
            to_coach=saved.to_coach,
            by=form.by,
            walking=[pairing.coach_id for pairing in walking_today(recoveree)],
        )
    return saved


@require_POST
def hand_over_seen(request, row_id):
    told = get_in(request, hand_overs_ever_for(request.user), row_id, may=May.READ_PEOPLE)
    mark_hand_over_seen(hand_over=told, by=request.user)
    return redirect("person", told.recoveree_id)
