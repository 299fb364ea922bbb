"""From the places an automaton found to words with a sense, paragraph by paragraph."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from alongside.language.candidates import Candidate
from alongside.language.quotations import LeftAlone
from alongside.language.reading import BREAK, CELL, PIECE, REACH
from alongside.language.rules import Rule
from alongside.language.senses import word_after, word_before
from alongside.language.words import Look, Span

BESIDE = CELL + REACH  # how far from a place anything may be that decides about it
AHEAD = BESIDE + 512
LATE = 512  # words may begin so much before the word by which they were found
ARTICLE = 24
UNKNOWN = 1 << 62  # the end of a paragraph that goes on behind what is known
ASCII_WORD = bytes(chr(n).isalnum() or chr(n) == "_" for n in range(128)) + bytes(128)
WORD = re.compile(r"\S|\Z")
OWNS = re.compile(r"['’]s\s")


class Known(NamedTuple):
    """A word that is looked for: `size` in bytes, and what it may mean, each with its order."""

    size: int
    looks: list[tuple[int, Look]]
    last: frozenset[str] | None  # of these one stands before it, whatever it means; None for any
    first: frozenset[str] | None  # and of these after it
    differ: bool  # whether they need different words there

    @classmethod
    def word(cls, spelling: bytes, looks: list[tuple[int, Look]]) -> "Known":
        last = [look.last for _, look in looks]
        first = [look.first for _, look in looks]
        differ = len(set(last)) > 1 or len(set(first)) > 1
        return cls(len(spelling), looks, _any_of(last), _any_of(first), differ)

    def possible(self, text: str, start: int, end: int) -> list[tuple[int, Look]]:
        """What it may mean there, by the words right beside it."""
        following = word_after(text, end) if self.differ or self.first is not None else ""
        if self.first is not None and following not in self.first:
            return []
        previous = word_before(text, start) if self.differ or self.last is not None else ""
        if self.last is not None and previous not in self.last:
            return []
        if not self.differ:
            return self.looks
        return [
            (order, look)
            for order, look in self.looks
            if (look.last is None or previous in look.last)
            and (look.first is None or following in look.first)
        ]


def _any_of(words: list[frozenset[str] | None]) -> frozenset[str] | None:
    return None if None in words else frozenset().union(*filter(None, words))


class Walk:
    """One way through one text. Keeps only what it needs of what lies behind."""

    def __init__(
        self,
        known: list[Known],
        scan: Callable[[bytes], list[tuple[int, int]]],
        left_alone: LeftAlone,
        *,
        senses: bool = True,
    ) -> None:
        self.known, self.sizes = known, [word.size for word in known]
        self.scan, self.left_alone, self.senses = scan, left_alone, senses
        self.text, self.base = "", 0  # what is kept, and where it begins in the whole
        self.done = 0  # up to here everything is judged
        self.begins, self.ends, self.looked = 0, 0, 0  # the paragraph, and how far it is known
        self.low = self.high = 0  # the window: the paragraph, or a cell of a long one
        self.sure_from = self.sure_to = -1  # places that this window is for
        self.window, self.is_ascii = "", True
        self.alone: list[tuple[int, int]] | None = None
        self.waiting: list[Candidate] = []

    def candidates(self, pieces: Iterable[str]) -> Iterator[Candidate]:
        """All words that count, by where they begin."""
        fresh, size = [], 0
        for piece in pieces:
            fresh.append(piece)
            size += len(piece)
            if size >= PIECE:
                yield from self._more("".join(fresh))
                fresh, size = [], 0
        self.text += "".join(fresh)
        yield from self._sorted(self.base + len(self.text))
        yield from sorted(self.waiting, key=_place)

    def _more(self, text: str) -> Iterator[Candidate]:
        self.text += text
        until = self.base + len(self.text) - AHEAD
        if until > self.done:
            yield from self._sorted(until)
            self._forget()

    def _sorted(self, until: int) -> Iterator[Candidate]:
        self._find_paragraph(self.done)
        for at, number in self._found(until):
            self._look(at, number)
        self.done = until
        self.waiting.sort(key=_place)
        ready = 0
        while ready < len(self.waiting) and self.waiting[ready].start < until - LATE:
            ready += 1
        yield from self.waiting[:ready]
        del self.waiting[:ready]

    def _found(self, until: int) -> Iterator[tuple[int, int]]:
        """(place, number) of whole words between what is done and `until`, in order."""
        first = max(self.base, self.done - 1)
        text = self.text[first - self.base :]
        data = b" %b " % text.encode("utf-8", "surrogatepass")
        sizes, marks = self.sizes, ASCII_WORD
        begun = [
            (end - sizes[number], number)
            for end, number in self.scan(data)
            if not marks[data[end]] and not marks[data[end - sizes[number] - 1]]
        ]
        begun.sort()
        ascii_only = text.isascii()
        at, last = first, 1
        for start, number in begun:
            if ascii_only:
                at += start - last
            else:
                at += len(data[last:start].decode("utf-8", "surrogatepass"))
            last = start
            if at >= until:
                return
            if at >= self.done:
                yield at, number

    def _forget(self) -> None:
        cut = self.done - BESIDE - ARTICLE
        if cut > self.base:
            self.text = self.text[cut - self.base :]
            self.base = cut

    def _look(self, at: int, number: int) -> None:
        """What the word found at a place means there."""
        word = self.known[number]
        here = at - self.base
        size = len(word.looks[0][1].word)
        looks = word.possible(self.text, here, here + size)
        if not looks:
            return
        if not self.begins <= at < self.ends:
            self._find_paragraph(at)
        if not self.sure_from <= at < self.sure_to:
            self._find_window(at)
        start = at - self.low
        if not (self.is_ascii or _is_whole(self.window, start, start + size)):
            return
        for order, look in looks:
            bare = not (look.before or look.after)
            span = (
                (start, start + size, ()) if bare else look.span(self.window, start, start + size)
            )
            if span is not None:
                self._weigh(order, look, span)

    def _weigh(self, order: int, look: Look, span: Span) -> None:
        start, end, filled = span
        rule: Rule | None = look.rule
        if self.senses:
            harmful = look.senses.judge(self.window, start, end) if look.senses else True
            if harmful is None:
                return
            rule = rule if rule and harmful and not rule.off else None
        if rule and self._is_alone(start, end):
            return
        if rule and self.left_alone.is_name(self.window, start, end):
            rule = None
        kind = look.kind(self.window, start)
        self.waiting.append(
            Candidate(
                self.low + start,
                self.low + end,
                order,
                rule,
                kind,
                self.window[start:end],
                look.language.article_before(self.window, start),
                filled,
                look.language.stands_before_noun(self.window, start, end, kind),
                kind == "one" and OWNS.match(self.window, end) is not None,
            )
        )

    def _is_alone(self, start: int, end: int) -> bool:
        """Whether these are words that are nobody's to change."""
        if self.alone is None:
            self.alone = self.left_alone(self.window)
        place = bisect_left(self.alone, (end, 0)) - 1
        if place >= 0 and self.alone[place][1] > start:
            return True
        return self.left_alone.is_address(self.window, start, end)

    def _find_window(self, at: int) -> None:
        """The paragraph, or of a long one the cell of a place with REACH on both sides."""
        cell = (at - self.begins) // CELL
        self.sure_from = self.begins + cell * CELL
        ends = self.base + len(self.text) if self.ends == UNKNOWN else self.ends
        self.sure_to = min(self.sure_from + CELL, ends)
        self.low = max(self.begins, self.sure_from - REACH)
        self.high = min(self.sure_to + REACH, ends)
        self.alone = None
        self.window = self.text[self.low - self.base : self.high - self.base]
        self.is_ascii = self.window.isascii()

    def _find_paragraph(self, at: int) -> None:
        """Where the paragraph of a place begins and ends; places only grow.

        An end that was not in sight is looked for again once there is more text.
        """
        here = at - self.base
        if self.ends == UNKNOWN:
            begin = max(self.looked - 64, self.begins) - self.base
        elif at < self.ends:
            return
        else:
            begin = _next_word(self.text, max(self.ends - self.base, 0))
            self.begins = self.base + begin
        begin = max(begin, self.text.rfind("\n\n", begin, max(here, 0)))
        self.ends, self.looked = UNKNOWN, self.base + len(self.text)
        self.sure_to = -1
        while match := BREAK.search(self.text, begin):
            if match.end() > here:
                self.ends = self.base + match.start()
                return
            begin = match.end()
            self.begins = self.base + begin


def _next_word(text: str, at: int) -> int:
    match = WORD.search(text, at)
    return match.start() if match else len(text)


def _place(candidate: Candidate) -> tuple[int, int, int]:
    return candidate.start, candidate.end, candidate.order


def _is_whole(window: str, start: int, end: int) -> bool:
    return not (
        (start and _is_letter(window[start - 1])) or (end < len(window) and _is_letter(window[end]))
    )


def _is_letter(mark: str) -> bool:
    return mark.isalnum() or mark == "_" or (mark > "\u02ff" and unicodedata.combining(mark) > 0)
