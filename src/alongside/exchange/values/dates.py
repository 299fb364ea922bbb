"""Days as people write them, and whether a column puts the day or the month first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from alongside.exchange.values.texts import text_of

FIRST_YEAR = 1900
_NUMBERS = re.compile(r"^(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|'?\d{2})(?:\s+(.+))?$")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(.+))?$")
_WORDS = re.compile(
    r"^([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|'?\d{2})(?:,?\s+(.+))?$"
)
_DAY_WORDS = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th|º)?[\s\-/]+(?:de\s+)?([^\W\d]+)\.?,?[\s\-/]+(?:de\s+)?(\d{4}|'?\d{2})$"
)
_TIME = re.compile(r"^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?$", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero",
            "feb february febrero",
            "mar march marzo",
            "apr april abr abril",
            "may mayo",
            "jun june junio",
            "jul july julio",
            "aug august ago agosto",
            "sep sept september septiembre setiembre",
            "oct october octubre",
            "nov november noviembre",
            "dec december dic diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
_SERIAL_DAYS = range(10_000, 80_000)  # 1927 to 2119, as spreadsheets count days
_SERIAL_START = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no zones


class Order(StrEnum):
    """Which comes first in 3/4/2025."""

    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True)
class Day:
    """A full date, and the time of day if the cell told one."""

    day: date
    at: time | None = None


@dataclass(frozen=True)
class Reading:
    """How to read a column's dates.

    latest: the last year that a year of two digits can mean.
    """

    order: Order = Order.MONTH
    latest: int = 2099


def read_day(cell, reading: Reading) -> Day | None:
    """The day a cell tells, or None when it is not a full date ("2/15", "spring '24")."""
    if isinstance(cell, datetime):
        return _day(cell.year, cell.month, cell.day, cell.time().replace(tzinfo=None))
    if isinstance(cell, date):
        return _day(cell.year, cell.month, cell.day)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _from_serial(cell)
    text = _WEEKDAY.sub("", text_of(cell))
    return _from_iso(text) or _from_numbers(text, reading) or _from_words(text, reading)


def _from_serial(number) -> Day | None:
    if not (_SERIAL_DAYS.start <= number < _SERIAL_DAYS.stop):
        return None
    moment = _SERIAL_START + timedelta(days=float(number))
    return _day(moment.year, moment.month, moment.day, moment.time().replace(microsecond=0))


def _from_iso(text: str) -> Day | None:
    if not (found := _ISO.match(text)):
        return None
    year, month, day, clock = found.groups()
    return _day(int(year), int(month), int(day), _time(clock))


def _from_numbers(text: str, reading: Reading) -> Day | None:
    if not (found := _NUMBERS.match(text)):
        return None
    first, second = int(found[1]), int(found[2])
    month, day = (first, second) if reading.order == Order.MONTH else (second, first)
    if month > 12 >= day:  # can only be the other way round
        month, day = day, month
    return _day(_year(found[3], reading), month, day, _time(found[4]))


def _from_words(text: str, reading: Reading) -> Day | None:
    if found := _WORDS.match(text):
        month, day, year, clock = found.groups()
    elif found := _DAY_WORDS.match(text):
        day, month, year, clock = *found.groups(), None
    else:
        return None
    number = _MONTHS.get(month.casefold())
    return _day(_year(year, reading), number, int(day), _time(clock)) if number else None


def _year(text: str, reading: Reading) -> int:
    year = int(text.lstrip("'"))
    if len(text) == 4:
        return year
    century = reading.latest - reading.latest % 100
    return century + year if century + year <= reading.latest else century - 100 + year


def _time(text: str | None) -> time | None:
    if not text or not (found := _TIME.match(text.strip())):
        return None
    hour, minute = int(found[1]), int(found[2])
    half = (found[4] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(year: int, month: int, day: int, at: time | None = None) -> Day | None:
    try:
        read = date(year, month, day)
    except ValueError:
        return None
    if read.year < FIRST_YEAR:
        return None
    return Day(read, at if at and at != time() else None)


@dataclass(frozen=True)
class Evidence:
    """What a column says about its order: dates that fit only one way, and those that fit both."""

    both: tuple[str, ...] = ()
    month_first: tuple[str, ...] = ()
    day_first: tuple[str, ...] = ()

    @property
    def is_asked(self) -> bool:
        """Whether some date could be read in two ways."""
        return bool(self.both)

    @property
    def guess(self) -> Order | None:
        """The order that the other dates of the column settle, if they agree."""
        if self.month_first and not self.day_first:
            return Order.MONTH
        if self.day_first and not self.month_first:
            return Order.DAY
        return None


def order_of(cells: Iterable) -> Evidence:
    """Gather from a column's texts which order it writes its dates in."""
    both, month_first, day_first = [], [], []
    for text in {text_of(cell) for cell in cells if isinstance(cell, str)}:
        if not (found := _NUMBERS.match(_WEEKDAY.sub("", text))):
            continue
        first, second = int(found[1]), int(found[2])
        if 1 <= first <= 12 and 1 <= second <= 12:
            if first != second:
                both.append(text)
        elif first <= 12 < second <= 31:
            month_first.append(text)
        elif second <= 12 < first <= 31:
            day_first.append(text)
    return Evidence(*(tuple(sorted(texts)) for texts in (both, month_first, day_first)))
