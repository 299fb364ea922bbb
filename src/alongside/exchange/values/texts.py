"""Cells as text."""

import math
import re
import unicodedata
from datetime import date, datetime, time

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"[^\S\n]+")


def text_of(cell) -> str:
    """A cell as one would read it aloud: 3.0 is "3", a day without time has no time."""
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.isprintable() and "  " not in cell:
        return cell.strip()
    if isinstance(cell, float) and math.isfinite(cell) and cell == int(cell):
        return str(int(cell))
    if isinstance(cell, datetime):
        is_day = cell.time() == time()
        return cell.date().isoformat() if is_day else cell.isoformat(" ", "minutes")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    text = _CONTROL.sub("", str(cell).replace("\r\n", "\n").replace("\r", "\n"))
    return _SPACES.sub(" ", text).strip()


def key_of(text: str) -> str:
    """A text for comparing: without accents, capitals, punctuation or double spaces."""
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.casefold().split())
