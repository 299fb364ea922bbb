"""Pages for what carries a person: strengths, pathways, medicine."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.journeys.forms.plan import MedicineForm, PathwayForm, StrengthForm
from alongside.journeys.queries import plan
from alongside.web.access import get_in
from alongside.web.views.journeys.page import answer, blank, ended, person_at

#: What there is, its door, every row of it. The name is also that of the page and its template.
KINDS = {
    "strengths": (StrengthForm, plan.every_strength_of),
    "pathways": (PathwayForm, plan.every_pathway_of),
    "medicine": (MedicineForm, plan.every_medicine_of),
}


@require_http_methods(["GET", "POST"])
def told(request, recoveree_id, kind):
    person = person_at(request, recoveree_id)
    form_class, rows = KINDS[kind]
    form = blank(form_class, request, person)
    holding = rows(person).filter(ended_at=None)
    return answer(request, person, form, f"journeys/{kind}.html", to=kind, rows=holding)


@require_POST
def told_end(request, recoveree_id, kind, row_id):
    """A strength, a way or a medicine no longer holds."""
    person = person_at(request, recoveree_id)
    row = get_in(request, KINDS[kind][1](person), row_id)
    return ended(request, person, row, to=kind, told=_("Ended. It stays in the record."))
