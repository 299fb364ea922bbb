"""The first page of someone who was invited: the account becomes theirs."""

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from alongside.team.actions import accept_invitation
from alongside.team.forms import WelcomeForm
from alongside.team.invitations import account_for
from alongside.web.views.team.sign_in import BACKEND


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def welcome(request, token):
    account = account_for(token)
    if account is None:
        return render(request, "team/welcome_over.html", status=404)
    form = WelcomeForm(request.POST or None, account=account)
    if request.method == "POST" and "passkey" in request.POST:
        accept_invitation(account=account)
        _sign_in(request, account)
        return redirect("mfa_add_webauthn")
    if form.is_valid():
        _sign_in(request, form.save())
        return redirect("mfa_index")
    return render(request, "team/welcome.html", {"form": form, "account": account})


def _sign_in(request, account):
    """The link has just shown who it is: no need to ask again before a second step is set up."""
    login(request, account, backend=BACKEND)
    record_authentication(request, account, method="welcome", reauthenticated=True)
