"""What coaches choose to share, so that people can choose their coach."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.team.forms import CoachPageForm
from alongside.team.queries import coach_pages_for
from alongside.team.roles import May
from alongside.web.access import get_in, get_program, note_reading


@require_safe
def coaches(request):
    """To be turned round to a person."""
    return _list(request, "team/coaches.html")


@require_safe
def coaches_print(request):
    return _list(request, "team/coaches_print.html")


def _list(request, template):
    program = get_program(request, May.READ_PEOPLE)
    pages = coach_pages_for(request.user, program=program)
    note_reading(request, program=program)
    return render(request, template, {"pages": pages, "program": program})


@require_safe
def coach(request, page_id):
    page = get_in(request, coach_pages_for(request.user), page_id, may=May.READ_PEOPLE)
    return render(request, "team/coach.html", {"page": page})


@require_http_methods(["GET", "POST"])
def own_page(request):
    form = CoachPageForm(request.POST or None, by=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Your page is saved."))
        return redirect("own-page")
    return render(request, "team/own_page.html", {"form": form})
