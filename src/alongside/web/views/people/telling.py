"""Pages for what a person tells: about me, ways, words, allies, recovery, where I am."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.common.errors import NotAllowed
from alongside.people.actions.telling import end
from alongside.people.forms.about import AboutMeForm
from alongside.people.forms.telling import (
    AllyForm,
    StatementForm,
    WayForm,
    WhereForm,
    WordForm,
)
from alongside.people.queries import telling
from alongside.team.roles import May
from alongside.web.access import get_in, get_recoveree


def _page(request, recoveree_id, form_class, template, *, to, rows=None, old=None):
    """Find, form, answer: all pages here. `to` is where one is after saving.

    rows: what else the page shows, by name, each a query of the person. old: (query, id) of
    the row that is corrected.
    """
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    more = {"old": get_in(request, old[0](recoveree), old[1])} if old else {}
    form = form_class(request.POST or None, recoveree=recoveree, by=request.user, **more)
    if request.method == "POST" and form.saved():
        messages.success(request, _("Saved."))
        return redirect(to, recoveree.pk)
    shown = {name: query(recoveree) for name, query in (rows or {}).items()}
    return render(request, template, {"person": recoveree, "form": form, **more, **shown})


@require_http_methods(["GET", "POST"])
def about(request, recoveree_id):
    return _page(request, recoveree_id, AboutMeForm, "people/about.html", to="person")


@require_http_methods(["GET", "POST"])
def ways(request, recoveree_id):
    rows = {"ways": telling.ways_of, "ended": telling.ended_ways_of}
    return _page(request, recoveree_id, WayForm, "people/ways.html", to="person-ways", rows=rows)


@require_http_methods(["GET", "POST"])
def way_correct(request, recoveree_id, row_id):
    old = (partial(telling.ever_told, kind="ways"), row_id)
    return _page(
        request, recoveree_id, WayForm, "people/way_correct.html", to="person-ways", old=old
    )


@require_http_methods(["GET", "POST"])
def allies(request, recoveree_id):
    rows = {"allies": telling.allies_of, "ended": telling.ended_allies_of}
    return _page(
        request, recoveree_id, AllyForm, "people/allies.html", to="person-allies", rows=rows
    )


@require_http_methods(["GET", "POST"])
def ally_correct(request, recoveree_id, row_id):
    old = (partial(telling.ever_told, kind="allies"), row_id)
    return _page(
        request, recoveree_id, AllyForm, "people/ally_correct.html", to="person-allies", old=old
    )


@require_http_methods(["GET", "POST"])
def words(request, recoveree_id):
    rows = {"words": telling.words_of}
    return _page(request, recoveree_id, WordForm, "people/words.html", to="person-words", rows=rows)


@require_http_methods(["GET", "POST"])
def recovery(request, recoveree_id):
    rows = {"statements": telling.statements_of}
    return _page(
        request, recoveree_id, StatementForm, "people/recovery.html", to="person", rows=rows
    )


@require_http_methods(["GET", "POST"])
def where(request, recoveree_id):
    rows = {"rows": telling.whereabouts_of}
    return _page(request, recoveree_id, WhereForm, "people/where.html", to="person", rows=rows)


@require_POST
def row_end(request, recoveree_id, kind, row_id):
    """A way, ally or word no longer holds. kind: ways, allies or words."""
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    row = get_in(request, telling.ever_told(recoveree, kind=kind), row_id)
    try:
        end(row=row, by=request.user)
    except NotAllowed as refusal:
        messages.info(request, refusal.message)
    else:
        messages.success(request, _("Ended. It can still be read under “before”."))
    return redirect(f"person-{kind}", recoveree.pk)
