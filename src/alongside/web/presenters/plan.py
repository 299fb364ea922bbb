"""The plan as it is read: on a page, on paper and in the PDF, from one set of words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.common.clock import today
from alongside.journeys.models import Dimension, SaferPlan


def plan_shown(content: dict) -> dict:
    """What `content_of` gathered, with titles and days in the reader's language."""
    sides = [_side(side) for side in content["sides"]]
    return {
        "hopes": [_hope(one) for one in content["hopes"]],
        "sides": [side for side in sides if side["key"]],
        "besides": next((one for one in sides if not one["key"] and one["is_told"]), None),
        "safer": _safer(content["safer"] or {}),
    }


def _side(side: dict) -> dict:
    key = side["dimension"]
    return {
        "key": key,
        "title": str(Dimension(key).label) if key else _("Besides"),
        "words": side["words"],
        "goals": [_goal(one) for one in side["goals"]],
        "strengths": side["strengths"],
        "together": side["together"],
        "who_else": side["who_else"],
        "is_told": any(value for name, value in side.items() if name != "dimension"),
    }


def _goal(goal: dict) -> dict:
    said = [
        (_("What has worked before"), goal["worked_before"]),
        (_("Who can help"), goal["who_helps"]),
    ]
    return {
        "words": goal["words"],
        "about": " · ".join(filter(None, [goal["about"], _by(goal["by_on"])])),
        "said": [{"title": title, "words": words} for title, words in said if words],
        "steps": [
            {"words": step["words"], "by": _by(step["by_on"]), "is_taken": step["is_taken"]}
            for step in goal["steps"]
        ],
    }


def _hope(hope: dict) -> dict:
    told = [hope["about"], hope["stage"] if hope["words"] else "", _by(hope["by_on"])]
    return {
        "words": hope["words"] or hope["stage"],
        "about": " · ".join(filter(None, told)),
    }


def _safer(boxes: dict) -> list[dict]:
    names = {name: str(SaferPlan._meta.get_field(name).verbose_name) for name in SaferPlan.BOXES}
    return [
        {"title": title[:1].upper() + title[1:], "words": boxes[name]}
        for name, title in names.items()
        if boxes.get(name)
    ]


def _by(day: str) -> str:
    return _("by %(day)s") % {"day": shown_day(date.fromisoformat(day))} if day else ""


def shown_day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


def plan_document(content: dict, *, agreed_on: date | None, is_with_safer: bool) -> dict:
    """The data of `documents/plan.typ`, and of the printed page."""
    shown = plan_shown(content)
    shown["sides"] = [side for side in shown["sides"] if side["is_told"]]
    if not is_with_safer:
        shown["safer"] = []
    if agreed_on:
        when = _("I agreed to it on %(day)s.") % {"day": shown_day(agreed_on)}
    else:
        when = _("As it stands on %(day)s. A draft: nothing is agreed yet.")
        when %= {"day": shown_day(today())}
    return {
        **language(),
        "title": _("My plan"),
        "called": content["called"],
        "when": when,
        "is_agreed": agreed_on is not None,
        "labels": labels(),
        **shown,
    }


def labels() -> dict[str, str]:
    return {
        "hopes": _("Where I hope it goes"),
        "goals": _("What I want"),
        "strengths": _("What carries me"),
        "together": _("What we do together"),
        "who_else": _("Who else is in it"),
        "safer": _("My plan to be safer"),
        "taken": _("done"),
        "mine": _("This is mine. I change it when I want to, and I show it to whom I want."),
    }


def language() -> dict[str, str]:
    return {"lang": (get_language() or "en").split("-")[0]}
