"""Phone numbers, and the words that stand in their place."""

import re
from dataclasses import dataclass

import phonenumbers

from alongside.exchange.values.texts import text_of

_LOCAL = re.compile(r"^\d{3}[\s.\-]?\d{4}$")
_SAYS_MORE = re.compile(r"[^\W\d_]{2,}")
_JUST_LABELS = re.compile(r"\b(?:cell|mobile|home|work|ph|phone|tel|ext|x)\b\.?:?", re.IGNORECASE)


@dataclass(frozen=True)
class Phone:
    """A number as it will be shown, and its digits for comparing.

    through: the whole cell, when it names somebody else ("gf's phone …").
    """

    shown: str
    digits: str
    through: str = ""


def read_phone(cell, *, region: str = "US") -> Phone | None:
    """The number in a cell, or None ("none", "ask Dee")."""
    text = text_of(cell)[:300]
    if _LOCAL.match(text):
        return Phone(text, re.sub(r"\D", "", text))
    for match in phonenumbers.PhoneNumberMatcher(
        text, region, leniency=phonenumbers.Leniency.POSSIBLE, max_tries=20
    ):
        return _phone(match, text, region)
    return None


def _phone(match, text: str, region: str) -> Phone:
    number = match.number
    is_home = number.country_code == phonenumbers.country_code_for_region(region)
    style = phonenumbers.PhoneNumberFormat
    shown = phonenumbers.format_number(number, style.NATIONAL if is_home else style.INTERNATIONAL)
    digits = f"{number.country_code}{number.national_number}"
    rest = _JUST_LABELS.sub(" ", text[: match.start] + " " + text[match.end :])
    return Phone(shown, digits, through=text if _SAYS_MORE.search(rest) else "")
