"""Long lists, a piece at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db.models import Model, QuerySet

T = TypeVar("T")
Row = TypeVar("Row", bound=Model)


def chunks(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """The things in lists of `size`; the last may be shorter."""
    rest = iter(things)
    while piece := list(islice(rest, size)):
        yield piece


def in_order(rows: QuerySet[Row], size: int) -> Iterator[Row]:
    """All rows in the order of their ids, some at a time, each time from where the last ended.

    Nothing stays open in the database between two pieces, however slowly they are taken.
    """
    ordered, piece = rows.order_by("pk"), list(rows.order_by("pk")[:size])
    while piece:
        yield from piece
        last = piece[-1].pk
        piece = list(ordered.filter(pk__gt=last)[:size]) if len(piece) == size else []
