"""How sessions end, what is kept then, and who must set up a second factor first."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import redirect
from django.urls import reverse

from alongside.audit import trail
from alongside.common.clock import now
from alongside.web.sign_in import browser, kept

LONGEST_SESSION = timedelta(hours=12)
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def keeps_nothing(view):
    """For a page that promises to keep nothing: what is sent to it too late is let go."""
    view.keeps_nothing = True
    return view


class SessionEnds:
    """Fifteen idle minutes end a session (settings), and so do twelve hours.

    Stands after the CSRF check and before the one that asks to sign in.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            _end_if_too_long(request)
        response = self.get_response(request)
        if account := getattr(request, "signed_in", None):
            browser.remember(request, response, account)
        elif getattr(request, "signed_out", False):
            browser.forget_last(response)
        if request.method == "POST" and kept.TICKET in request.POST:
            kept.let_go(request, response)
        return response

    def process_view(self, request, view, args, kwargs):
        """A form that comes too late is kept before sign-in is asked for."""
        if request.method != "POST" or request.user.is_authenticated:
            return None
        if not getattr(view, "login_required", True) or _is_about_signing_in(request):
            return None
        if getattr(view, "keeps_nothing", False):
            return None
        return kept.keep_and_ask(request)


class SecondFactor:
    """Outside demo mode nobody works without a second factor: set-up pages come first."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if settings.DEMO or not request.user.is_authenticated:
            return None
        if not getattr(view, "login_required", True) or _is_about_signing_in(request):
            return None
        if is_mfa_enabled(request.user, SECOND_FACTORS):
            return None
        return redirect("mfa_index")


def _end_if_too_long(request) -> None:
    began_at = request.session.setdefault("began_at", now().timestamp())
    if now().timestamp() - began_at < LONGEST_SESSION.total_seconds():
        return
    trail.record("session.end", request.user, by=request.user, detail="twelve hours")
    request.session.flush()
    request.user = AnonymousUser()


def _is_about_signing_in(request) -> bool:
    return request.path.startswith(reverse("account_root"))
