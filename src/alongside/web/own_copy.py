"""How something of a person's record is handed to them: with its row in the accounting."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from alongside.consent.actions import send_under
from alongside.consent.queries import disclosures_of
from alongside.web import documents


def handed(request, recoveree, form, make: Callable) -> HttpResponse | None:
    """What `make(request, recoveree, form)` gives, once; None when the form was refused.

    form.saved() gives the permit. A form sent again is led back to its page, to be asked anew.
    """
    made_before = _made_before(request, recoveree, form)
    if not made_before() and (answer := _given(request, recoveree, form, make)):
        return answer
    if made_before():  # earlier, or at this instant
        messages.info(request, _("This copy has been made. For another one, ask again here."))
        return redirect(request.path)
    return None


def pdf_answer(name: str, data: dict, recoveree) -> HttpResponse:
    """A file for the paper that the person's program has."""
    made = documents.pdf(name, data, paper=recoveree.program.paper)
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer


def _made_before(request, recoveree, form):
    """Whether the page with this id has given a copy: to be asked anew, as often as needed."""
    sent = form.cleaned_data["id"] if form.is_valid() else None
    return disclosures_of(request.user, recoveree).filter(pk=sent).exists


@transaction.atomic
def _given(request, recoveree, form, make):
    """What leaves, with its row in the accounting: both, or neither."""
    permit = form.saved()
    if permit is None:
        return None
    answer = make(request, recoveree, form)
    answer["Cache-Control"] = "no-store"
    send_under(
        permit,
        recoveree=recoveree,
        recipient=permit.recipient,
        purpose=permit.purpose,
        content=answer.content,
    )
    return answer
