"""A form that arrives after its session has ended is kept, and carried on after sign-in."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.team.kept import LIVES, Typed, keep, throw_away
from alongside.team.queries import active_account
from alongside.web.sign_in import browser

TICKET = "kept-form"  # the cookie, and the field of a form that is carried on
SECRET_NAMES = ("csrfmiddlewaretoken", TICKET)


def ticket_of(request) -> str:
    return browser.read(request, TICKET, LIVES)


def page_after_sign_in(request) -> str:
    return reverse("carry-on" if ticket_of(request) else settings.LOGIN_REDIRECT_URL)


def keep_and_ask(request) -> HttpResponse | None:
    """Keep what was typed, and ask to sign in. None if we do not know by whom it was."""
    account = active_account(browser.last_account_id(request))
    if account is None:
        return None
    ticket = keep(typed_in(request), account=account)
    query = urlencode({"next": reverse("carry-on")})
    response = _go_to(request, f"{reverse(settings.LOGIN_URL)}?{query}")
    browser.put(response, TICKET, ticket, LIVES)
    return response


def typed_in(request) -> Typed:
    """The fields of a form without files, passwords and tokens. That a file came is told."""
    fields = [
        (name, values)
        for name, values in request.POST.lists()
        if name not in SECRET_NAMES and "password" not in name.lower()
    ]
    had_a_file = bool(request.FILES)
    return Typed(address=request.get_full_path(), fields=fields, had_a_file=had_a_file)


def let_go(request, response) -> None:
    """What was kept has been carried on, or is not wanted."""
    if ticket := ticket_of(request):
        throw_away(ticket)
    browser.drop(response, TICKET)


def _go_to(request, address: str) -> HttpResponse:
    """A whole new page, also for a form that was sent by htmx."""
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)
