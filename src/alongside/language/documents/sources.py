"""What was read, and where in its file each character of it stands."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

#: Stands for what is not looked at: no letter, no space, so no words join across it.
GAP = "\ufffc"
MEGABYTE = 1024 * 1024
LARGEST = 64 * MEGABYTE
NOT_TEXT = "It is not text. Save it as .txt, .docx or .html."
TOO_LARGE = "It is larger than %(most)s MB. Split it first."


class Unreadable(ValueError):
    """A file that cannot be read: why, and what to do, in plain words.

    `words` with `values` put in are the sentence; so it can be said in another language.
    """

    def __init__(self, words: str, **values: object) -> None:
        self.words, self.values = words, values
        super().__init__(words % values if values else words)


class Place(NamedTuple):
    """From 1 on. In a Word document `line` counts paragraphs."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that belong together, made of pieces of the file.

    `starts[i]` in `text` is `origins[i]` in the file, and so on to the next piece.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)
    language: str = ""  # as the file itself says
    column: str = ""  # of a table

    def origin(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the file these characters begin and end."""
        return self.origin(start), (self.origin(end - 1) + 1 if end > start else self.origin(start))


@dataclass(frozen=True)
class Source:
    """A file, or one part of it, as text, with the passages to be looked at."""

    text: str
    passages: Iterable[Passage]
    unit: str = "line"  # or "paragraph"
    part: str = ""  # such as "footnotes"
    _lines: list[int] = field(init=False, default_factory=list, repr=False)

    def place(self, offset: int) -> Place:
        if not self._lines:
            self._lines.extend(line_starts(self.text))
        line = bisect_right(self._lines, offset)
        return Place(line, offset - self._lines[line - 1] + 1)


def line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def decoded(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or the code page of older Windows programs."""
    if len(data) > LARGEST:
        raise Unreadable(TOO_LARGE, most=LARGEST // MEGABYTE)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise Unreadable(NOT_TEXT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
