"""What stands around words, and so which sense they have there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from alongside.language.patterns import (
    BESIDE,
    GAP,
    PIECES,
    PLAIN,
    WITHOUT_ACCENT,
    Lists,
    Part,
    PatternError,
    edge,
    parse,
    sequence,
)

NEAR = 240  # a sentence is looked at for so many letters on either side
REACH = 120
SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]?\s|[\n;•|]")
PLAINLY = WITHOUT_ACCENT | str.maketrans("’ʼ", "''")
WORD = re.compile(r"[\w'’ʼ]+")


def word_before(window: str, at: int) -> str:
    words = WORD.findall(window, max(0, at - 32), at)
    return plain(words[-1]) if words else ""


def word_after(window: str, at: int) -> str:
    word = WORD.search(window, at, at + 32)
    return plain(word[0]) if word else ""


def plain(words: str) -> str:
    """As words are compared: small, with one kind of apostrophe, without accents."""
    words = words.lower()
    return words if words.isascii() else words.translate(PLAINLY)


class Wording:
    """A regular expression that is compiled when it is first needed: most never are."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def regex(self) -> re.Pattern:
        return re.compile(self.source, re.IGNORECASE)


@dataclass(frozen=True)
class Beside:
    """Words before, after, or both. `last` are the words of which one stands right before."""

    before: Wording | None
    after: Wording | None
    last: frozenset[str] | None = None

    def holds(self, window: str, start: int, end: int, previous: str) -> bool:
        if self.last is not None and previous not in self.last:
            return False
        if self.after and not self.after.regex.match(window, end, min(len(window), end + REACH)):
            return False
        low = max(0, start - REACH)
        return not self.before or self.before.regex.search(window, low, start) is not None


@dataclass(frozen=True)
class Surroundings:
    """Any of several ways of standing beside other words."""

    ways: tuple[Beside, ...]

    def hold(self, window: str, start: int, end: int, previous: str) -> bool:
        return any(way.holds(window, start, end, previous) for way in self.ways)


@dataclass(frozen=True)
class Nearby:
    """Words that stand in the same sentence: single ones as a set, longer ones as an expression."""

    single: frozenset[str]
    longer: Wording | None

    def holds(self, sentence: str, words: set[str]) -> bool:
        if not self.single.isdisjoint(words):
            return True
        return self.longer is not None and self.longer.regex.search(sentence) is not None


@dataclass(frozen=True)
class Senses:
    """What makes the words fine and what makes them harmful where they stand."""

    fine_when: Surroundings | None
    harmful_when: Surroundings | None
    fine_near: Nearby | None
    harmful_near: Nearby | None

    def judge(self, window: str, start: int, end: int) -> bool | None:
        """True: harmful. False: fine. None: these are other words that look alike.

        What stands right beside the words is stronger than what is near them.
        """
        previous = word_before(window, start) if self.fine_when or self.harmful_when else ""
        if self.fine_when and self.fine_when.hold(window, start, end, previous):
            return False
        if self.harmful_when and self.harmful_when.hold(window, start, end, previous):
            return True
        if self.fine_near or self.harmful_near:
            sentence = sentence_around(window, start, end)
            words = set(WORD.findall(plain(sentence)))
            if self.fine_near and self.fine_near.holds(sentence, words):
                return False
            if self.harmful_near and self.harmful_near.holds(sentence, words):
                return True
        return None if self.harmful_when or self.harmful_near else True


def sentence_around(window: str, start: int, end: int) -> str:
    low, high = max(0, start - NEAR), min(len(window), end + NEAR)
    for match in SENTENCE_END.finditer(window, low, start):
        low = match.end()
    after = SENTENCE_END.search(window, end, high)
    return window[low : after.start() + 1 if after else high]


def surroundings(phrases: Iterable[str], lists: Lists) -> Surroundings | None:
    known: list[tuple[str, frozenset[str]]] = []
    befores, afters, ways = [], [], []
    for phrase in phrases:
        before, after = _around(phrase)
        parts = parse(before, lists) if before else ()
        last = edge(parts, -1)
        if after:
            behind = _behind([sequence(parts)]) if before else None
            ahead = _after(parse(after, lists))
            afters += [] if before else [ahead]
            ways += [Beside(behind, _ahead([ahead]), last)] if before else []
        elif last is None:
            befores.append(sequence(parts))
        else:
            known.append((sequence(parts), last))
    if known:
        last = frozenset().union(*(words for _, words in known))
        ways.insert(0, Beside(_behind([regex for regex, _ in known]), None, last))
    ways += [Beside(None, _ahead(afters))] if afters else []
    ways += [Beside(_behind(befores), None)] if befores else []
    return Surroundings(tuple(ways)) if ways else None


def _around(phrase: str) -> tuple[str, str]:
    if phrase.split().count("_") != 1:
        raise PatternError(f"“{phrase}” needs one _ where the rule's own words stand")
    before, _, after = f" {phrase} ".partition(" _ ")
    return before.strip(), after.strip()


def _after(parts: tuple[Part, ...]) -> str:
    """Of words after: the last place may also be the end of the sentence."""
    *first, last = parts
    ends = "$" in last.phrases or last.wildcard == "$"
    more = replace(last, phrases=tuple(phrase for phrase in last.phrases if phrase != "$"))
    ways = []
    if more.phrases or (last.wildcard and not ends):
        ways.append(BESIDE + sequence((*first, more)).removesuffix(GAP))
    if ends:
        ways.append((BESIDE + sequence(first).removesuffix(GAP) if first else "") + PIECES["$"])
    return f"(?:{'|'.join(ways)})"


def _behind(regexes: list[str]) -> Wording:
    return Wording(rf"(?<!\w)(?:{'|'.join(regexes)})\Z")


def _ahead(regexes: list[str]) -> Wording:
    return Wording(rf"(?:{'|'.join(regexes)})(?!\w)")


def nearby(phrases: Iterable[str], lists: Lists) -> Nearby | None:
    single: set[str] = set()
    longer = []
    for phrase in phrases:
        for part in (parts := parse(phrase, lists)):
            if len(parts) == 1 and not part.wildcard:
                single |= {plain(p) for p in part.phrases if PLAIN.fullmatch(p) and "-" not in p}
        if len(parts) > 1 or not all(plain(p) in single for p in parts[0].phrases):
            longer.append(sequence(parts).removesuffix(GAP))
    wording = Wording(rf"(?<!\w)(?:{'|'.join(longer)})(?!\w)") if longer else None
    return Nearby(frozenset(single), wording) if phrases else None
