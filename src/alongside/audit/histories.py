"""Rows that were made elsewhere (an archive, the made-up program), stored as they are."""

from collections.abc import Iterable

from django.db import models, transaction

from alongside.audit import trail


@transaction.atomic
def bring_in(rows: Iterable[models.Model], *, verb: str, by, organization_id) -> int:
    """Store rows kind by kind, in the order in which kinds first appear, with a line each."""
    kinds: dict[type[models.Model], list] = {}
    for row in rows:
        kinds.setdefault(type(row), []).append(row)
    for kind, same in kinds.items():
        kind._default_manager.bulk_create(same, batch_size=500)
        lines = [trail.line_for(verb, row) for row in same]
        trail.write(lines, by=by, organization_id=organization_id)
    return sum(map(len, kinds.values()))
