"""How long it took, as lists hold it."""

import math
import re
from datetime import time, timedelta

from alongside.exchange.values.texts import text_of

LONGEST = 720
_CLOCK = re.compile(r"^(\d{1,2}):(\d{2})(?::00)?(?:\s*(?:h|hr|hrs|hours?))?$", re.IGNORECASE)
_PARTS = re.compile(
    r"^(?:(\d+(?:[.,]\d+)?|an?|half an)\s*(?:h|hr|hrs|hours?|horas?)\.?)?"
    r"(?:\s*(?:and|y)?\s*(\d+(?:[.,]\d+)?)\s*(?:m|min|mins|minutes?|minutos?)?\.?)?$",
    re.IGNORECASE,
)
_WORD_HOURS = {"a": 1.0, "an": 1.0, "half an": 0.5}


def read_minutes(cell, *, unit: int = 1) -> int | None:
    """Whole minutes from 0 to 720, or None: not a length, below nothing, or over a day's work.

    unit: how many minutes a bare number counts (60 where the column holds hours).
    """
    minutes = _minutes(cell, unit)
    if minutes is None or not 0 <= minutes <= LONGEST:
        return None
    return round(minutes)


def _minutes(cell, unit: int) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, timedelta):
        return cell.total_seconds() / 60
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, (int, float)):
        return cell * unit if math.isfinite(cell) else None
    return _from_text(text_of(cell), unit)


def _from_text(text: str, unit: int) -> float | None:
    if len(text) > 40:
        return None
    if found := _CLOCK.match(text):
        return int(found[1]) * 60 + int(found[2])
    found = _PARTS.match(text)
    if not text or not found or not any(found.groups()):
        return None
    hours, rest = found.groups()
    is_bare = hours is None and rest == text
    return _number(hours) * 60 + _number(rest) * (unit if is_bare else 1)


def _number(text: str | None) -> float:
    if not text:
        return 0.0
    return _WORD_HOURS.get(text.lower()) or float(text.replace(",", "."))
