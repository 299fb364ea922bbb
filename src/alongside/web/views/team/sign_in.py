"""Signing in: allauth's page with our words, and in demo mode one button for each person."""

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from alongside.team.queries import demo_account, demo_memberships
from alongside.team.roles import Role
from alongside.web.sign_in.browser import last_account_id
from alongside.web.sign_in.kept import page_after_sign_in, ticket_of

BACKEND = settings.AUTHENTICATION_BACKENDS[0]

ROLE_LINES = {
    Role.COACH: _("Walks with people and writes down contacts."),
    Role.OUTREACH_WORKER: _("Works on the street. Sees no person’s record."),
    Role.SUPERVISOR: _("Stands by the coaches and sees who walks with whom."),
    Role.TRAINER: _("Teaches. Sees no person’s record."),
    Role.MANAGER: _("Runs the program: team, settings, spreadsheets, figures."),
    Role.EVALUATOR: _("Reads figures, with small counts left out."),
    Role.ADMINISTRATOR: _("Looks after accounts. Sees no person’s record."),
}


class SignIn(LoginView):
    """The sign-in page."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["was_here"] = bool(last_account_id(self.request))
        context["is_kept"] = bool(ticket_of(self.request))
        if settings.DEMO:
            context["demo_people"] = [
                (member, ROLE_LINES[Role(member.role)]) for member in demo_memberships()
            ]
        return context


sign_in = SignIn.as_view()


@login_not_required
def demo_sign_in(request, demo_account_id):
    """Sign in as a made-up person. Outside demo mode there is no such page."""
    account = demo_account(demo_account_id) if settings.DEMO else None
    if account is None or request.method != "POST":
        raise Http404
    login(request, account, backend=BACKEND)
    return redirect(page_after_sign_in(request))
