"""Long lists, a piece at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def chunks(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """The things in lists of `size`; the last may be shorter."""
    rest = iter(things)
    while piece := list(islice(rest, size)):
        yield piece
