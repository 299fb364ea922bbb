"""Measures in the record: what was answered on a day, in the person's own words."""

from django.utils.translation import gettext as _

from alongside.journeys.queries.measures import measurements_of, measures_of
from alongside.web.presenters.measures import receipt
from alongside.web.presenters.record.entries import entry


def measures(reader, recoveree):
    """Every taking, the latest first; one that was set right later says so."""
    shown = {one.measure.key: one for one in measures_of(recoveree.program)}
    for row in measurements_of(recoveree):
        said = receipt(row, shown.get(row.instrument))
        lines = [
            str(row.get_mode_display()),
            *(f"{one.question} {one.answer}" for one in said["lines"] if one.has_words),
            _numbers([one.given for one in said["lines"] if not one.has_words]),
            f"{said['total_name']}: {said['total']}" if said["total"] else "",
            said["missing"],
            _("This was set right later.") if row.corrections.all() else "",
        ]
        title = " · ".join(filter(None, [said["title"], said["about"]]))
        yield entry(row, title, on=row.taken_on, words=row.words, lines=lines, by=row.by.name)


def _numbers(given: list[str]) -> str:
    """Answers to questions that stand on paper alone, in a row."""
    return _("Answers in order: %s") % ", ".join(given) if given else ""
