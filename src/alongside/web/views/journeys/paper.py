"""The plan on paper, and a card for the pocket: the person's own copy, written down as such."""

from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from alongside.consent.policies import Method
from alongside.journeys.forms.agreeing import CardForm, PaperForm
from alongside.journeys.queries.agreed import content_in, is_empty, plan_now
from alongside.journeys.queries.plan import plans_agreed_of
from alongside.team.roles import May
from alongside.web.access import get_in
from alongside.web.own_copy import handed, pdf_answer
from alongside.web.presenters.card import card_document, card_lines
from alongside.web.presenters.copy import care_lines
from alongside.web.presenters.plan import plan_document
from alongside.web.views.journeys.page import blank, person_at


@require_http_methods(["GET", "POST"])
def plan_paper(request, recoveree_id):
    """The plan as it stands now, agreed or not."""
    person = person_at(request, recoveree_id, May.GIVE_COPY)
    return _paper(request, person, plan_now(person))


@require_http_methods(["GET", "POST"])
def plan_version_paper(request, recoveree_id, plan_id):
    """The plan as it was agreed, whatever has changed since."""
    person = person_at(request, recoveree_id, May.GIVE_COPY)
    row = get_in(request, plans_agreed_of(person), plan_id)
    return _paper(request, person, content_in(row), row=row)


def _paper(request, person, content, *, row=None):
    form = blank(PaperForm, request, person, has_safer=bool(content["safer"]))

    def make(request, person, form):
        data = plan_document(
            content, agreed_on=row and row.agreed_on, is_with_safer=form.is_with_safer
        )
        return _made(request, form, "plan", {"person": person, "data": data})

    if request.method == "POST" and (answer := handed(request, person, form, make)):
        return answer
    context = {"person": person, "form": form, "row": row, "care": care_lines()}
    context["is_empty"] = is_empty(content)
    return render(request, "journeys/plan/paper.html", context)


@require_http_methods(["GET", "POST"])
def plan_card(request, recoveree_id):
    person = person_at(request, recoveree_id, May.GIVE_COPY)
    lines = card_lines(person)
    form = blank(
        CardForm, request, person, choices=[(key, line.label) for key, line in lines.items()]
    )

    def make(request, person, form):
        ticked = [line for key, line in lines.items() if key in form.cleaned_data["ticked"]]
        return _made(request, form, "card", {"person": person, "data": card_document(ticked)})

    if request.method == "POST" and (answer := handed(request, person, form, make)):
        return answer
    context = {"person": person, "form": form, "care": care_lines()}
    return render(request, "journeys/plan/card.html", context)


def _made(request, form, name, context):
    if form.cleaned_data["method"] == Method.PDF:
        return pdf_answer(name, context["data"], context["person"])
    return render(request, f"journeys/plan/{name}_print.html", context)
