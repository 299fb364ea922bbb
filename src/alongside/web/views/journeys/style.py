"""How help is given here: said by coaches, said by the people served, seen side by side."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.journeys.forms.style import PLACES, ReflectForm, ServedForm
from alongside.journeys.policies.style import LEAST_VOICES
from alongside.journeys.queries.style import has_reflected, style_of
from alongside.team.roles import May
from alongside.web.access import get_program
from alongside.web.presenters.style import places, shown

SENT = "style-served"


@require_safe
def style(request):
    program = get_program(request, May.READ_FIGURES)
    context = {
        "program": program,
        "half_years": shown(style_of(program)),
        "places": places(),
        "least": LEAST_VOICES,
        "has_reflected": has_reflected(program, request.user),
    }
    return render(request, "journeys/style.html", context)


@require_http_methods(["GET", "POST"])
def style_reflect(request):
    program = get_program(request, May.WRITE_PEOPLE)
    is_done = has_reflected(program, request.user)
    form = ReflectForm(request.POST or None, program=program, by=request.user)
    if request.method == "POST" and (is_done or form.saved()):
        messages.success(request, _("Thank you. It is kept without your name."))
        return redirect("style")
    told = [(name, words) for _place, name, words, *_own in PLACES]
    context = {"program": program, "form": form, "told": told, "is_done": is_done}
    return render(request, "journeys/style_reflect.html", context)


@require_http_methods(["GET", "POST"])
def style_served(request):
    """Turned round to the person: nothing here or behind it knows who they are."""
    program = get_program(request, May.WRITE_PEOPLE)
    form = ServedForm(request.POST or None, program=program)
    if request.method == "POST" and form.is_valid():
        page_id = str(form.cleaned_data["id"])
        form.save(is_new=lambda: _is_first(request.session, page_id))
        return redirect(f"{reverse('style-served')}?thanks")
    told = [(own, words) for _place, _name, _theirs, own, words in PLACES]
    context = {"program": program, "form": form, "told": told, "thanks": "thanks" in request.GET}
    return render(request, "journeys/style_served.html", context)


def _is_first(session, page_id: str) -> bool:
    """A page sent twice counts once. The session holds the id of the page, which no row does.

    It is read anew and stored at once: a second tap at the same instant waited for this one,
    and began before this was stored.
    """
    is_first = session.load().get(SENT) != page_id
    session[SENT] = page_id
    session.save()
    return is_first
