"""The people a reader may see, and the search among them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from alongside.contacts.queries import add_last_met
from alongside.people.queries.cards import (
    Card,
    awake_for,
    cards_for,
    resting_for,
    walking_with,
    without_coach_for,
)
from alongside.people.queries.folding import folded
from alongside.people.queries.search import search_people
from alongside.team.roles import May
from alongside.web.access import get_program, note_reading
from alongside.web.paging import Page, page_of

PAGE = 50
MOST_FOUND = 50


@dataclass(frozen=True)
class Tab:
    key: str
    name: str
    people: Callable[..., list]
    empty: str


def _by_name(reader, begin: int, end: int):
    """Those one walks with are few enough to be opened and put in the order of their names."""
    return sorted(walking_with(reader), key=lambda person: folded(person.called))[begin:end]


MINE = Tab("mine", _("I walk with"), _by_name, _("You walk with nobody yet."))
EVERYONE = Tab("all", _("Everyone"), awake_for, _("Nobody here yet."))
ALONE = Tab("alone", _("No coach yet"), without_coach_for, _("Somebody walks with everyone here."))
RESTING = Tab("resting", _("Resting"), resting_for, _("Nobody is resting."))
TABS = {tab.key: tab for tab in (MINE, EVERYONE, ALONE, RESTING)}


@require_safe
def people(request):
    """50 a page, in tabs: those one walks with first."""
    program = get_program(request, May.READ_PEOPLE)
    tab, page = _chosen(request)
    note_reading(request, program=program, detail=tab.key)
    context = {"tabs": TABS.values(), "tab": tab, "page": page, "cards": _cards(page)}
    return render(request, "people/list.html", context)


def _cards(people) -> list[Card]:
    """Cards, with the day each person was last in touch."""
    cards = cards_for(list(people))
    add_last_met(cards)
    return cards


def _chosen(request) -> tuple[Tab, Page]:
    """The tab that was asked for; else those one walks with, or everyone when there are none."""
    asked = TABS.get(request.GET.get("show"))
    tab, page = asked or MINE, _page_in(asked or MINE, request)
    return (tab, page) if asked or page.rows else (EVERYONE, _page_in(EVERYONE, request))


def _page_in(tab: Tab, request) -> Page:
    return page_of(partial(tab.people, request.user), request.GET.get("page"), size=PAGE)


@sensitive_post_parameters("q")
@require_http_methods(["GET", "POST"])
def people_search(request):
    """What is searched for is sent in the body, so that no name stands in an address."""
    program = get_program(request, May.READ_PEOPLE)
    words = request.POST.get("q", "").strip()[:200]
    with_died = "with_died" in request.POST
    found = search_people(request.user, words, most=MOST_FOUND + 1, with_died=with_died)
    note_reading(request, program=program)
    context = {
        "words": words,
        "with_died": with_died,
        "cards": _cards(found[:MOST_FOUND]),
        "has_more": len(found) > MOST_FOUND,
    }
    template = "people/_found.html" if request.htmx else "people/search.html"
    return render(request, template, context)
