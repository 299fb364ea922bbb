"""A copy for the person to take: on paper, or as a PDF."""

from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from alongside.consent.forms import CopyForm
from alongside.consent.policies import Method
from alongside.team.roles import May
from alongside.web.access import get_recoveree
from alongside.web.own_copy import handed, pdf_answer
from alongside.web.presenters.copy import care_lines, document
from alongside.web.presenters.record import SECTIONS, record_sections


@require_http_methods(["GET", "POST"])
def copy(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.GIVE_COPY)
    choices = [(key, title()) for key, (title, _entries) in SECTIONS.items()]
    form = CopyForm(request.POST or None, recoveree=recoveree, by=request.user, sections=choices)
    if request.method == "POST" and (answer := handed(request, recoveree, form, _made)):
        return answer
    context = {"person": recoveree, "form": form, "care": care_lines()}
    return render(request, "people/copy.html", context)


def _made(request, recoveree, form):
    sections = record_sections(request.user, recoveree, only=form.chosen())
    if form.cleaned_data["method"] == Method.PDF:
        return pdf_answer("record", document(sections), recoveree)
    context = {"person": recoveree, "sections": sections, "care": care_lines()}
    return render(request, "people/copy_print.html", context)
