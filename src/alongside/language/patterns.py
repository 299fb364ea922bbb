"""The small language in which rules write their words, made into what a machine looks for.

addict            these letters, whatever their case
drug-seeking      a hyphen: also a space, a line's end or nothing in its place
his?              there or not
(his|her|their)   one of these; may stand before a question mark as well
{substance}       one of the words of a list with that name
*                 any one word          ...    up to four words of the same sentence
^                 where a sentence, a line or a heading begins
_                 the words of the rule themselves, in `harmful_when` and `fine_when`
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

GAP = r"(?:\s{1,12}|[-‐‑–/]\s{0,12})"  # between two words
JOIN = r"(?:\s{1,12}|[-‐‑–]\s{0,12})?"  # where a rule writes a hyphen
TOKEN = re.compile(r"\([^()]*\)\??|\{[^{}]*\}\??|\.\.\.|…|\S+")
PIECES = {
    "*": r"[\w'’]{1,40}",
    "...": rf"(?:[\w'’,/]{{1,40}}{GAP}){{0,4}}?",
    "^": r"(?:^|(?<=[.!?:;\n|])|(?<=[-*•#>\"“(]))[\s>*•#\"“(-]{0,12}",
}
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


@dataclass(frozen=True)
class Form:
    """One way a rule's words appear: a word to find, and what must stand around it."""

    word: str
    before: str
    after: str
    reach: int  # letters that `before` may take


def parse(pattern: str, lists: Lists) -> tuple[Part, ...]:
    if pattern.count("(") != pattern.count(")") or pattern.count("{") != pattern.count("}"):
        raise PatternError(f"in “{pattern}” a bracket is opened or closed without the other")
    parts = tuple(_part(token, lists) for token in TOKEN.findall(pattern))
    if not parts:
        raise PatternError("there are no words here")
    return parts


def _part(token: str, lists: Lists) -> Part:
    if token in ("*", "...", "…", "^"):
        return Part(wildcard="..." if token == "…" else token)
    optional = token.endswith("?") and len(token) > 1
    token = token.removesuffix("?") if optional else token
    if token.startswith("{"):
        name = token[1:-1]
        if name not in lists:
            raise PatternError(f"there is no list called “{name}”")
        return Part(lists[name], optional, listed=name)
    if token.startswith("("):
        phrases = tuple(phrase.strip() for phrase in token[1:-1].split("|"))
        return Part(tuple(filter(None, phrases)), optional or "" in phrases)
    return Part((token,), optional)


def phrase_regex(phrase: str) -> str:
    """A phrase's words, with the gaps, hyphens and apostrophes that people write."""
    return GAP.join(
        JOIN.join(re.escape(piece).replace("'", "['’ʼ]") for piece in word.split("-"))
        for word in phrase.split()
    )


def part_regex(part: Part, *, named: bool = False) -> str:
    if part.wildcard:
        return PIECES[part.wildcard]
    longest_first = sorted(set(part.phrases), key=len, reverse=True)
    inside = "|".join(phrase_regex(phrase) for phrase in longest_first)
    if part.listed and named:
        return f"(?P<{part.listed.replace('-', '_')}>{inside})"
    return f"(?:{inside})"


def sequence(parts: Iterable[Part], *, named: bool = False) -> str:
    """All parts in order, each followed by the gap before the next, the last one too."""
    made = ""
    for part in parts:
        regex = part_regex(part, named=named)
        if part.wildcard not in ("...", "^"):
            regex += GAP
        made += f"(?:{regex})?" if part.optional else regex
    return made


