"""Beginning with a person: one field."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.people.forms.start import StartForm
from alongside.people.queries import recoverees_for
from alongside.team.roles import May
from alongside.web.access import get_program


@require_http_methods(["GET", "POST"])
def person_start(request):
    program = get_program(request, May.WRITE_PEOPLE)
    form = StartForm(request.POST or None, by=request.user, program=program)
    if request.method == "POST" and (recoveree := form.saved()):
        return _begun(request, recoveree)
    return render(request, "people/start.html", {"form": form, "program": program})


def _begun(request, recoveree):
    """To the new page; or, where whoever began it will not walk with the person, to the list."""
    if recoverees_for(request.user, May.READ_PEOPLE).filter(pk=recoveree.pk).exists():
        return redirect(reverse("person", args=[recoveree.pk]) + "?new=1")
    messages.success(request, _("Saved. Those who walk with people here will see it."))
    return redirect("people")
