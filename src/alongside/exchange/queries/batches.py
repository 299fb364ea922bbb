"""The imports of a program, and what a preview shows."""

import json
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from alongside.exchange.models import Batch
from alongside.exchange.planning.rows import Outcome, Planned
from alongside.team.queries import programs_for
from alongside.team.roles import May

_HEAVY = ("file", "plan", "refused", "mapping")


def batches_for(reader):
    """The imports of the programs in which this reader may import, newest first."""
    programs = programs_for(reader, May.IMPORT)
    return (
        Batch.objects.filter(program__in=programs)
        .select_related("program__organization", "by")
        .defer(*_HEAVY)
        .order_by("-created_at")
    )


def unfinished_for(reader, program):
    """Imports that somebody began and has not confirmed."""
    ended = [Batch.Step.DONE, Batch.Step.UNDONE]
    return batches_for(reader).filter(program=program).exclude(step__in=ended)


@dataclass(frozen=True)
class Shown:
    """One row of a preview."""

    number: int
    outcome: str
    why: str
    what: str
    detail: str


def pack_plan(planned: list[Planned]) -> bytes:
    rows = [[p.number, p.outcome, p.why, p.what, p.detail] for p in planned]
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 3)


def preview_of(batch: Batch, outcome: str = "") -> list[Shown]:
    """The rows that the preview shows (of one outcome), in the order of the sheet."""
    if not batch.plan:
        return []
    rows = (Shown(*row) for row in json.loads(zlib.decompress(batch.plan)))
    wanted = {outcome} if outcome in set(Outcome) else set(Outcome)
    return [row for row in rows if row.outcome in wanted]


def reasons_in(rows: Iterable[Shown]) -> list[tuple[str, int]]:
    """What is said of rows and of how many of them, the commonest first."""
    return Counter(row.why for row in rows).most_common()
