"""One's own account: name, ways to sign in, sessions, and what was being typed."""

from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.team.actions import end_sessions
from alongside.team.forms import NameForm
from alongside.team.kept import find
from alongside.web.sign_in import kept

SHORTEST_SHOWN = 20  # a field at least this long is shown, not only carried along


@require_http_methods(["GET", "POST"])
def account(request):
    form = NameForm(request.POST or None, by=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Your name is saved."))
        return redirect("account_root")
    return render(request, "team/account.html", {"form": form})


@require_POST
def sign_out_everywhere(request):
    end_sessions(account=request.user, by=request.user)
    logout(request)
    return redirect("account_login")


@require_http_methods(["GET", "POST"])
def carry_on(request):
    """What was being typed when the session ended, ready to be sent again."""
    ticket = kept.ticket_of(request)
    typed = find(ticket, account=request.user) if ticket else None
    if request.method == "POST" or typed is None:
        response = redirect("today")
        kept.let_go(request, response)
        return response
    pairs = [(name, value) for name, values in typed.fields for value in values]
    shown = [value for _name, value in pairs if len(value) >= SHORTEST_SHOWN and " " in value]
    context = {"typed": typed, "pairs": pairs, "shown": shown, "ticket": kept.TICKET}
    return render(request, "team/carry_on.html", context)
