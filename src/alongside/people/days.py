"""Reading a day as people write it: a date, a month, or only a year."""

import re
from datetime import date

from dateutil.parser import ParserError, parse, parserinfo
from django.utils.formats import date_format
from django.utils.translation import gettext as _

_YEAR = re.compile(r"\d{4}")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBERS = re.compile(r"\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{4}")
_FIRST_YEAR = 1900
_SPANISH = (
    "ene enero|feb febrero|mar marzo|abr abril|may mayo|jun junio|jul julio|ago agosto|"
    "sep set septiembre setiembre|oct octubre|nov noviembre|dic diciembre"
)


class _Months(parserinfo):
    """Months by name in both languages: "May 31, 1990", "31 de mayo de 1990"."""

    MONTHS = [
        (*english, *spanish.split())
        for english, spanish in zip(parserinfo.MONTHS, _SPANISH.split("|"), strict=True)
    ]
    JUMP = [*parserinfo.JUMP, "de", "del"]


_MONTHS = _Months()


def read_day(text: str, *, until: date) -> str:
    """What is stored for a day: "1990-05-31", or "1990" where only the year is said.

    Numbers alone are read month first. Raises ValueError with a plain sentence.
    """
    text = text.strip()
    if _YEAR.fullmatch(text):
        _check_year(int(text), until)
        return text
    day = _read(text)
    _check_year(day.year, until)
    if day > until:
        raise ValueError(_("This day is still to come."))
    return day.isoformat()


def _read(text: str) -> date:
    if not (_ISO.fullmatch(text) or _NUMBERS.fullmatch(text) or _has_words(text)):
        raise ValueError(_how_to_write())
    try:
        is_iso = bool(_ISO.fullmatch(text))
        return parse(text, _MONTHS, dayfirst=False, yearfirst=is_iso).date()
    except (ParserError, OverflowError, ValueError):
        raise ValueError(_how_to_write()) from None


def _has_words(text: str) -> bool:
    """A month by its name, with a day and a year: "31 May 1990", "31 de mayo de 1990"."""
    return bool(
        re.search(r"[A-Za-z]{3}", text)
        and re.search(r"\b\d{4}\b", text)
        and re.search(r"\b\d{1,2}(st|nd|rd|th)?\b", text)
    )


def _check_year(year: int, until: date) -> None:
    if not _FIRST_YEAR <= year <= until.year:
        raise ValueError(
            _("Look at the year again: it should be between %(first)s and %(last)s.")
            % {"first": _FIRST_YEAR, "last": until.year}
        )


def _how_to_write() -> str:
    return _("Write it like 5/31/1990 (month, day, year) or May 31, 1990. The year alone is fine.")


def shown(stored: str) -> str:
    """A stored day in words, so that a mixed-up month is seen at once."""
    try:
        return date_format(date.fromisoformat(stored), "DATE_FORMAT")
    except ValueError:
        return stored
