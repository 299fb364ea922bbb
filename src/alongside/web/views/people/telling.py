"""Pages for what a person tells: about me, ways, words, allies, recovery, where I am."""

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


def _page(request, recoveree, form, template, *, to, **context):
    """Find, form, answer: shared by all pages here. `to` is where one is after saving."""
    if request.method == "POST" and form.saved():
        messages.success(request, _("Saved."))
        return redirect(to, recoveree.pk)
    return render(request, template, {"person": recoveree, "form": form, **context})


def _blank(form_class, request, recoveree, **more):
    return form_class(request.POST or None, recoveree=recoveree, by=request.user, **more)


@require_http_methods(["GET", "POST"])
def about(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    form = _blank(AboutMeForm, request, recoveree)
    return _page(request, recoveree, form, "people/about.html", to="person")


@require_http_methods(["GET", "POST"])
def ways(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    return _page(
        request,
        recoveree,
        _blank(WayForm, request, recoveree),
        "people/ways.html",
        to="person-ways",
        ways=telling.ways_of(recoveree),
        ended=telling.ended_ways_of(recoveree),
    )


@require_http_methods(["GET", "POST"])
def way_correct(request, recoveree_id, row_id):
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    way = get_in(request, telling.ways_of(recoveree), row_id)
    form = _blank(WayForm, request, recoveree, old=way)
    return _page(request, recoveree, form, "people/way_correct.html", to="person-ways", old=way)


@require_http_methods(["GET", "POST"])
def allies(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    return _page(
        request,
        recoveree,
        _blank(AllyForm, request, recoveree),
        "people/allies.html",
        to="person-allies",
        allies=telling.allies_of(recoveree),
        ended=telling.ended_allies_of(recoveree),
    )


@require_http_methods(["GET", "POST"])
def ally_correct(request, recoveree_id, row_id):
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    ally = get_in(request, telling.allies_of(recoveree), row_id)
    form = _blank(AllyForm, request, recoveree, old=ally)
    return _page(request, recoveree, form, "people/ally_correct.html", to="person-allies", old=ally)


@require_http_methods(["GET", "POST"])
def words(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    form = _blank(WordForm, request, recoveree)
    rows = telling.words_of(recoveree)
    return _page(request, recoveree, form, "people/words.html", to="person-words", words=rows)


@require_http_methods(["GET", "POST"])
def recovery(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    form = _blank(StatementForm, request, recoveree)
    rows = telling.statements_of(recoveree)
    return _page(request, recoveree, form, "people/recovery.html", to="person", statements=rows)


@require_http_methods(["GET", "POST"])
def where(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    form = _blank(WhereForm, request, recoveree)
    rows = telling.whereabouts_of(recoveree)
    return _page(request, recoveree, form, "people/where.html", to="person", rows=rows)


ENDINGS = {
    "ways": (telling.ways_of, "person-ways"),
    "allies": (telling.allies_of, "person-allies"),
    "words": (telling.words_of, "person-words"),
}


@require_POST
def row_end(request, recoveree_id, kind, row_id):
    """A way, ally or word no longer holds."""
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    rows, to = ENDINGS[kind]
    row = get_in(request, rows(recoveree), row_id)
    try:
        end(row=row, by=request.user)
    except NotAllowed as refusal:
        messages.info(request, refusal.message)
    else:
        messages.success(request, _("Ended. It can still be read under “before”."))
    return redirect(to, recoveree.pk)
