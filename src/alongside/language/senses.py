"""What stands around words, and so which sense they have there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from alongside.language.anchors import edge, length
from alongside.language.patterns import (
    BESIDE,
    GAP,
    PIECES,
    PLAIN,
    WITHOUT_ACCENT,
    Lists,
    Part,
    PatternError,
    parse,
    sequence,
)

NEAR = 240  # a sentence is looked at for so many letters on either side
REACH = 120
SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]?\s|[\n;•|]")
PLAINLY = WITHOUT_ACCENT | str.maketrans("’ʼ", "''")
POSSESSIVE = re.compile(r"['’]s?(?=[\s-])")
WORD = re.compile(r"[\w'’ʼ]+")
BACKWARDS = re.compile(r"[^\w'’ʼ]*([\w'’ʼ]+)")


def word_before(window: str, at: int) -> str:
    word = BACKWARDS.match(window[max(0, at - 32) : at][::-1])
    return plain(word[1][::-1]) if word else ""


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


@lru_cache(maxsize=32_768)
def wording(source: str) -> Wording:
    """Rules say the same in many places: each expression is made once."""
    return Wording(source)


class Place(NamedTuple):
    """Where words stand, and the words right beside them."""

    window: str
    start: int
    end: int
    previous: str
    following: str


def place_of(window: str, start: int, end: int) -> Place:
    owns = POSSESSIVE.match(window, end)
    following = word_after(window, owns.end() if owns else end)
    return Place(window, start, end, word_before(window, start), following)


@dataclass(frozen=True)
class Beside:
    """Words before, after, or both. Of `last` one stands right before, of `first` right after."""

    before: Wording | None
    after: Wording | None
    last: frozenset[str] | None = None
    first: frozenset[str] | None = None
    reach: int = REACH  # letters that `before` may take

    def holds(self, place: Place) -> bool:
        window, start, end, previous, following = place
        if self.last is not None and previous not in self.last:
            return False
        if self.first is not None and following not in self.first:
            return False
        if self.after and not self.after.regex.match(window, end, min(len(window), end + REACH)):
            return False
        low = max(0, start - self.reach)
        return not self.before or self.before.regex.search(window, low, start) is not None


Ways = dict[str, list[Beside]]


@dataclass(frozen=True)
class Surroundings:
    """Any of several ways of standing beside other words."""

    ways: tuple[Beside, ...]

    def hold(self, place: Place) -> bool:
        following, previous, others = self.by_word
        ways = (*following.get(place.following, ()), *previous.get(place.previous, ()), *others)
        return any(way.holds(place) for way in ways)

    @cached_property
    def by_word(self) -> tuple[Ways, Ways, list[Beside]]:
        """The ways that need a certain word after, before, and the others."""
        following, previous, others = defaultdict(list), defaultdict(list), []
        for way in self.ways:
            for word in way.first or ():
                following[word].append(way)
            for word in () if way.first is not None else way.last or ():
                previous[word].append(way)
            if way.first is None and way.last is None:
                others.append(way)
        return dict(following), dict(previous), others


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
        if self.fine_when or self.harmful_when:
            place = place_of(window, start, end)
            if self.fine_when and self.fine_when.hold(place):
                return False
            if self.harmful_when and self.harmful_when.hold(place):
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
    ways = [way for phrase in phrases for way in _ways(phrase, lists)]
    return Surroundings(tuple(ways)) if ways else None


def _ways(phrase: str, lists: Lists) -> Iterator[Beside]:
    before, after = _around(phrase)
    parts = parse(before, lists) if before else ()
    behind = wording(rf"(?<!\w){sequence(parts)}\Z") if parts else None
    last = edge(parts, -1) if parts else None
    reach = min(REACH, length(parts))
    if not after:
        yield Beside(behind, None, last, None, reach)
        return
    for ahead, first in _after(parse(after, lists)):
        yield Beside(behind, wording(rf"(?:{ahead})(?!\w)"), last, first, reach)


def _around(phrase: str) -> tuple[str, str]:
    if phrase.split().count("_") != 1:
        raise PatternError(f"“{phrase}” needs one _ where the rule's own words stand")
    before, _, after = f" {phrase} ".partition(" _ ")
    return before.strip(), after.strip()


def _after(parts: tuple[Part, ...]) -> Iterator[tuple[str, frozenset[str] | None]]:
    """What is matched behind the words, and what may stand right after them.

    The last place may also be the end of the sentence. A comma right after the words is
    allowed for anyway.
    """
    if "," in parts[0].phrases:
        words = tuple(phrase for phrase in parts[0].phrases if phrase != ",")
        parts = (replace(parts[0], phrases=words, optional=True), *parts[1:])[not words :]
    *first, last = parts
    ends = "$" in last.phrases or last.wildcard == "$"
    more = replace(last, phrases=tuple(phrase for phrase in last.phrases if phrase != "$"))
    if more.phrases or (last.wildcard and not ends):
        whole = (*first, more)
        yield BESIDE + sequence(whole).removesuffix(GAP), edge(whole, 0)
    if ends and first:
        yield BESIDE + sequence(first).removesuffix(GAP) + PIECES["$"], edge(first, 0)
    elif ends:
        yield PIECES["$"], None


def nearby(phrases: Iterable[str], lists: Lists) -> Nearby | None:
    single: set[str] = set()
    longer = []
    for phrase in phrases:
        for part in (parts := parse(phrase, lists)):
            if len(parts) == 1 and not part.wildcard:
                single |= {plain(p) for p in part.phrases if PLAIN.fullmatch(p) and "-" not in p}
        is_single = len(parts) == 1 and all(plain(p) in single for p in parts[0].phrases)
        if not is_single or parts[0].wildcard:
            longer.append(sequence(parts).removesuffix(GAP))
    wording = Wording(rf"(?<!\w)(?:{'|'.join(longer)})(?!\w)") if longer else None
    return Nearby(frozenset(single), wording) if phrases else None
