"""What the pages of a journey share: find, form, answer."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from alongside.team.roles import May
from alongside.web.access import get_in, get_recoveree


def person_at(request, recoveree_id, may=May.WRITE_PEOPLE):
    return get_recoveree(request, recoveree_id, may)


def row_at(request, rows, row_id):
    """One of the person's rows, which only a person already found can have given."""
    return get_in(request, rows, row_id)


def blank(form_class, request, recoveree, **more):
    return form_class(request.POST or None, recoveree=recoveree, by=request.user, **more)


def answer(request, recoveree, form, template, *, to="journey", **context):
    """The page with its form; once that is saved, the page `to`: a name, or (name, id)."""
    if request.method == "POST" and form.saved():
        messages.success(request, _("Saved."))
        name, *ids = [to] if isinstance(to, str) else to
        return redirect(name, recoveree.pk, *ids)
    return render(request, template, {"person": recoveree, "form": form, **context})
