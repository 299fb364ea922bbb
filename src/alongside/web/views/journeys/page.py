"""What the pages of a journey share: find, form, answer."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed
from alongside.journeys.actions.plan import end
from alongside.team.roles import May
from alongside.web.access import get_recoveree


def person_at(request, recoveree_id, may=May.WRITE_PEOPLE):
    return get_recoveree(request, recoveree_id, may)


def blank(form_class, request, recoveree, **more):
    return form_class(request.POST or None, recoveree=recoveree, by=request.user, **more)


def ended(request, recoveree, row, *, to, told):
    """The row no longer holds; or it ended already, which is said. Then the page `to`."""
    try:
        end(row=row, by=request.user)
    except NotAllowed as refusal:
        messages.info(request, refusal.message)
    else:
        messages.success(request, told)
    return redirect(to, recoveree.pk)


def answer(request, recoveree, form, template, *, to="journey", **context):
    """The page with its form; once that is saved, the page `to`: a name, or (name, id)."""
    if request.method == "POST" and form.saved():
        messages.success(request, _("Saved."))
        name, *ids = [to] if isinstance(to, str) else to
        return redirect(name, recoveree.pk, *ids)
    return render(request, template, {"person": recoveree, "form": form, **context})
