"""Many words looked for at once, in one pass over the bytes of a text."""

import re
import threading
from typing import Any

import hyperscan

LETTER = re.compile(rb"\w")


class Automaton:
    """Finds where literal words end, wherever they are, also inside others.

    The time for a pass hardly depends on how many words there are. Safe to use from several
    threads: each gets working space of its own.
    """

    def __init__(self, words: list[tuple[bytes, bool]], *, short: int = 0) -> None:
        """`words`: (the word, whether its case must be the same).

        Words of at most `short` bytes are not found inside others: they stand in so many. Only
        letters of ASCII are known here; whether others stand beside a word, who asked has to see.
        """
        self.size = len(words)
        self.threads = threading.local()
        self.database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK) if words else None
        if self.database is not None:
            self.database.compile(
                expressions=[_expression(word, edges=len(word) <= short) for word, _ in words],
                ids=list(range(len(words))),
                elements=len(words),
                flags=[0 if exact else hyperscan.HS_FLAG_CASELESS for _, exact in words],
            )

    def ends(self, data: bytes) -> list[tuple[int, int]]:
        """(where it ends, number of the word), in order of the ends."""
        found: list[tuple[int, int]] = []
        if self.database is not None:
            self.database.scan(data, _note, context=found, scratch=self._scratch())
        return found

    def _scratch(self) -> hyperscan.Scratch:
        if not hasattr(self.threads, "scratch"):
            self.threads.scratch = hyperscan.Scratch(self.database)
        return self.threads.scratch


def _expression(word: bytes, *, edges: bool) -> bytes:
    letters = b"".join(b"\\x%02x" % byte for byte in word)
    return b"%b%b%b" % (_edge(word[:1]), letters, _edge(word[-1:])) if edges else letters


def _edge(byte: bytes) -> bytes:
    """No letter of ASCII stands beside this one of the word."""
    return rb"\b" if LETTER.match(byte) else rb"\B"


def _note(number: int, _start: int, end: int, _flags: int, found: Any) -> None:
    found.append((end, number))
