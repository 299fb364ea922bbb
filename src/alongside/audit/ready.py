"""All that one long act will write, with its lines in the trail, made ready beforehand."""

import pickle
from collections.abc import Iterable
from uuid import UUID

from django.db import models

from alongside.audit import trail
from alongside.audit.trail import Line
from alongside.common.clock import now
from alongside.common.inserts import Packed


class Ready:
    """Rows kind by kind and lines in order. `store` them in one transaction, once.

    Kinds are stored in the order in which they first came, so those that others point to
    come first. The lines are signed in the transaction, where the end of the chain is known.
    """

    def __init__(self, *, by, organization_id: UUID):
        self.by, self.organization_id, self.at = by, organization_id, now()
        self.kinds: dict[type[models.Model], Packed] = {}
        self.desk = trail.Desk(by=by, organization_id=organization_id, at=self.at)
        self.lines: list[bytes] = []

    def add(self, rows: Iterable[models.Model]) -> None:
        """Rows of one kind, some hundreds at a time."""
        rows = list(rows)
        if rows:
            kind = type(rows[0])
            self.kinds.setdefault(kind, Packed(kind)).add(rows)

    def tell(self, lines: Iterable[Line]) -> None:
        self.lines.append(pickle.dumps([self.desk.ready(line) for line in lines]))

    def store_rows(self) -> None:
        for packed in self.kinds.values():
            packed.store()

    def store_lines(self) -> None:
        """Append the lines to the chain; from here on others wait for its end."""
        pieces = (pickle.loads(piece) for piece in self.lines)  # noqa: S301 - packed above
        trail.append(pieces, organization_id=self.organization_id)
