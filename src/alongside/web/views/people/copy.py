"""A copy for the person to take: on paper, or as a PDF."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.consent.actions import send_under
from alongside.consent.forms import CopyForm
from alongside.consent.policies import Method
from alongside.consent.queries import disclosures_of
from alongside.team.roles import May
from alongside.web import documents
from alongside.web.access import get_recoveree
from alongside.web.presenters.copy import care_lines, document
from alongside.web.presenters.record import SECTIONS, record_sections


@require_http_methods(["GET", "POST"])
def copy(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.GIVE_COPY)
    choices = [(key, title()) for key, (title, _entries) in SECTIONS.items()]
    form = CopyForm(request.POST or None, recoveree=recoveree, by=request.user, sections=choices)
    if request.method == "POST":
        made_before = _made_before(request, recoveree, form)
        if not made_before() and (answer := _given(request, recoveree, form)):
            return answer
        if made_before():  # earlier, or at this instant
            messages.info(request, _("This copy has been made. For another one, ask again here."))
            return redirect("copy", recoveree.pk)
    context = {"person": recoveree, "form": form, "care": care_lines()}
    return render(request, "people/copy.html", context)


def _made_before(request, recoveree, form):
    """Whether the page with this id has given a copy: to be asked anew, as often as needed."""
    sent = form.cleaned_data["id"] if form.is_valid() else None
    return disclosures_of(request.user, recoveree).filter(pk=sent).exists


@transaction.atomic
def _given(request, recoveree, form):
    """What leaves, with its row in the accounting: both, or neither."""
    permit = form.saved()
    if permit is None:
        return None
    answer = _made(request, recoveree, form)
    answer["Cache-Control"] = "no-store"
    send_under(
        permit,
        recoveree=recoveree,
        recipient=permit.recipient,
        purpose=permit.purpose,
        content=answer.content,
    )
    return answer


def _made(request, recoveree, form):
    sections = record_sections(request.user, recoveree, only=form.chosen())
    if form.cleaned_data["method"] == Method.PDF:
        content = documents.pdf("record", document(sections))
        answer = HttpResponse(content, content_type="application/pdf")
        answer["Content-Disposition"] = 'attachment; filename="record.pdf"'
        return answer
    context = {"person": recoveree, "sections": sections, "care": care_lines()}
    return render(request, "people/copy_print.html", context)
