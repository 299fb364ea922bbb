"""The small language in which rules write their words, made into what a machine looks for.

addict            these letters, whatever their case
drug-seeking      a hyphen: also a space, a line's end or nothing in its place
his?              there or not
(his|her|their)   one of these; may stand before a question mark as well
{substance}       one of the words of a list with that name
*                 any one word          ...    up to four words of the same sentence
§                 the code of a diagnosis: F10.2, CIE-10:
,                 a comma, also among others: (and|or|,)
^                 where a sentence, a line or a heading begins
_                 the words of the rule themselves, in `harmful_when` and `fine_when`
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

GAP = r"(?:\s{1,12}|[-‐‑–/]\s{0,12})"  # between two words
BESIDE = rf"(?:['’]s?)?(?:,?{GAP}|\s?\(\s?)"  # between a rule's words and what follows: addict's
JOIN = r"(?:\s{1,12}|[-‐‑–]\s{0,12})?"  # where a rule writes a hyphen
PIECES = {
    "*": r"[\w'’]{1,40}",
    "#": r"\d[\d.,]{0,8}",
    "...": rf"(?:[\w'’,/]{{1,40}}{GAP}){{0,4}}?",
    "@": r"(?-i:[A-ZÁÉÍÓÚÑ][\w'’.-]{1,30})",
    "$": r"(?=\s{0,3}(?:[.!?,;:)\]\"”»|…—–]|\n|$))",
    "§": r"(?-i:(?:CIE|ICD|DSM)(?:[- ]?(?:\d{1,2}|IV|V))?(?:-(?:MC|CM|TR|R))?"
    r"|[FKTZ]\d{2}(?:\.\d{1,4})?)"
    r"[\s:,;()–—-]{0,5}",
    "^": r"(?:^|(?<=[.!?:;\n|])|(?<=[-*•#>\"“(]))[\s>*•#\"“(-]{0,12}",
}
APOSTROPHES = str.maketrans({"'": "['’ʼ]"})
AS_WRITTEN = APOSTROPHES | str.maketrans(  # accents are left out in haste
    {"á": "[áa]", "é": "[ée]", "í": "[íi]", "ó": "[óo]", "ú": "[úu]", "ü": "[üu]"}
)
WITHOUT_ACCENT = str.maketrans("áéíóúü", "aeiouu")
WILDCARDS = {"*": "*", "...": "...", "…": "...", "^": "^", "$": "$", "@": "@", "§": "§"}
BRACKETS = re.compile(r"[(){}]")
PLAIN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*'?")
Lists = Mapping[str, tuple[str, ...]]


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why in plain words."""


@dataclass(frozen=True)
class Part:
    """One place in a pattern: the phrases that may stand there, or a wildcard."""

    phrases: tuple[str, ...] = ()
    optional: bool = False
    wildcard: str = ""
    listed: str = ""


def parse(pattern: str, lists: Lists) -> tuple[Part, ...]:
    parts = tuple(_part(written, lists) for written in split(pattern))
    if not parts:
        raise PatternError("there are no words here")
    return parts


def split(pattern: str, at: str = " ") -> list[str]:
    """What stands between spaces (or bars), but whole what stands in brackets."""
    if not BRACKETS.search(pattern):
        return [piece for piece in pattern.split(at) if piece or at == "|"]
    pieces, depth, piece = [], 0, ""
    for letter in pattern:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            break
        if letter == at and depth == 0:
            pieces.append(piece)
            piece = ""
        else:
            piece += letter
    if depth or pattern.count("{") != pattern.count("}"):
        raise PatternError(f"in “{pattern}” a bracket is opened or closed without the other")
    return [piece for piece in [*pieces, piece] if piece or at == "|"]


def _part(written: str, lists: Lists) -> Part:
    if written in WILDCARDS:
        return Part(wildcard=WILDCARDS[written])
    optional = written.endswith("?") and len(written) > 1
    words = written.removesuffix("?") if optional else written
    if words.startswith("{") and words.endswith("}"):
        return Part(_listed(words[1:-1], lists), optional, listed=words[1:-1])
    phrases = _phrases(words, lists)
    return Part(tuple(filter(None, phrases)), optional or "" in phrases)


