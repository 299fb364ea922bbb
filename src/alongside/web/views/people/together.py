"""Read it together: the record turned round to the person."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.people.forms.reading import OwnWordForm
from alongside.team.roles import May
from alongside.web.access import deny, get_recoveree
from alongside.web.presenters.record import paged, record_sections


@require_safe
def together(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    whole = record_sections(request.user, recoveree)
    sections, page = paged(whole, request.GET.get("page"))
    context = {"person": recoveree, "sections": sections, "page": page}
    return render(request, "people/together.html", context)


@require_http_methods(["GET", "POST"])
def own_word(request, recoveree_id, row_id=None):
    """The person's own words, beside one thing of the record or beside all of it."""
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    thing = _find(request, recoveree, row_id) if row_id else None
    form = OwnWordForm(
        request.POST or None,
        recoveree=recoveree,
        by=request.user,
        about_kind=thing.kind if thing else "",
        about_id=row_id,
    )
    if request.method == "POST" and form.saved():
        messages.success(request, _("Your words stand there now."))
        return redirect(_place(request, recoveree, row_id))
    context = {"person": recoveree, "form": form, "thing": thing}
    return render(request, "people/own_word.html", context)


def _place(request, recoveree, row_id) -> str:
    """Back to where the reading was: the page, and the thing on it."""
    page = request.GET.get("page", "")
    there = f"?page={page}" if page.isdigit() else ""
    return reverse("together", args=[recoveree.pk]) + there + (f"#e-{row_id}" if row_id else "")


def _find(request, recoveree, row_id):
    """Only what the person can read in their record can have their words beside it."""
    for section in record_sections(request.user, recoveree):
        for entry in section.entries:
            if entry.id == row_id:
                return entry
    return deny(request, May.WRITE_PEOPLE, object_id=row_id)


@require_safe
def together_done(request, recoveree_id):
    """The screen is handed back: a page that tells nothing of anybody."""
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    return render(request, "people/together_done.html", {"person": recoveree})
