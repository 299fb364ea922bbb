"""Certificates and badges: given by a trainer, kept by a graduate, verified by anyone."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.learning.forms.given import CertificateForm, SameNameForm, TakeBackForm
from alongside.learning.queries.attendance import standing_of
from alongside.learning.queries.given import (
    certificate_at,
    certificate_of,
    certificates_led_by,
    edition_taught,
    issuer_at,
    key_named,
    keys_published,
    taken_back_by,
)
from alongside.team.roles import May
from alongside.web.access import get_in
from alongside.web.presenters.learning import given
from alongside.web.seats import get_seat, unkept
from alongside.web.views.learning.cohorts import get_participant


def address_for(request):
    """From the name of a page to its whole address, as this request reached us."""
    return lambda page, *told: request.build_absolute_uri(reverse(page, args=told))


@require_http_methods(["GET", "POST"])
def certificate_give(request, participant_id):
    row = get_participant(request, participant_id)
    form = CertificateForm(
        request.POST or None,
        participant=row,
        by=request.user,
        address=address_for(request),
        initial={"chosen_name": row.account.name if row.account else row.called},
    )
    if request.method == "POST" and form.saved():
        messages.success(request, _("The certificate is given."))
        return redirect("participant", row.pk)
    missing = standing_of(row).missing
    context = {"form": form, "participant": row, "cohort": row.cohort, "missing": missing}
    return render(request, "learning/certificate_give.html", context)


@require_http_methods(["GET", "POST"])
def certificate_take_back(request, certificate_id):
    row = get_in(request, certificates_led_by(request.user), certificate_id, may=May.LEAD_COURSES)
    form = TakeBackForm(request.POST or None, certificate=row, by=request.user)
    if request.method == "POST" and form.saved():
        return redirect("participant", row.participant_id)
    context = {"form": form, "certificate": row, "participant": row.participant}
    return render(request, "learning/certificate_take_back.html", context)


@login_not_required
@unkept
@require_safe
def certificate(request, cohort_id):
    """The graduate's own: the page, and with `as` the PDF, the PNG, the SVG or the badge."""
    row = certificate_of(get_seat(request, cohort_id).participant)
    if row is None:
        raise Http404
    address = request.build_absolute_uri(reverse("badge", args=[row.pk]))
    if make := given.FILES.get(request.GET.get("as", "")):
        content, kind, name = make(row, address)
        answer = HttpResponse(content, content_type=kind)
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer
    context = {**given.told(row, address), "cohort": row.participant.cohort}
    return render(request, "learning/certificate.html", context)


@login_not_required
@require_http_methods(["GET", "POST"])
def badge(request, badge_id):
    """Anyone with the address: that it holds, of what, and no name. A name can be compared."""
    row = certificate_at(badge_id)
    if row is None:
        raise Http404
    if request.method == "GET" and given.wants_token(request):
        return HttpResponse(row.badge, content_type="text/plain; charset=utf-8")
    form = SameNameForm(request.POST or None)
    is_same = form.is_valid() and given.is_same_name(form.cleaned_data["name"], row.chosen_name)
    context = {
        "certificate": row,
        "form": form,
        "holds": given.holds(row),
        "is_asked": form.is_valid(),
        "is_same": is_same,
        "contact_hours": given.hours(row.minutes),
        "tags": given.tags(row),
        "issuer": row.participant.cohort.program.organization,
    }
    return render(request, "learning/badge.html", context)


@login_not_required
@require_safe
def jwks(request):
    """The public halves of all keys that ever signed here, but for those that were withdrawn."""
    return _public({"keys": [key.public for key in keys_published()]})


@login_not_required
@require_safe
def badge_key(request, kid):
    """One key, where the `kid` in a badge's header leads."""
    key = key_named(kid)
    if key is None:
        raise Http404
    if key.withdrawn_at is not None:
        return _public({"withdrawn": True, "kid": key.kid}, status=410)
    return _public(key.public)


@login_not_required
@require_safe
def badge_issuer(request, organization_id):
    organization = issuer_at(organization_id)
    if organization is None:
        raise Http404
    here = request.build_absolute_uri()
    told = {"id": here, "type": ["Profile"], "name": organization.name, "url": here}
    return _public(told)


@login_not_required
@require_safe
def badge_achievement(request, edition_id):
    """What the course is that a badge tells of."""
    edition = edition_taught(edition_id)
    if edition is None:
        raise Http404
    return render(request, "learning/achievement.html", given.achievement(edition))


@login_not_required
@require_safe
def badge_revoked(request, organization_id):
    """1EdTechRevocationList: those that hold no more, without a reason and without a name."""
    if issuer_at(organization_id) is None:
        raise Http404
    address = address_for(request)
    gone = [
        {"id": address("badge", row.pk), "revoked": True} for row in taken_back_by(organization_id)
    ]
    told = {
        "id": request.build_absolute_uri(),
        "issuer": address("badge-issuer", organization_id),
        "revokedCredential": gone,
    }
    return _public(told)


def _public(told, status: int = 200) -> JsonResponse:
    """Readable by verifiers that run in a browser."""
    answer = JsonResponse(told, status=status)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