def forms(parts: tuple[Part, ...]) -> list[Form]:
    """The forms of a pattern, each with the word that is looked for first."""
    if parts[-1].optional or any(part.wildcard == "^" for part in parts[1:]):
        raise PatternError("the last word may not be left out, and ^ stands first")
    place = _anchor(parts)
    made = []
    for phrase in dict.fromkeys(parts[place].phrases):
        for words in _spellings(phrase):
            inner = tuple(Part((word,)) for word in words)
            whole = (*parts[:place], *inner, *parts[place + 1 :])
            best = place + max(range(len(words)), key=lambda at: len(words[at]))
            before = sequence(whole[:best], named=True)
            after = GAP + sequence(whole[best + 1 :], named=True) if best + 1 < len(whole) else ""
            reach = sum(map(_length, whole[:best]))
            made.append(Form(whole[best].phrases[0], before, after.removesuffix(GAP), reach))
    return made


def _length(part: Part) -> int:
    """The most letters a part may take, gaps included."""
    if part.wildcard:
        return {"*": 56, "...": 200, "^": 16}[part.wildcard]
    return max(len(phrase) + 13 * (len(re.split(r"[\s-]", phrase))) for phrase in part.phrases)


def _spellings(phrase: str) -> list[list[str]]:
    """drug-seeking → [drugseeking], [drug, seeking]."""
    ways = [
        [word.replace("-", ""), *([word.replace("-", " ")] if "-" in word else [])]
        for word in phrase.split()
    ]
    return [" ".join(way).split() for way in product(*ways)]


def _anchor(parts: tuple[Part, ...]) -> int:
    """The place whose words are rarest: the longest of the shortest."""
    places = [
        (
            min(len(max(re.split(r"[\s-]", p), key=len)) for p in part.phrases),
            -len(part.phrases),
            -at,
        )
        for at, part in enumerate(parts)
        if part.phrases and not part.optional
    ]
    if not places:
        raise PatternError("at least one word must stand there whatever else does")
    return -max(places)[2]


@dataclass(frozen=True)
class Surroundings:
    """What stands around a rule's words: phrases with `_` for the words themselves."""

    pairs: tuple[tuple[re.Pattern | None, re.Pattern | None], ...]

    def hold(self, window: str, start: int, end: int) -> bool:
        low, high = max(0, start - 120), min(len(window), end + 120)
        return any(
            (before is None or before.search(window, low, start) is not None)
            and (after is None or after.match(window, end, high) is not None)
            for before, after in self.pairs
        )


@lru_cache(maxsize=4096)
def compiled(regex: str) -> re.Pattern:
    return re.compile(regex, re.IGNORECASE)


def surroundings(phrases: Iterable[str], lists: Lists) -> Surroundings:
    befores, afters, both = [], [], []
    for phrase in phrases:
        if phrase.split().count("_") != 1:
            raise PatternError(f"“{phrase}” needs one _ where the rule's own words stand")
        before, _, after = (f" {phrase} ").partition(" _ ")
        before_regex = sequence(parse(before, lists)) if before.strip() else ""
        after_regex = _after(parse(after, lists)) if after.strip() else ""
        if before_regex and after_regex:
            both.append((_behind([before_regex]), _ahead([after_regex])))
        elif before_regex:
            befores.append(before_regex)
        else:
            afters.append(after_regex)
    pairs = [(_behind(befores), None)] if befores else []
    pairs += [(None, _ahead(afters))] if afters else []
    return Surroundings((*pairs, *both))


def _after(parts: tuple[Part, ...]) -> str:
    return GAP + sequence(parts).removesuffix(GAP)


def _behind(regexes: list[str]) -> re.Pattern:
    return compiled(rf"(?<![\w])(?:{'|'.join(regexes)})\Z")


def _ahead(regexes: list[str]) -> re.Pattern:
    return compiled(rf"(?:{'|'.join(regexes)})(?!\w)")


def nearby(phrases: Iterable[str], lists: Lists) -> re.Pattern | None:
    regexes = [sequence(parse(phrase, lists)).removesuffix(GAP) for phrase in phrases]
    return compiled(rf"(?<!\w)(?:{'|'.join(regexes)})(?!\w)") if regexes else None
