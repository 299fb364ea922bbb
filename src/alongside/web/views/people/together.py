"""Read it together: the record turned round to the person."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.people.forms.reading import OwnWordForm
from alongside.team.roles import May
from alongside.web.access import deny, get_recoveree
from alongside.web.presenters.record import HAPPENED, paged, parts, record_sections


@require_safe
def together(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    all_parts = parts()
    part = _asked(all_parts, request.GET.get("part"))
    sections, page = record_sections(request.user, recoveree, only=part.sections), None
    if part.key == HAPPENED:
        sections, page = paged(sections, request.GET.get("page"))
    else:
        for section in sections:
            section.folds = True
    context = {
        "person": recoveree,
        "parts": all_parts,
        "part": part,
        "next_part": next(iter(all_parts[all_parts.index(part) + 1 :]), None),
        "sections": sections,
        "page": page,
    }
    return render(request, "people/together.html", context)


def _asked(all_parts, key):
    return next((part for part in all_parts if part.key == key), all_parts[0])


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
    back = _place(request, recoveree, row_id)
    context = {"person": recoveree, "form": form, "thing": thing, "back": back}
    return render(request, "people/own_word.html", context)


def _place(request, recoveree, row_id) -> str:
    """Back to where the reading was: the part, its page, and the thing on it."""
    keys, page = [part.key for part in parts()], request.GET.get("page", "")
    there = {"part": request.GET["part"]} if request.GET.get("part") in keys else {}
    there |= {"page": page} if page.isdecimal() else {}
    asked = f"?{urlencode(there)}" if there else ""
    return reverse("together", args=[recoveree.pk]) + asked + (f"#e-{row_id}" if row_id else "")


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
