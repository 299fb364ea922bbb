"""Strategies as somebody looks for them: by drug, way of taking it and moment."""

from dataclasses import asdict
from itertools import groupby
from urllib.parse import urlencode

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from alongside.learning.curricula import Course
from alongside.learning.curricula.exploring import Asked, found, is_of, wider
from alongside.learning.curricula.parts import MOMENTS
from alongside.learning.forms.exploring import MOMENT_WORDS, ExploreForm
from alongside.web.presenters.course import Notes, cites, language, state_of


def explored(course: Course, told) -> dict:
    """The form with what it finds; told: what stands in the address."""
    form = ExploreForm(told, course=course, language=language())
    asked, notes = form.asked(), Notes(course)
    rows = found(course.library.strategies.strategies, asked)
    return {
        "form": form,
        "is_open": asked.is_open,
        "is_wider": bool(rows) and not any(is_of(one, asked) for one in rows),
        "groups": _by_drug(course, rows, notes)
        if asked.is_open
        else _by_moment(course, rows, notes),
        "ways_on": [] if rows else _ways_on(course, asked),
        "sources": notes.sources,
        "course": course,
        "said": language(),
    }


def has_strategies(course: Course) -> bool:
    return bool(course.library.strategies.strategies)


def _by_drug(course: Course, rows, notes: Notes) -> list[tuple]:
    order = [one.key for one in course.library.strategies.drugs]
    rows = sorted(rows, key=lambda one: order.index(one.drug))
    titles = _titles(course.library.strategies.drugs)
    return [
        (titles[drug], [_told(course, one, notes, with_moment=True) for one in of_drug])
        for drug, of_drug in groupby(rows, key=lambda one: one.drug)
    ]


def _by_moment(course: Course, rows, notes: Notes) -> list[tuple]:
    groups = [
        (moment, [_told(course, one, notes) for one in rows if one.moment == moment])
        for moment in MOMENTS
    ]
    return [(capfirst(MOMENT_WORDS[moment]), told) for moment, told in groups if told]


def _told(course: Course, one, notes: Notes, *, with_moment: bool = False) -> dict:
    parts = course.library.strategies
    drug, route = _titles(parts.drugs)[one.drug], _titles(parts.routes)[one.route]
    label = (route, MOMENT_WORDS[one.moment]) if with_moment else (drug, route)
    return {
        "label": " · ".join(map(str, label)),
        "text": notes.html(one.text.said(language())),
        "cites": cites(notes, one),
        "state": state_of(one),
    }


def _titles(named) -> dict[str, str]:
    return {one.key: one.title.said(language()) for one in named}


def _ways_on(course: Course, asked: Asked) -> list[tuple[str, str]]:
    """(address, words) of each choice that, left open, finds something; of all, where none does."""
    words = {
        "moment": _("Leave the moment open"),
        "route": _("Leave the way open"),
        "drug": _("Leave the drug open"),
    }
    parts = wider(course.library.strategies, asked)
    return [(_address(asked.without(part)), words[part]) for part in parts] or [
        (_address(Asked()), _("See all of them"))
    ]


def _address(asked: Asked) -> str:
    chosen = {name: key for name, key in asdict(asked).items() if key}
    return f"?{urlencode(chosen)}#explored"
