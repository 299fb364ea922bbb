"""From the places an automaton found to words with a sense, paragraph by paragraph."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from alongside.language.candidates import Candidate
from alongside.language.reading import BREAK, CELL, PIECE, REACH, Places, sentence
from alongside.language.words import Look, Span

BESIDE = CELL + REACH  # how far from a place anything may be that decides about it
AHEAD = BESIDE + 512
LATE = 512  # words may begin so much before the word by which they were found
ARTICLE = 24
ASCII_WORD = bytes(chr(n).isalnum() or chr(n) == "_" for n in range(128)) + bytes(128)
WORD = re.compile(r"\S|\Z")

Known = list[tuple[int, list[tuple[int, Look]]]]  # bytes of a word, and (order, look) for it
Alone = Callable[[str], list[tuple[int, int]]]


class Walk:
    """One way through one text. Keeps only what it needs of what lies behind."""

    def __init__(
        self,
        known: Known,
        scan: Callable[[bytes], list[tuple[int, int]]],
        left_alone: Alone,
        *,
        senses: bool = True,
    ) -> None:
        self.known, self.scan, self.left_alone, self.senses = known, scan, left_alone, senses
        self.text, self.base = "", 0  # what is kept, and where it begins in the whole
        self.done = 0  # up to here everything is judged
        self.begins, self.ends = 0, 0  # the paragraph; an end of -1 is not yet known
        self.looked = 0
        self.low = self.high = -1  # the window: the paragraph, or a cell of a long one
        self.window = ""
        self.alone: list[tuple[int, int]] | None = None
        self.waiting: list[Candidate] = []

    def candidates(self, pieces: Iterable[str]) -> Iterator[Candidate]:
        """All words that count, by where they begin."""
        for piece in pieces:
            self.text += piece
            whole = self.base + len(self.text)
            if whole - self.done >= PIECE + AHEAD:
                yield from self._sorted(whole - AHEAD)
                self._forget()
        yield from self._sorted(self.base + len(self.text))
        yield from sorted(self.waiting, key=_place)

    def _sorted(self, until: int) -> Iterator[Candidate]:
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
        data = text.encode("utf-8", "surrogatepass")
        places = Places(data, ascii_only=text.isascii())
        known = self.known
        begun = sorted((end - known[number][0], number, end) for end, number in self.scan(data))
        size = len(data)
        for start, number, end in begun:
            if (start and ASCII_WORD[data[start - 1]]) or (end < size and ASCII_WORD[data[end]]):
                continue
            at = first + places.character(start)
            if at >= until:
                return
            if at >= self.done:
                yield at, number

    def _forget(self) -> None:
        self._find_paragraph(self.done)
        cut = self.done - BESIDE - ARTICLE
        if cut > self.base:
            self.text = self.text[cut - self.base :]
            self.base = cut

    def _look(self, at: int, number: int) -> None:
        """What the word found at a place means there."""
        if self.ends < 0 or not self.begins <= at < self.ends:
            self._find_paragraph(at)
        self._find_window(at)
        _, looks = self.known[number]
        start = at - self.low
        for order, look in looks:
            end = start + len(look.word)
            if not _is_whole(self.window, start, end):
                return
            span = look.span(self.window, start, end)
            if span is not None:
                self._weigh(order, look, span)

    def _weigh(self, order: int, look: Look, span: Span) -> None:
        start, end, filled = span
        if self._is_alone(start, end):
            return
        rule = look.rule
        harmful: bool | None = rule is not None and not rule.off
        if self.senses and look.senses:
            verdict = look.senses.judge(self.window, start, end, sentence)
            if verdict is None:
                return
            harmful = harmful and verdict
        self.waiting.append(
            Candidate(
                self.low + start,
                self.low + end,
                order,
                rule if harmful or not self.senses else None,
                look.kind(self.window, start),
                self.window[start:end],
                look.language.article_before(self.window, start),
                filled,
            )
        )

    def _is_alone(self, start: int, end: int) -> bool:
        """Whether these are words that are nobody's to change."""
        if self.alone is None:
            self.alone = self.left_alone(self.window)
        place = bisect_left(self.alone, (end, 0)) - 1
        return place >= 0 and self.alone[place][1] > start

    def _find_window(self, at: int) -> None:
        cell = (at - self.begins) // CELL
        low = max(self.begins, self.begins + cell * CELL - REACH)
        high = min(self.begins + (cell + 1) * CELL + REACH, self.base + len(self.text))
        high = min(high, self.ends) if self.ends >= 0 else high
        if (low, high) != (self.low, self.high):
            self.low, self.high, self.alone = low, high, None
            self.window = self.text[low - self.base : high - self.base]

    def _find_paragraph(self, at: int) -> None:
        """Where the paragraph of a place begins and ends; places only grow."""
        here = at - self.base
        if self.ends < 0:
            here_from = max(self.looked - 64, self.begins) - self.base
        elif at < self.ends:
            return
        else:
            here_from = _next_word(self.text, max(self.ends - self.base, 0))
            self.begins = self.base + here_from
        here_from = max(here_from, self.text.rfind("\n\n", here_from, max(here, 0)))
        self.ends, self.looked = -1, self.base + len(self.text)
        while match := BREAK.search(self.text, here_from):
            if match.end() > here:
                self.ends = self.base + match.start()
                return
            here_from = match.end()
            self.begins = self.base + here_from


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
