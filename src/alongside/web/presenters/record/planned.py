"""The plan in the record: what its sides say and said, and how it was agreed."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from alongside.journeys.queries.agreed import content_in
from alongside.journeys.queries.plan import every_plan_part_of, plans_agreed_of
from alongside.web.presenters.plan import labels, plan_shown
from alongside.web.presenters.record.entries import day_of, entry


def plan(reader, recoveree):
    """The versions the person agreed to, the latest first; then each side as it was written."""
    for row in plans_agreed_of(recoveree):
        lines = agreed_lines(plan_shown(content_in(row)))
        title = _("The plan, as you agreed to it")
        yield entry(row, title, on=row.agreed_on, lines=lines, by=row.by.name)
    named = labels()
    for row in every_plan_part_of(recoveree):
        told = [(named[box], getattr(row, box)) for box in ("together", "who_else")]
        title = _("The plan: %s") % row.get_dimension_display()
        lines = _named(told)
        day = day_of(row.created_at)
        yield entry(row, title, on=day, words=row.words, lines=lines, by=row.by.name)


def agreed_lines(shown: dict) -> Iterator[str]:
    """Every word of an agreed plan, a line each."""
    named = labels()
    yield from _named((named["hopes"], _beside(one)) for one in shown["hopes"])
    for side in filter(None, [*shown["sides"], shown["besides"]]):
        if side["is_told"]:
            yield side["title"]
            yield from _side_lines(side, named)
    if shown["safer"]:
        yield named["safer"]
        yield from _named((box["title"], box["words"]) for box in shown["safer"])


def _side_lines(side: dict, named: dict) -> Iterator[str]:
    if side["words"]:
        yield f"“{side['words']}”"
    for goal in side["goals"]:
        yield f"{named['goals']}: {_beside(goal)}"
        yield from (_step(step, named) for step in goal["steps"])
        yield from _named((one["title"], one["words"]) for one in goal["said"])
    yield from _named((named["strengths"], words) for words in side["strengths"])
    yield from _named((named[box], side[box]) for box in ("together", "who_else"))


def _step(step: dict, named: dict) -> str:
    beside = named["taken"] if step["is_taken"] else step["by"]
    return f"– {step['words']}" + (f" ({beside})" if beside else "")


def _beside(one: dict) -> str:
    return f"{one['words']} ({one['about']})" if one["about"] else one["words"]


def _named(told) -> list[str]:
    return [f"{name}: {words}" for name, words in told if words]
