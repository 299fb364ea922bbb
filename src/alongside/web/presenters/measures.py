"""Measures for a page: what there is to choose, a person's lines, and one taking in words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from alongside.journeys.measures import Measure, Text, definition
from alongside.journeys.models import Measurement
from alongside.journeys.queries.measures import MeasureShown
from alongside.statistics.measures import Scores
from alongside.web.presenters.lines import Picture, Series, picture

LONGEST_NAME = 60


@dataclass
class Row:
    """One taking in a table: a cell for each score, then what went with it."""

    id: UUID
    on: date
    cells: list
    words: str
    how: str
    by: str
    corrects: bool


@dataclass
class Told:
    """All takings of one measure about one thing: the pictures and the same in a table.

    missing: why there is no number in a row, if there is such a row.
    """

    about: str
    heads: list[str]
    rows: list[Row]
    pictures: list[Picture] = field(default_factory=list)
    missing: str = ""


@dataclass
class Choosable:
    """A measure on the page where one chooses. last_on: when it was last taken."""

    key: str
    text: Text
    modes: list[tuple[str, str]]
    last_on: date | None = None
    is_offered_again: bool = False
    is_offered: bool = True


def language() -> str:
    return (get_language() or "en")[:2]


def ways_to_take(measure: Measure) -> list[tuple[str, str]]:
    """How a measure can be answered, with the words of the page's links."""
    words = {
        "self": gettext("Turn the screen round"),
        "together": gettext("Together"),
        "phone": gettext("By phone"),
    }
    return [(mode, words[mode]) for mode in measure.modes]


def choosable(
    offered: list[MeasureShown], taken: list[Measurement], again: Iterable[str], *, is_living: bool
) -> list[Choosable]:
    """Those offered first; then those that were taken once and are offered no longer.

    After a death there is nothing to take, and what was said stays to be read.
    """
    again = set(again)
    last = {row.instrument: row for row in reversed(taken)}
    found = [
        Choosable(
            one.measure.key,
            one.measure.text(language()),
            ways_to_take(one.measure) if is_living else [],
            last[one.measure.key].taken_on if one.measure.key in last else None,
            one.measure.key in again,
        )
        for one in offered
    ]
    here = {one.key for one in found}
    for key, row in last.items():
        if key not in here and (measure := definition(key, row.version)):
            text = measure.text(language())
            found.append(Choosable(key, text, [], row.taken_on, is_offered=False))
    return found


def told_of(taken: Iterable[Measurement]) -> list[Told]:
    """The takings of one instrument, about each thing on its own, the latest first."""
    groups: dict[tuple, list[Measurement]] = {}
    for row in taken:
        groups.setdefault((row.version, row.concern_id, row.goal_id), []).append(row)
    return [_told(rows) for rows in groups.values()]


def about(row: Measurement) -> str:
    if row.concern:
        return row.concern.name
    if row.goal:
        words = row.goal.words
        return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1] + "…"
    return ""


def scores_of(row: Measurement, measure: Measure) -> Scores:
    """The scores by name. An answer that came from elsewhere and does not fit makes none."""
    try:
        return measure.score(row.answered)
    except ValueError:
        return dict.fromkeys(measure.bounds)


def _told(rows: list[Measurement]) -> Told:
    measure = definition(rows[0].instrument, rows[0].version)
    if measure is None:
        return Told(about(rows[0]), [], [_row(row, []) for row in rows])
    text = measure.text(language())
    scored = [(row, scores_of(row, measure)) for row in rows]
    names = list(measure.bounds)
    heads = [text.scores[name] for name in names] or [text.title]
    table = [
        _row(row, [scores[name] for name in names] or [_said(measure, text, row)])
        for row, scores in scored
    ]
    is_without = any(scores.get("total", 0) is None for _one, scores in scored)
    missing = text.missing if is_without else ""
    return Told(about(rows[0]), heads, table, _pictures(measure, text, scored), missing)


def _row(row: Measurement, cells: list) -> Row:
    return Row(
        id=row.pk,
        on=row.taken_on,
        cells=["–" if cell in (None, "") else cell for cell in cells],
        words=row.words,
        how=str(row.get_mode_display()),
        by=row.by.name,
        corrects=row.corrects_id is not None,
    )


def _said(measure: Measure, text: Text, row: Measurement) -> str:
    """What was chosen and written, where there is no number."""
    given = [
        (item.key, row.answered[item.key]) for item in measure.items if item.key in row.answered
    ]
    return ": ".join(str(text.items[key].choices.get(answer, answer)) for key, answer in given)


def _pictures(measure: Measure, text: Text, scored: list) -> list[Picture]:
    """The charts of a measure, all over the same days."""
    if not scored:
        return []
    days = [row.taken_on for row, _scores in scored]
    found = []
    for chart in measure.charts:
        series = [
            Series(
                text.scores[name],
                [(row.taken_on, s[name]) for row, s in reversed(scored) if s[name] is not None],
                name in chart.dotted,
            )
            for name in chart.scores
        ]
        if any(one.values for one in series):
            bounds = measure.bounds[chart.scores[0]]
            found.append(picture(series, bounds=bounds, days=(min(days), max(days))))
    return found


@dataclass
class Line:
    """One question of a receipt with what was answered; `given` is the bare answer.

    has_words: False where the question is told by its number alone.
    """

    question: str
    answer: str
    given: str
    has_words: bool


def receipt(row: Measurement, shown: MeasureShown | None) -> dict:
    """One taking in the person's own words. shown: the measure, while it may be shown."""
    measure = definition(row.instrument, row.version)
    if measure is None:
        return {"title": row.instrument, "about": about(row), "lines": []} | dict.fromkeys(
            ("total", "total_name", "missing", "reading"), ""
        )
    text, scores = measure.text(language()), scores_of(row, measure)
    total = scores.get("total", "")
    return {
        "title": text.title,
        "about": about(row),
        "lines": [_line(measure, row, item.key, shown) for item in measure.items],
        "total": total,
        "total_name": text.scores.get("total", ""),
        "missing": text.missing if total is None else "",
        "reading": text.reading,
        "is_empty": not row.answered,
    }


def _line(measure: Measure, row: Measurement, key: str, shown: MeasureShown | None) -> Line:
    text = measure.text(language())
    question, given = _question(measure, key, shown), row.answered.get(key)
    return Line(
        question or _("Number %s") % key,
        _answer(measure, text, row, key),
        "–" if given is None else str(given),
        bool(question),
    )


def _question(measure: Measure, key: str, shown: MeasureShown | None) -> str:
    """The words of a question; none where they are not ours to show (any longer)."""
    words = shown.words_of(key, language()) if shown and shown.is_offered else ""
    if not words and measure.wording == "here" and measure.licence.is_open:
        words = measure.text(language()).items[key].words
    return words


def _answer(measure: Measure, text: Text, row: Measurement, key: str) -> str:
    answer, item = row.answered.get(key), measure.item(key)
    if answer is None or item is None:
        return _("left out")
    if item.is_number:
        ends = {"answer": answer, "least": item.least, "most": item.most}
        return _("%(answer)s, on a line from %(least)s to %(most)s") % ends
    return text.items[key].choices.get(answer, answer)


def day(on: date) -> str:
    return date_format(on, "DATE_FORMAT")
