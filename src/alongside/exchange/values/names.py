"""Names as lists hold them: capitals, "last, first", spaces before and after."""

import re

from alongside.exchange.values.texts import key_of, text_of

LONGEST = 120
_GIVEN_LAST = re.compile(r"^([^,]+),\s*([^,]+)$")
_SUFFIX = re.compile(r"^(jr|sr|ii|iii|iv|md|phd)\.?$", re.IGNORECASE)


def tidy_name(cell) -> str:
    """ "PELLETIER, DAWN" is Dawn Pelletier; a name in mixed letters keeps them."""
    name = " ".join(text_of(cell).split())[:LONGEST]
    turned = _GIVEN_LAST.match(name)
    if turned and not _SUFFIX.match(turned[2]):
        name = f"{turned[2].strip()} {turned[1].strip()}".strip()
    if len(name) > 3 and name.isupper():
        name = _capitals(name)
    return name


def _capitals(name: str) -> str:
    """O'BRIEN is O'Brien, but the P. of "ANGEL P." stays."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0][:1] + word[0][1:].lower(), name)


def name_key(name: str) -> str:
    """Two spellings of one name have one key."""
    return key_of(name)
