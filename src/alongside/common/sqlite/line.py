"""A line in which writers wait: first come, first served.

SQLite lets one writer in at a time, and lets those who wait try again at random, so that
under load an unlucky one waits for seconds. Here they stand in line, within this process.
The line is for fairness only: what keeps writes apart is SQLite's own lock, which also
holds against other processes. So a place in line may be taken from a thread that died.
"""

import os
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread, current_thread
from time import monotonic

#: How often those who wait look whether the one inside is still alive, in seconds.
LOOK = 0.25


class TooLong(Exception):
    """The wait took longer than it may."""


@dataclass(eq=False)
class Place:
    """A place in line. `abandon` is called if its thread ended without leaving."""

    abandon: Callable[[], None]
    thread: Thread = field(default_factory=current_thread)
    turn: Lock = field(default_factory=Lock)


class Line:
    """One line before one database file."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._inside: Place | None = None
        self._waiting: deque[Place] = deque()

    def enter(self, place: Place, *, timeout: float) -> None:
        """Wait for one's turn. Raises TooLong."""
        with self._guard:
            if self._inside is None and not self._waiting:
                self._inside = place
                return
            place.turn.acquire()
            self._waiting.append(place)
        until = monotonic() + timeout
        try:
            while not place.turn.acquire(timeout=max(0, min(LOOK, until - monotonic()))):
                self._bury()
                if monotonic() >= until:
                    raise TooLong
        except BaseException:
            self.leave(place)
            raise

    def leave(self, place: Place) -> None:
        """Go, from inside or from the line. Leaving twice does no harm."""
        with self._guard:
            if self._inside is place:
                self._let_in_the_next()
            elif place in self._waiting:
                self._waiting.remove(place)

    def _let_in_the_next(self) -> None:
        self._inside = self._waiting.popleft() if self._waiting else None
        if self._inside is not None:
            self._inside.turn.release()

    def _bury(self) -> None:
        """If the thread inside has ended, give up what it left open and let in the next."""
        with self._guard:
            dead = self._inside
            if dead is None or dead.thread.is_alive():
                return
            dead.abandon()
            self._let_in_the_next()


_lines: dict[str, Line] = {}
_lines_guard = Lock()


def line_before(file: str) -> Line:
    """The line before this file, the same one for every connection of this process."""
    with _lines_guard:
        return _lines.setdefault(file, Line())


os.register_at_fork(after_in_child=_lines.clear)