def spelled_out(words: str, lists: Lists) -> tuple[str, ...]:
    """The words of a list, each by itself, that were written with brackets or as other lists."""
    return _phrases(f"({words})", lists)


def _listed(name: str, lists: Lists) -> tuple[str, ...]:
    if name not in lists:
        raise PatternError(f"there is no list called “{name}”")
    return lists[name]


def _phrases(words: str, lists: Lists) -> tuple[str, ...]:
    """(a|b (c|d)) → a, b c, b d; {person}'s → he's, she's, …"""
    if "(" not in words:
        before, opened, rest = words.partition("{")
        name, _, after = rest.partition("}")
        return tuple(before + word + after for word in _listed(name, lists)) if opened else (words,)
    before, _, rest = words.partition("(")
    inside, after = _closed(rest)
    made: list[str] = []
    for phrase in split(inside, "|"):
        ways = []
        for piece in split(phrase):
            optional = piece.endswith("?") and len(piece) > 1
            found = _phrases(piece.removesuffix("?") if optional else piece, lists)
            ways.append((*found, "") if optional else found)
        whole = (" ".join(" ".join(way).split()) for way in product(*ways))
        made += [before + way + tail for way in whole for tail in _phrases(after, lists)]
    return tuple(dict.fromkeys(made))


def _closed(words: str) -> tuple[str, str]:
    """What stands before the bracket that closes, and what after it."""
    depth = 1
    for at, letter in enumerate(words):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return words[:at], words[at + 1 :]
    return words, ""


def _phrases_regex(phrases: Iterable[tuple[str, ...]]) -> str:
    """Any of some phrases, those that begin with the same word together: less to compile."""
    rests: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in phrases:
        rests.setdefault(first, []).append(tuple(rest))
    ways = []
    for first in sorted(rests, key=len, reverse=True):
        longer = [rest for rest in rests[first] if rest]
        more = GAP + _phrases_regex(longer) if longer else ""
        ways.append(_word_regex(first) + (f"(?:{more})?" if more and () in rests[first] else more))
    return f"(?:{'|'.join(ways)})"


@lru_cache(maxsize=32_768)
def _word_regex(word: str) -> str:
    """A word with the hyphens and apostrophes that people write."""
    return PIECES[word] if word in PIECES else JOIN.join(map(_piece_regex, word.split("-")))


def _piece_regex(piece: str) -> str:
    if piece == "#":
        return r"\d[\d.,]{0,8}"
    written = AS_WRITTEN if len(piece) > 3 else APOSTROPHES  # él is not el, nor mí mi
    return re.escape(piece).translate(written).replace(r"\*", r"[\w'’]{1,30}")


@lru_cache(maxsize=8_192)
def part_regex(part: Part, *, named: bool = False) -> str:
    if part.wildcard:
        return PIECES[part.wildcard]
    inside = _phrases_regex(dict.fromkeys(tuple(phrase.split()) for phrase in part.phrases))
    if part.listed and named:
        return f"(?P<{part.listed.replace('-', '_')}>{inside})"
    return inside


def sequence(parts: Iterable[Part], *, named: bool = False) -> str:
    """All parts in order, each followed by the gap before the next, the last one too."""
    made, parts = "", tuple(parts)
    for part, following in zip(parts, (*parts[1:], Part()), strict=False):
        if made and "," in part.phrases:
            made += _comma(part)
            continue
        regex = part_regex(part, named=named)
        is_open = part.wildcard in ("...", "^", "$", "§") or following.wildcard == "$"
        if not is_open and "," not in following.phrases:
            regex += GAP
        made += f"(?:{regex})?" if part.optional else regex
    return made


def _comma(part: Part) -> str:
    """A place where a comma may stand, which has no gap before it; or one of the other words."""
    words = tuple(phrase for phrase in part.phrases if phrase != ",")
    ways = [f",{GAP}", *([GAP + part_regex(Part(words)) + GAP] if words else [])]
    return f"(?:{'|'.join([*ways, GAP] if part.optional else ways)})"
