"""Pages for staying in touch over years: the wish, and how a check-in went."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.common.clock import today
from alongside.journeys.actions.long_view import end_check_ins
from alongside.journeys.forms.long_view import OFTEN, CheckInForm, CheckInWishForm
from alongside.journeys.queries.long_view import check_in_wish_of, check_in_wishes_of, check_ins_of
from alongside.people.queries.telling import ways_of
from alongside.web.access import get_in
from alongside.web.views.journeys.page import answer, blank, person_at


@require_http_methods(["GET", "POST"])
def check_ins(request, recoveree_id):
    person = person_at(request, recoveree_id)
    wish = check_in_wish_of(person)
    form = blank(CheckInWishForm, request, person, wish=wish)
    often = OFTEN.get(wish.every_months, "") if wish else ""
    context = {"wish": wish, "often": often, "rows": check_ins_of(person), "day": today()}
    return answer(request, person, form, "journeys/check_ins.html", to="check-ins", **context)


@require_POST
def check_ins_end(request, recoveree_id):
    person = person_at(request, recoveree_id)
    end_check_ins(recoveree=person, by=request.user)
    messages.success(request, _("Saved. No more check-ins. The door stays open."))
    return redirect("check-ins", person.pk)


@require_http_methods(["GET", "POST"])
def check_in(request, recoveree_id, check_in_wish_id):
    person = person_at(request, recoveree_id)
    wish = get_in(request, check_in_wishes_of(person), check_in_wish_id)
    form = CheckInForm(request.POST or None, wish=wish, by=request.user)
    context = {"wish": wish, "ways": ways_of(person)}
    return answer(request, person, form, "journeys/check_in.html", to="check-ins", **context)
