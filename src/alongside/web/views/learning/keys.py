"""The keys that sign badges: seen, renewed, withdrawn, and what one signed signed anew."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.common.errors import NotAllowed
from alongside.learning.actions.signing import renew_key, sign_anew
from alongside.learning.forms.given import WithdrawForm
from alongside.learning.queries.given import keys_kept_by
from alongside.team.roles import May
from alongside.web.access import get_in, get_program, note_reading
from alongside.web.views.learning.given import address_for


def _get_key(request, signing_key_id):
    return get_in(request, keys_kept_by(request.user), signing_key_id, may=May.KEEP_KEYS)


@require_safe
def badge_keys(request):
    program = get_program(request, May.KEEP_KEYS)
    note_reading(request, program=program)
    rows = list(keys_kept_by(request.user))
    context = {
        "organization": program.organization,
        "signing": [key for key in rows if key.ended_at is None],
        "resting": [key for key in rows if key.ended_at and not key.withdrawn_at],
        "withdrawn": [key for key in rows if key.withdrawn_at],
        "published": request.build_absolute_uri(reverse("jwks")),
    }
    return render(request, "learning/badge_keys.html", context)


@require_POST
def badge_key_renew(request, signing_key_id):
    renew_key(key=_get_key(request, signing_key_id), by=request.user)
    messages.success(request, _("A new key signs from now on. Old badges stay good."))
    return redirect("badge-keys")


@require_http_methods(["GET", "POST"])
def badge_key_withdraw(request, signing_key_id):
    key = _get_key(request, signing_key_id)
    form = WithdrawForm(request.POST or None, key=key, by=request.user)
    if request.method == "POST" and form.saved():
        messages.success(request, _("The key is withdrawn. What it signed is not good any more."))
        return redirect("badge-keys")
    return render(request, "learning/badge_key_withdraw.html", {"form": form, "key": key})


@require_POST
def badge_key_sign_anew(request, signing_key_id):
    key = _get_key(request, signing_key_id)
    try:
        count = sign_anew(key=key, address=address_for(request), by=request.user)
    except NotAllowed as refusal:
        messages.error(request, refusal.message)
    else:
        words = ngettext("%(n)d badge is signed anew.", "%(n)d badges are signed anew.", count)
        messages.success(request, words % {"n": count})
    return redirect("badge-keys")
