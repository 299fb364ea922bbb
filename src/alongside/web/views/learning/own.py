"""For a colleague: the courses they take, and their credentials from elsewhere."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.learning.actions.credentials import end_credential
from alongside.learning.actions.taking_part import give_new_link
from alongside.learning.forms.given import CredentialForm
from alongside.learning.queries.cohorts import taken_part_by
from alongside.learning.queries.given import (
    crafts_of,
    credentials_ever_of,
    credentials_of,
    is_dually_trained,
)
from alongside.web.access import get_in
from alongside.web.seats import hand_over, seat_in, unkept


@require_safe
def learning(request):
    context = {
        "courses": taken_part_by(request.user),
        "credentials": credentials_of(request.user),
        "crafts": crafts_of(request.user),
        "is_dually_trained": is_dually_trained(request.user),
    }
    return render(request, "learning/own.html", context)


@unkept
@require_http_methods(["GET", "POST"])
def taken_part(request, taken_part_id):
    """Back into the room of a course, on any device and also when the course is over."""
    row = get_in(request, taken_part_by(request.user), taken_part_id)
    if seat_in(request, row.cohort_id):
        return redirect("room", row.cohort_id)
    if request.method == "POST":
        secret = give_new_link(participant=row, by=request.user)
        return hand_over(redirect("room", row.cohort_id), row.cohort_id, secret)
    return render(request, "learning/taken_part.html", {"cohort": row.cohort})


@require_http_methods(["GET", "POST"])
def credential_new(request):
    form = CredentialForm(request.POST or None, request.FILES or None, by=request.user)
    if request.method == "POST" and form.saved():
        return redirect("learning")
    return render(request, "learning/credential_new.html", {"form": form})


@require_safe
def credential_evidence(request, credential_id):
    """The paper itself, as it was brought, for whoever it belongs to."""
    row = get_in(request, credentials_of(request.user).exclude(evidence=None), credential_id)
    answer = HttpResponse(bytes(row.evidence), content_type=row.evidence_type)
    answer["Content-Disposition"] = "attachment"
    return answer


@require_POST
def credential_end(request, credential_id):
    row = get_in(request, credentials_ever_of(request.user), credential_id)
    end_credential(credential=row, by=request.user)
    return redirect("learning")
