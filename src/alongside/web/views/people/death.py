"""A death, recorded with care, and the support offered after it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.contacts.queries import met_by_lately
from alongside.people.actions.safety import answer_support, take_back_death
from alongside.people.forms.safety import DeathForm
from alongside.people.queries.safety import death_of, support_offers_ever_for
from alongside.team.roles import May
from alongside.web.access import get_in, get_recoveree


@require_http_methods(["GET", "POST"])
def death(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    also = met_by_lately(recoveree)
    form = DeathForm(request.POST or None, recoveree=recoveree, by=request.user, also=also)
    if request.method == "POST" and form.saved():
        return redirect("death", recoveree.pk)
    context = {"person": recoveree, "form": form, "death": death_of(recoveree)}
    return render(request, "people/death.html", context)


@require_POST
def death_take_back(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    recorded = death_of(recoveree)
    if recorded is not None:
        take_back_death(death=recorded, by=request.user)
        messages.success(request, _("Taken back. Everything is as it was before."))
    return redirect("person", recoveree.pk)


@require_POST
def support_answer(request, row_id):
    offer = get_in(request, support_offers_ever_for(request.user), row_id, may=May.READ_PEOPLE)
    wants = request.POST.get("wants") == "yes"
    answer_support(offer=offer, wants_talk=wants, by=request.user)
    if wants:
        messages.success(request, _("Thank you for saying so. Your supervisor sees it."))
    else:
        messages.success(request, _("That is all right. You can speak to anyone at any time."))
    return redirect("today")
