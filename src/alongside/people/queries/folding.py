"""Letters as a search sees them: without accents, capitals and needless spaces."""

import unicodedata

#: Letters that are not a plain letter with a mark.
_LOOK_ALIKE = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe"})


def folded(text: str) -> str:
    if text.isascii():
        return " ".join(text.lower().split())
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(plain.translate(_LOOK_ALIKE).split())


def digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdecimal())
