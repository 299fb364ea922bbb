"""What left about a person, and telling others in an emergency."""

from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.common.clock import now
from alongside.consent.actions import send_under
from alongside.consent.forms import AuditForm, EmergencyForm
from alongside.consent.notices import STATEMENT_1
from alongside.consent.policies import Basis
from alongside.consent.queries import disclosures_of
from alongside.team.roles import May
from alongside.web.access import get_in, get_recoveree
from alongside.web.presenters.emergency import what_may_help


@require_safe
def disclosures(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    context = {"person": recoveree, "disclosures": disclosures_of(request.user, recoveree)}
    return render(request, "consent/disclosures.html", context)


@require_http_methods(["GET", "POST"])
def emergency(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.TELL_IN_EMERGENCY)
    form = EmergencyForm(
        request.POST or None,
        recoveree=recoveree,
        by=request.user,
        initial={"at": now(), "told": what_may_help(recoveree)},
    )
    if request.method == "POST" and (told := _told(request, recoveree, form, "told")):
        return redirect("disclosure", recoveree.pk, told)
    return render(request, "consent/emergency.html", {"person": recoveree, "form": form})


@require_http_methods(["GET", "POST"])
def disclose_audit(request, recoveree_id):
    """Write down that a record is shown or given to auditors or evaluators."""
    recoveree = get_recoveree(request, recoveree_id, May.DISCLOSE)
    form = AuditForm(
        request.POST or None,
        recoveree=recoveree,
        by=request.user,
        initial={"at": now(), "purpose": _("audit or evaluation of the program")},
    )
    if request.method == "POST" and (told := _told(request, recoveree, form, "what")):
        return redirect("disclosure", recoveree.pk, told)
    return render(request, "consent/audit.html", {"person": recoveree, "form": form})


def _told(request, recoveree, form, words: str):
    """The id of what was told: now, or when the same page was sent before, or just now."""
    if not form.is_valid():
        return None
    sent = disclosures_of(request.user, recoveree).filter(
        pk=form.cleaned_data["id"], by=request.user, basis=form.basis
    )
    before = sent.values_list("pk", flat=True)
    return before.first() or _tell(form, recoveree, words) or before.first()


@transaction.atomic
def _tell(form, recoveree, words: str):
    """Permit and send at once. words: the field that says what went out."""
    permit = form.saved()
    if permit is None:
        return None
    send_under(
        permit,
        recoveree=recoveree,
        recipient=permit.recipient,
        purpose=permit.purpose,
        content=form.cleaned_data[words].encode(),
    )
    return permit.disclosure_id


@require_safe
def disclosure(request, recoveree_id, row_id):
    """One disclosure; of an emergency, the sheet to print and hand over."""
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    told = get_in(request, disclosures_of(request.user, recoveree), row_id, may=May.READ_PEOPLE)
    context = {
        "person": recoveree,
        "told": told,
        "is_emergency": told.basis == Basis.EMERGENCY,
        "notice": STATEMENT_1,
    }
    return render(request, "consent/disclosure.html", context)
