"""Storing a row once, however often it is sent."""

from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, models, transaction

from alongside.audit import trail
from alongside.common.errors import NotAllowed, already_used
from alongside.people.models import AboutPerson

Row = TypeVar("Row", bound=AboutPerson)


@transaction.atomic
def add_once(row: Row, *, verb: str, id: UUID | None = None) -> Row:
    """Store a new row with its trail line, or find it when the same was sent before.

    An id that already holds something else is refused, so that nothing typed is
    taken for stored when it is not.
    """
    if id:
        row.id = id
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return _stored_before(row)
    trail.record(verb, row, by=row.by)
    return row


def _stored_before(row: Row) -> Row:
    stored = type(row)._default_manager.filter(pk=row.pk).first()
    if stored is None or not is_same(stored, row):
        raise NotAllowed(already_used())
    return stored


def is_same(stored: models.Model, row: models.Model) -> bool:
    """Whether two rows tell the same, apart from the moments they were made."""
    told = [
        field.attname
        for field in row._meta.concrete_fields
        if not isinstance(field, models.DateTimeField)
    ]
    return all(getattr(stored, name) == getattr(row, name) for name in told)
