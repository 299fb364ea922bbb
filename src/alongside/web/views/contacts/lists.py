"""A program's lists: what may be ticked and given."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.common.ids import new_id
from alongside.contacts import actions
from alongside.contacts.forms import ItemForm, MoveForm
from alongside.contacts.models import Item, Move
from alongside.contacts.queries import listed, put_away_in
from alongside.team.roles import May
from alongside.web.access import get_in, get_program

KINDS = {"move": Move, "item": Item}
FORMS = {"move": MoveForm, "item": ItemForm}


@require_http_methods(["GET", "POST"])
def lists(request):
    program = get_program(request, May.MANAGE_PROGRAM)
    sent = request.POST.get("kind")
    forms = {
        kind: form_class(
            request.POST if kind == sent else None, initial={"id": new_id()}, auto_id=f"{kind}_%s"
        )
        for kind, form_class in FORMS.items()
    }
    if sent in forms and forms[sent].saved(program=program, by=request.user):
        messages.success(request, _("Added."))
        return redirect("contact-lists")
    away = put_away_in(program)
    kinds = {f"{kind}s": _rows(model, program, away) for kind, model in KINDS.items()}
    context = kinds | {"forms": forms, "form": forms.get(sent), "program": program}
    return render(request, "contacts/lists.html", context)


def _rows(model, program, away):
    rows = list(listed(model, program))
    for row in rows:
        row.is_away = row.ended_at is not None or row.pk in away
    return rows


@require_POST
def move_row(request, move_id):
    return _turn(request, Move, move_id)


@require_POST
def item_row(request, item_id):
    return _turn(request, Item, item_id)


def _turn(request, model, row_id):
    """Put a row away, or take it up again."""
    program = get_program(request, May.MANAGE_PROGRAM)
    row = get_in(request, listed(model, program), row_id, may=May.MANAGE_PROGRAM)
    act = actions.take_up if request.POST.get("act") == "take_up" else actions.put_away
    act(thing=row, program=program, by=request.user)
    part = row.craft if model is Move else row.category
    return redirect(f"{reverse('contact-lists')}?open={part}#{part}")
