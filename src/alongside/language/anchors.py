"""Which word of a pattern is looked for first, and what stands before and after it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from alongside.language.patterns import (
    GAP,
    PLAIN,
    WITHOUT_ACCENT,
    Part,
    PatternError,
    sequence,
)

# Words of every text, in which a search had better not begin.
COMMON = frozenset(
    re.findall(
        r"\w+",
        """a an the of for in on to and or with from at by as is was are be been he she they it
        his her their him them who off out up not no that this one all any has have had use using
        people person case call place part form program group another other new next normal base
        room again user passed el la los las un una de del al en y o con por para que se su sus
        no es lo le más como""",
    )
)


@dataclass(frozen=True)
class Form:
    """One way a rule's words appear: a word to find, and what must stand around it."""

    word: str
    before: str
    after: str
    reach: int  # letters that `before` may take
    last: frozenset[str] | None  # words that may stand right before; None for any
    first: frozenset[str] | None  # and right after


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
            best = place + max(range(len(words)), key=lambda at: _rarity(words[at]))
            before = sequence(whole[:best], named=True)
            after = GAP + sequence(whole[best + 1 :], named=True) if best + 1 < len(whole) else ""
            reach = length(whole[:best])
            if not whole[best].phrases[0].strip("#*"):
                raise PatternError("at least one word must stand there whatever else does")
            last, first = edge(whole[:best], -1), edge(whole[best + 1 :], 0)
            word, after = whole[best].phrases[0], after.removesuffix(GAP)
            made.append(Form(word, before, after, reach, last, first))
    return made


def length(parts: Iterable[Part]) -> int:
    """The most letters these parts may take, gaps included."""
    return sum(map(_length, parts))


def _length(part: Part) -> int:
    if part.wildcard:
        return {"*": 56, "@": 44, "...": 200, "^": 16, "$": 0, "§": 24}[part.wildcard]
    return max(
        len(phrase)
        + 13 * len(re.split(r"[\s-]", phrase))
        + 30 * phrase.count("*")
        + 9 * phrase.count("#")
        for phrase in part.phrases
    )


def _spellings(phrase: str) -> list[list[str]]:
    """drug-seeking → [drugseeking], [drug, seeking]."""
    ways = [
        [word.replace("-", ""), *([word.replace("-", " ")] if "-" in word else [])]
        for word in phrase.split()
    ]
    return [" ".join(way).split() for way in product(*ways)]


def _rarity(words: str) -> int:
    """How rare the rarest of some words is: a guess by its length."""
    return max(0 if w.lower() in COMMON else len(w) for w in re.split(r"[\s-]", words))


def _anchor(parts: tuple[Part, ...]) -> int:
    """The place whose words are rarest: the longest of the shortest."""
    places = [
        (min(map(_rarity, part.phrases)), -len(part.phrases), -at)
        for at, part in enumerate(parts)
        if part.phrases and not part.optional
    ]
    if not places:
        raise PatternError("at least one word must stand there whatever else does")
    return -max(places)[2]


def edge(parts: Iterable[Part], place: int) -> frozenset[str] | None:
    """The words that may stand first (0) or last (-1); None where any may."""
    found: set[str] = set()
    for part in list(parts)[:: 1 if place == 0 else -1]:
        words = None if part.wildcard else _edges(part.phrases, place)
        if words is None:
            return None
        found |= words
        if not part.optional and "," not in part.phrases:
            return frozenset(found)
    return None


@lru_cache(maxsize=8_192)
def _edges(phrases: tuple[str, ...], place: int) -> frozenset[str] | None:
    """The first or last words of some phrases; None where one is no plain word."""
    found: set[str] = set()
    for phrase in phrases:
        if phrase == ",":
            continue
        word = phrase.split()[place].lower().translate(WITHOUT_ACCENT)
        if not PLAIN.fullmatch(word):
            return None
        found |= {word.split("-")[place], word.replace("-", "")}
    return frozenset(found)
