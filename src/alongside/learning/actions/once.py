"""Storing a new row under the id that its page carried."""

from typing import TypeVar

from django.db import IntegrityError, models, transaction

from alongside.common.errors import NotAllowed, already_used

Row = TypeVar("Row", bound=models.Model)


def store_new(row: Row) -> Row:
    """Store it. Raises NotAllowed where its id holds something else, so that nothing typed is
    taken for stored when it is not."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise NotAllowed(already_used()) from None
    return row
