"""Plain text, as it is: whole, or of any length in pieces."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

from alongside.language.documents.sources import (
    NOT_TEXT,
    Passage,
    Place,
    Source,
    Unreadable,
    decoded,
    line_starts,
)

PIECE = 1 << 20
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(data: bytes) -> list[Source]:
    text = decoded(data)
    return [Source(text, [Passage(text)])]


def pieces_of(path: Path) -> Iterator[str]:
    """The text of a file of any length. Raises Unreadable for what is none."""
    with path.open("rb") as file:
        opening = file.read(2)
    encoding = "utf-16" if opening in UTF_16 else "utf-8-sig" if _is_utf_8(path) else "cp1252"
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        while piece := file.read(PIECE):
            if "\0" in piece:
                raise Unreadable(NOT_TEXT)
            yield piece


def _is_utf_8(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            while file.read(PIECE):
                pass
    except UnicodeDecodeError:
        return False
    return True


class Lines:
    """Where the lines begin of a text that passes by, for places that are asked for in order."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = pieces
        self._starts, self._gone, self._length = [0], 0, 0

    def __iter__(self) -> Iterator[str]:
        for piece in self._pieces:
            self._starts += [self._length + start for start in line_starts(piece)[1:]]
            self._length += len(piece)
            yield piece

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        place = Place(self._gone + line, offset - self._starts[line - 1] + 1)
        if line > PIECE // 16:  # what lies before is not asked for again
            self._gone += line - 1
            del self._starts[: line - 1]
        return place
