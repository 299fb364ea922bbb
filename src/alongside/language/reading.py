"""How a text is read piece by piece: paragraphs, sentences, offsets, invisible letters."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from alongside.language.automaton import Automaton

PIECE = 250_000  # letters that are looked at in one go
REACH = 4_096  # how far around a place a quotation or a sense may be looked for
CELL = 8_192  # a longer paragraph is looked at in cells, each with REACH on both sides
BREAK = re.compile(r"\n[ \t\r\f\v]{0,40}\n\s*|\u2029\s*")
UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
UNUSUAL = re.compile(f"[{UNSEEN}]+|[\ufb00-\ufb06]|[^\\W\\d_][\u0300-\u036f]{{1,64}}")
NEEDLE_BYTES = [mark.encode() for mark in "\u00ad\u200b\u200c\u200d\u2060\ufeff"]
NEEDLE_BYTES += [b"\xcc", b"\xcd", b"\xef\xac"]
NEEDLE_SIZES = [len(needle) for needle in NEEDLE_BYTES]
NEEDLES = Automaton([(needle, True) for needle in NEEDLE_BYTES])
HELD_BACK = re.compile("[\\s\\S][\u0300-\u036f]{0,64}\\Z")


class Unfolding:
    """A text without what nobody sees (soft hyphens, loose accents), and the way back."""

    def __init__(self) -> None:
        self.starts: list[int] = []  # places in the text that is read
        self.changes: list[tuple[int, int, str]] = []  # length there, place and words as given
        self.read = self.given = 0

    def pieces(self, chunks: Iterable[str]) -> Iterator[str]:
        held = ""
        for chunk in chunks:
            for at in range(0, len(chunk), PIECE):
                text = chunk[at : at + PIECE]
                if held and not "\u0300" <= text[0] <= "\u036f":  # most do not belong together
                    yield self._unfolded(held)
                    held = ""
                text = held + text
                match = HELD_BACK.search(text, max(0, len(text) - 65))
                cut = match.start() if match else len(text)
                held = text[cut:]
                yield self._unfolded(text[:cut])
        yield self._unfolded(held)

    def _unfolded(self, text: str) -> str:
        made, last = [], 0
        for match in _unusual(text):
            seen = _as_seen(match[0])
            made += [text[last : match.start()], seen]
            self.read += match.start() - last
            self.starts.append(self.read)
            self.changes.append((len(seen), self.given + match.start(), match[0]))
            self.read += len(seen)
            last = match.end()
        self.read += len(text) - last
        self.given += len(text)
        return "".join([*made, text[last:]]) if made else text

    def start(self, at: int) -> int:
        """Where a letter of the text that is read stands in the text as given."""
        place = bisect_right(self.starts, at) - 1
        if place < 0:
            return at
        length, given, words = self.changes[place]
        into = at - self.starts[place]
        return given if into < length else given + len(words) + into - length

    def end(self, at: int) -> int:
        """Where the letter before `at` ends in the text as given."""
        place = bisect_right(self.starts, at - 1) - 1
        if place < 0:
            return at
        length, given, words = self.changes[place]
        return given + len(words) + max(0, at - self.starts[place] - length)

    def as_given(self, start: int, end: int, words: str) -> str:
        """The words of a place as they were given, unseen letters included."""
        first, last = bisect_right(self.starts, start), bisect_right(self.starts, end - 1)
        first -= bool(first and self.starts[first - 1] + self.changes[first - 1][0] > start)
        made, at = [], start
        for place in range(first, last):
            made += [words[at - start : self.starts[place] - start], self.changes[place][2]]
            at = self.starts[place] + self.changes[place][0]
        return "".join([*made, words[at - start :]])

    def forget(self, before: int) -> None:
        """Nothing will be asked about places before this one."""
        done = bisect_right(self.starts, before) - 2
        if done > 4096:
            del self.starts[:done], self.changes[:done]


def _unusual(text: str) -> Iterator[re.Match]:
    """Letters that are not read as they stand, looked for by their bytes: most texts have none."""
    if text.isascii():
        return
    data = text.encode("utf-8", "surrogatepass")
    at = byte = done = 0
    for end, number in NEEDLES.ends(data):
        start = end - NEEDLE_SIZES[number]
        at += len(data[byte:start].decode("utf-8", "surrogatepass"))
        byte = start
        is_mark = "\u0300" <= text[at] <= "\u036f"
        if at >= done and (match := UNUSUAL.match(text, at - is_mark if at else at)):
            done = match.end()
            yield match


def _as_seen(letters: str) -> str:
    if letters[0] >= "\ufb00" and letters[0] != "\ufeff":
        return unicodedata.normalize("NFKC", letters)
    return unicodedata.normalize("NFC", letters) if letters[0].isalpha() else ""
