"""Journeys as rows of lists: concerns, sightings, hopes, goals with their steps, measures."""

from collections.abc import Callable, Iterator
from functools import partial

from django.utils.translation import gettext as _

from alongside.common.chunks import chunks, in_order
from alongside.exchange.contact_lists import CHUNK, Permitted
from alongside.journeys.queries.exporting import journeys_to_export
from alongside.journeys.queries.stages import stages_of
from alongside.people.queries import standing_for
from alongside.team.models import Account, Program

Row = list[str | int | None]
ROWS = "concerns", "sightings", "hopes", "goals", "measures"


def journey_rows(kind: str, by: Account, program: Program, permitted: Permitted) -> Iterator[Row]:
    """A heading, then one row for each thing told; each with the id of the person it is of."""
    headings, cells = _SHEETS[kind]
    yield [_("id"), _("their id"), _("called"), *headings()]
    stages = {stage.id: stage.name for stage in stages_of(program)}
    rows = in_order(journeys_to_export(kind, by, program, permitted.at), CHUNK)
    for some in chunks(rows, CHUNK):
        whose = standing_for({row.recoveree_id for row in some})
        for row in some:
            person = whose[row.recoveree_id]
            if person in permitted.people:
                yield [str(row.pk), str(person), row.recoveree.called, *cells(row, stages)]


def _day(day) -> str:
    return day.isoformat() if day else ""


def _named(row) -> str:
    return row.concern.name if row.concern else ""


def _concern(row, stages) -> Row:
    resting = _("resting") if row.is_resting else ""
    return [row.name, row.get_dimension_display(), _day(row.named_on), resting]


def _sighting(row, stages) -> Row:
    stood = stages.get(row.stage_id, "") or row.get_answer_display()
    by = _("the person said so") if row.said_by_person else row.by.name
    return [_day(row.seen_on), _named(row), stood, by, row.words, str(row.corrects_id or "")]


def _hope(row, stages) -> Row:
    stage = stages.get(row.stage_id, "")
    ended = _day(row.ended_at and row.ended_at.date())
    return [_day(row.hoped_on), _named(row), row.words, stage, _day(row.by_on), ended]


def _goal(row, stages) -> Row:
    steps = sorted(row.steps.all(), key=lambda step: step.pk)
    told = "\n".join(f"{step.words} ({step.get_outcome_display() or '…'})" for step in steps)
    first = [_day(row.named_on), _named(row), row.get_dimension_display(), row.words, told]
    return [*first, _day(row.by_on), row.get_outcome_display(), _day(row.ended_on)]


def _measure(row, stages) -> Row:
    """The answers as they were given; no score is worked out for a list."""
    answers = "\n".join(f"{item}: {answer}" for item, answer in row.answered.items())
    about = _named(row) or (row.goal.words if row.goal else "")
    how = row.get_mode_display()
    first = [_day(row.taken_on), row.instrument, row.version, how, about, answers]
    return [*first, row.words, str(row.corrects_id or "")]


_SHEETS: dict[str, tuple[Callable, Callable]] = {
    "concerns": (lambda: [_("concern"), _("side of life"), _("since"), _("rests")], _concern),
    "sightings": (
        lambda: [_("day"), _("concern"), _("where"), _("by"), _("words"), _("corrects")],
        _sighting,
    ),
    "hopes": (
        lambda: [_("day"), _("concern"), _("words"), _("where"), _("by when"), _("ended")],
        _hope,
    ),
    "goals": (
        lambda: [
            *(_("day"), _("concern"), _("side of life"), _("words"), _("steps")),
            *(_("by when"), _("how it ended"), _("ended")),
        ],
        _goal,
    ),
    "measures": (
        lambda: [
            *(_("day"), _("measure"), _("version"), _("how"), _("about"), _("answers")),
            *(_("words"), _("corrects")),
        ],
        _measure,
    ),
}
JOURNEY_LISTS = {kind: partial(journey_rows, kind) for kind in ROWS}
