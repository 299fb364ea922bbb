"""What an activity draws on in its course: situations, role plays, cases, and lists to look at."""

from django.utils.safestring import mark_safe

from alongside.learning.curricula.markdown import html, plain
from alongside.learning.editions import course_of


def drawn_on(round, language: str) -> dict:
    """By the kind of activity; nothing for those that need nothing to be shown."""
    make = MAKERS.get(round.kind)
    return make(course_of(round.cohort), round.settings, language) if make else {}


def _said(words, language: str) -> str:
    return mark_safe(html(words.said(language))) if words else ""  # noqa: S308


def _chosen(items, keys):
    return [one for one in items if not keys or one.key in keys]


def situations(course, settings, language) -> dict:
    return {
        "situations": [
            {
                "key": one.key,
                "said": plain(one.said.said(language)),
                "setting": one.setting.said(language),
                "ways": [(way.text.said(language), way.does) for way in one.ways],
                "reflection": one.reflection.said(language),
            }
            for one in _chosen(course.library.situations, settings.get("situations"))
        ]
    }


def plays(course, settings, language) -> dict:
    return {
        "plays": [
            {
                "title": one.title.said(language),
                "situation": one.situation.said(language),
                "note": one.note.said(language) if one.note else "",
                "roles": {
                    "coach": one.coach.said(language),
                    "recoveree": one.recoveree.said(language),
                    "observer": one.observer.said(language),
                },
                "debrief": [line.said(language) for line in one.debrief],
            }
            for one in _chosen(course.library.role_plays, settings.get("plays"))
        ]
    }


def cases(course, settings, language) -> dict:
    return {
        "cases": [
            {
                "listener": one.listener.said(language),
                "worry": one.worry.said(language),
                "points": [point.said(language) for point in one.points],
            }
            for one in _chosen(course.library.cases, settings.get("cases"))
        ]
    }


def timeline(course, settings, language) -> dict:
    return {
        "events": [
            {
                "date": one.date,
                "title": one.title.said(language),
                "text": _said(one.text, language),
                "is_reviewed": one.reviewed is not None,
                "sources": _sources(course, one.sources),
            }
            for one in _chosen(course.library.timeline, settings.get("events"))
        ]
    }


def strategies(course, settings, language) -> dict:
    """What can be chosen, for the screen; whoever has a phone explores it there."""
    told = course.library.strategies
    return {
        "drugs": [one.title.said(language) for one in told.drugs],
        "routes": [one.title.said(language) for one in told.routes],
    }


def stages(course, settings, language) -> dict:
    return {
        "stages": [
            {
                "title": one.title.said(language),
                "about": _said(one.about, language),
                "coaching": _said(one.coaching, language),
                "harm_reduction": _said(one.harm_reduction, language),
                "is_reviewed": one.reviewed is not None,
            }
            for one in _chosen(course.library.stages, settings.get("stages"))
        ]
    }


def resources(course, settings, language) -> dict:
    return {
        "resources": [
            {
                "title": one.title.said(language),
                "text": _said(one.text, language),
                "where": one.where,
                "is_reviewed": one.reviewed is not None,
            }
            for one in _chosen(course.library.resources, settings.get("resources"))
        ]
    }


def inventory(course, settings, language) -> dict:
    return {
        "words": [
            {
                "said": plain(one.said.said(language), quotes=("“", "”")),
                "instead": plain(one.instead.said(language)),
                "why": plain(one.why.said(language)),
            }
            for one in _chosen(course.library.inventory, settings.get("words"))
        ]
    }


def principles(course, settings, language) -> dict:
    told = course.library.principles
    parts = ("agreements", "differences", "why_apart")
    return {part: [one.text.said(language) for one in getattr(told, part)] for part in parts}


def starters(course, settings, language) -> dict:
    return {
        "starters": [
            one.text.said(language)
            for one in _chosen(course.library.starters, settings.get("starters"))
        ]
    }


def _sources(course, keys) -> list[str]:
    return [course.source(key).title for key in keys]


MAKERS = {
    "what-next": situations,
    "role-plays": plays,
    "case-making": cases,
    "timeline": timeline,
    "strategies": strategies,
    "stages": stages,
    "resources": resources,
    "inventory": inventory,
    "principles": principles,
    "agreements": starters,
}
