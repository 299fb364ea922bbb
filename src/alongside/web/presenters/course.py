"""A course as a trainer reads it: its days, guides and handouts, on a page and in a PDF."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from alongside.learning.curricula import Course, Module, Source, Step, installed
from alongside.learning.curricula.markdown import cited, html, tree
from alongside.learning.forms.exploring import MOMENT_WORDS

KINDS = {
    "ask": _("Ask"),
    "tell": _("Tell"),
    "do": _("Do"),
    "share": _("Share"),
    "pause": _("Pause"),
}
DOES = {
    "asks": _("asks"),
    "reflects": _("reflects"),
    "affirms": _("affirms"),
    "sums-up": _("sums up"),
    "informs": _("informs"),
    "offers": _("offers"),
    "waits": _("waits"),
}


def courses() -> list[Course]:
    """Those that can be read; a broken one is told by `alongside curriculum check`."""
    return [one.course for one in installed(map(Path, settings.COURSES)) if one.course]


def course_called(key: str) -> Course | None:
    return next((course for course in courses() if course.key == key), None)


def language() -> str:
    return (get_language() or "en").split("-")[0]


class Notes:
    """Numbers for the sources that a text cites, in the order they come."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.keys: list[str] = []

    def number(self, key: str) -> int:
        if key not in self.keys:
            self.keys.append(key)
        return self.keys.index(key) + 1

    def html(self, text: str) -> str:
        return mark_safe(html(text, self.number))  # noqa: S308 (the writer's HTML is shown as text)

    def tree(self, text: str) -> list[dict]:
        for key in cited(text):
            self.number(key)
        return tree(text)

    @property
    def sources(self) -> list[Source]:
        return [self.course.source(key) for key in self.keys]


def guide(course: Course, module: Module) -> dict:
    """The facilitator's guide, step by step with its clock, as HTML."""
    notes = Notes(course)
    parts = [(title, notes.html(text)) for title, text in _before(module)]
    steps = [
        _clocked(step, at)
        | {
            "guide": notes.html(step.guide),
            "see": notes.html(step.see.said(language())) if step.see else "",
            "watch": notes.html(step.watch),
        }
        for at, step in _clock(module)
    ]
    return {"parts": parts, "steps": steps, "sources": notes.sources}


def _before(module: Module) -> Iterable[tuple[str, str]]:
    told = [
        (gettext("Beforehand"), module.prepare),
        (gettext("The room"), module.room),
        (gettext("Online"), module.online),
        (gettext("Looking after people"), module.care),
    ]
    return [(title, text) for title, text in told if text]


def _clock(module: Module) -> Iterable[tuple[int, Step]]:
    at = 0
    for step in module.steps:
        yield at, step
        at += step.minutes


def _clocked(step: Step, at: int) -> dict:
    return {
        "kind": step.kind,
        "name": str(KINDS[step.kind]),
        "title": step.title.said(language()),
        "from": at,
        "to": at + step.minutes,
        "opens": step.activity.kind if step.activity else "",
    }


def handout(course: Course, module: Module) -> dict:
    notes = Notes(course)
    text = notes.html(module.handout.said(language()))
    return {"text": text, "sources": notes.sources}


def booklet(course: Course, modules: Iterable[Module], *, of: str) -> dict:
    """Guides or handouts of some modules, as data for the PDF `course.typ`."""
    draw = {"guides": _guide_pages, "handouts": _handout_pages}[of]
    title = course.title.said(language())
    kinds = {"guides": gettext("Facilitator’s guide"), "handouts": gettext("Handouts")}
    return {
        "lang": language(),
        "title": title,
        "kind": kinds[of],
        "edition": gettext("Edition %(edition)s") % {"edition": course.edition},
        "modules": [draw(course, module) for module in modules],
        "labels": {
            "sources": gettext("Where this comes from"),
            "see": gettext("They see"),
            "watch": gettext("Watch for"),
            "takeaway": gettext("Takeaway"),
        },
    }


def _handout_pages(course: Course, module: Module) -> dict:
    notes = Notes(course)
    text = notes.tree(module.handout.said(language()))
    return {"text": text, "steps": [], "sources": _told(notes), "numbers": _numbers(notes)}


def _guide_pages(course: Course, module: Module) -> dict:
    notes = Notes(course)
    title = module.title.said(language())
    minutes = gettext("%(minutes)d minutes") % {"minutes": module.minutes}
    text = tree(f"# {title}\n\n{minutes}\n\n**{module.takeaway.said(language())}**")
    for name, words in _before(module):
        text += [*tree(f"## {name}"), *notes.tree(words)]
    if module.materials:
        text += tree(
            f"## {gettext('Materials')}\n\n" + "\n".join(f"- {m}" for m in module.materials)
        )
    steps = [
        _clocked(step, at)
        | {
            "guide": notes.tree(step.guide),
            "see": notes.tree(step.see.said(language())) if step.see else [],
            "watch": notes.tree(step.watch),
        }
        for at, step in _clock(module)
    ]
    return {"text": text, "steps": steps, "sources": _told(notes), "numbers": _numbers(notes)}


def _numbers(notes: Notes) -> dict[str, int]:
    return {key: number for number, key in enumerate(notes.keys, start=1)}


def _told(notes: Notes) -> list[dict]:
    return [{"words": source_words(one), "state": state_of(one)} for one in notes.sources]


def source_words(source: Source) -> str:
    """Who wrote what, when, and where it was read."""
    told = (source.by, source.year, source.title, source.where)
    return ". ".join(part for part in told if part)


def state_of(fact) -> str:
    """Who reviewed a fact and when, or that nobody did."""
    if fact.reviewed is None:
        return gettext("not reviewed")
    told = {"who": fact.reviewed.by, "day": date_format(fact.reviewed.on, "DATE_FORMAT")}
    return gettext("Reviewed by %(who)s on %(day)s.") % told


def library(course: Course) -> dict:
    """What the activities draw on, in the reader's language, for a trainer who chooses."""
    words, notes = language(), Notes(course)
    parts = course.library
    named = {one.key: one.title.said(words) for one in parts.strategies.drugs}
    routes = {one.key: one.title.said(words) for one in parts.strategies.routes}
    return {
        "timeline": [
            (
                one.date,
                one.title.said(words),
                one.text.said(words),
                cites(notes, one),
                state_of(one),
            )
            for one in parts.timeline
        ],
        "situations": [_situation(one, words) for one in parts.situations],
        "plays": [_play(one, words) for one in parts.role_plays],
        "strategies": [
            {
                "drug": named[one.drug],
                "route": routes[one.route],
                "moment": MOMENT_WORDS[one.moment],
                "text": one.text.said(words),
                "cites": cites(notes, one),
                "state": state_of(one),
            }
            for one in parts.strategies.strategies
        ],
        "sources": notes.sources,
    }


def cites(notes: Notes, fact) -> list[tuple[str, int]]:
    return [(key, notes.number(key)) for key in fact.sources]


def _situation(one, words: str) -> dict:
    ways = [(way.text.said(words), [str(DOES[does]) for does in way.does]) for way in one.ways]
    return {
        "key": one.key,
        "setting": one.setting.said(words),
        "said": mark_safe(html(one.said.said(words))),  # noqa: S308
        "ways": ways,
        "reflection": one.reflection.said(words),
    }


def _play(one, words: str) -> dict:
    told = {
        name: getattr(one, name).said(words)
        for name in ("title", "situation", "recoveree", "coach", "observer")
    }
    debrief = [question.said(words) for question in one.debrief]
    return told | {"debrief": debrief, "note": one.note.said(words) if one.note else ""}
