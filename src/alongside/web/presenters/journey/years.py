"""The table year by year: a short walk whole, of a long one the year that is asked for."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.web.pictures.drawing import Picture
from alongside.web.pictures.facts import Walk
from alongside.web.presenters.journey.facts import Asked
from alongside.web.presenters.journey.gathered import Gathered
from alongside.web.presenters.journey.rows import Reading, Row, rows_of

#: More facts than this, and one year is told at a time.
MOST_AT_ONCE = 120
#: A table no longer than this stands open before anybody asks for it.
SHORT = 12


@dataclass(frozen=True)
class Year:
    """One part of the table, or a link to it: then it has an address and no rows."""

    name: str
    rows: list[Row]
    href: str = ""
    is_open: bool = False


def years_of(told: Gathered, walk: Walk, picture: Picture, asked: Asked) -> list[Year]:
    """What lies ahead or has no day first, then the years, the latest first."""
    every = sorted(_every_year(walk, picture), reverse=True)
    chosen = _chosen(every, sum(map(len, picture.marks())), asked)
    rows: dict[int | None, list[Row]] = {}
    for row in rows_of(Reading(told, walk, picture, chosen)):
        is_ahead = row.day is None or row.day > walk.today
        rows.setdefault(None if is_ahead else row.day.year, []).append(row)
    ahead = [Year(_("Ahead"), rows.pop(None))] if None in rows else []
    return [*ahead, *(_year(year, rows, asked) for year in every)]


def _year(year: int, rows: dict, asked: Asked) -> Year:
    if year in rows:
        is_open = asked.year == str(year) or len(rows[year]) <= SHORT
        return Year(str(year), rows[year], is_open=is_open)
    return Year(str(year), [], href=f"?{asked.query(year=year)}#same")


def _chosen(every: list[int], facts: int, asked: Asked) -> set[int] | None:
    if asked.year == "all" or facts <= MOST_AT_ONCE or not every:
        return None
    return {int(asked.year)} & set(every) if asked.year in map(str, every) else {every[0]}


def _every_year(walk: Walk, picture: Picture) -> set[int]:
    days = [
        *(one.day for one in (*walk.sightings, *walk.events)),
        *(one.by_on for one in walk.hopes if one.by_on and one.by_on <= walk.today),
        *(one.since for one in (*picture.gaps, *picture.border.bins)),
    ]
    return {day.year for day in days}
