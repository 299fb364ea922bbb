"""Two records that are one person: find, compare, join, undo."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.common.errors import NotAllowed
from alongside.contacts.queries import last_met
from alongside.people.actions.joining import undo_join
from alongside.people.days import shown
from alongside.people.forms.joining import JoinForm
from alongside.people.queries.joining import joins_for, joins_of, side_of
from alongside.people.queries.search import called_alike, search_people
from alongside.people.questions import QUESTIONS
from alongside.team.roles import May
from alongside.web.access import get_in, get_recoveree, note_reading


@require_http_methods(["GET", "POST"])
def join_find(request, recoveree_id):
    """Find the other record. What is typed travels in the body, never in an address."""
    recoveree = get_recoveree(request, recoveree_id, May.JOIN)
    words = request.POST.get("q", "").strip()
    if words:
        found = search_people(request.user, words, may=May.JOIN, with_died=True)
        note_reading(request, program=recoveree.program)
    else:
        found = called_alike(recoveree, reader=request.user)
    others = [one for one in found if one != recoveree and one.program_id == recoveree.program_id]
    context = {
        "person": recoveree,
        "others": others,
        "words": words,
        "joins": joins_of(recoveree),
    }
    return render(request, "people/join_find.html", context)


@require_http_methods(["GET", "POST"])
def join(request, recoveree_id, other_id):
    recoveree = get_recoveree(request, recoveree_id, May.JOIN)
    other = get_recoveree(request, other_id, May.JOIN)
    if other == recoveree:
        messages.info(request, _("These two are one person already."))
        return redirect("join-find", recoveree.pk)
    form = JoinForm(request.POST or None, one=recoveree, other=other, by=request.user)
    if request.method == "POST" and (made := form.saved()):
        messages.success(
            request, _("Joined. To undo it at any time: More, then “Two records, one person”.")
        )
        return redirect("person", made.kept_id)
    sides = [side_of(recoveree), side_of(other)]
    rows = [
        (question.label, [_in_words(question, side.replies) for side in sides])
        for question in QUESTIONS
        if any(side.replies.get(question.key) for side in sides)
    ]
    met = last_met([recoveree.pk, other.pk])
    context = {
        "person": recoveree,
        "other": other,
        "form": form,
        "sides": sides,
        "rows": rows,
        "met": [met.get(one.pk) for one in (recoveree, other)],
    }
    return render(request, "people/join.html", context)


def _in_words(question, replies: dict[str, str]) -> str:
    words = replies.get(question.key, "")
    return shown(words) if question.kind == "date" else words


@require_POST
def join_undo(request, row_id):
    made = get_in(request, joins_for(request.user), row_id, may=May.JOIN)
    try:
        undo_join(join=made, by=request.user)
    except NotAllowed as refusal:
        messages.info(request, refusal.message)
    else:
        messages.success(request, _("Undone. Both records stand for themselves again."))
    return redirect("person", made.kept_id)
