"""Who walks with whom, rest and waking."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.people.forms.walking import PairForm, PartForm, TurnForm
from alongside.people.models import Rhythm
from alongside.people.queries import recoverees_for
from alongside.people.queries.standing import has_died, is_resting, rhythms_of
from alongside.people.queries.walking import pairings_of
from alongside.team.roles import May
from alongside.web.access import get_in, get_recoveree


@require_http_methods(["GET", "POST"])
def walking(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.PAIR)
    form = PairForm(request.POST or None, recoveree=recoveree, by=request.user)
    if request.method == "POST" and form.saved():
        return _seen(request, recoveree)
    context = {
        "person": recoveree,
        "form": form,
        "pairings": pairings_of(recoveree),
        "rhythms": rhythms_of(recoveree),
        "is_resting": is_resting(recoveree),
        "has_died": has_died(recoveree),
    }
    return render(request, "people/walking.html", context)


@require_http_methods(["GET", "POST"])
def pairing_end(request, recoveree_id, row_id):
    recoveree = get_recoveree(request, recoveree_id, May.PAIR)
    pairing = get_in(request, pairings_of(recoveree), row_id)
    form = PartForm(request.POST or None, pairing=pairing, by=request.user)
    if request.method == "POST" and form.saved():
        return _seen(request, recoveree)
    context = {"person": recoveree, "form": form, "pairing": pairing}
    return render(request, "people/pairing_end.html", context)


@require_http_methods(["GET", "POST"])
def rhythm(request, recoveree_id):
    """Rest, or walk on: whichever it is not now."""
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    resting = is_resting(recoveree)
    to = request.POST.get("to") or (Rhythm.Kind.AWAKE if resting else Rhythm.Kind.RESTING)
    form = TurnForm(request.POST or None, recoveree=recoveree, by=request.user, to=to)
    if request.method == "POST" and form.saved():
        return _seen(request, recoveree)
    context = {"person": recoveree, "form": form, "to": to, "is_resting": resting}
    return render(request, "people/rhythm.html", context)


def _seen(request, recoveree):
    """Back to the page; or to the list, where the reader no longer sees the person."""
    messages.success(request, _("Saved."))
    if recoverees_for(request.user, May.PAIR).filter(pk=recoveree.pk).exists():
        return redirect("person-walking", recoveree.pk)
    return redirect("people")
