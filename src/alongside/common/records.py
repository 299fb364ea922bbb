"""What every stored row has."""

from collections.abc import Collection
from typing import Any, Self

from django.db import models
from django.db.models.base import ModelState

from alongside.common.clock import now
from alongside.common.ids import new_id


class Record(models.Model):
    """A row with an id made where the row was made, and the moment it was stored."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def from_db(
        cls, db: str | None, field_names: Collection[str], values: Collection[Any], **wishes: Any
    ) -> Self:
        """A list reads hundreds of rows: their values are set at once, not one after the other.

        Django would call signals for each row, which nobody here hears. A row that is read
        in part, or in a way that we do not know, is left to it.
        """
        if wishes or len(values) != len(cls._meta.concrete_fields):
            return super().from_db(db, field_names, values, **wishes)
        row = cls.__new__(cls)
        row._state = ModelState()
        row._state.adding, row._state.db = False, db
        row.__dict__.update(zip(field_names, values, strict=True))
        return row


class EndedQuerySet(models.QuerySet):
    """For rows that end by a moment in `ended_at`, and stay readable."""

    def live(self):
        return self.filter(ended_at__isnull=True)


def where_set(name: str) -> models.Index:
    """An index of the rows in which this mostly empty key is set."""
    is_set = models.Q(**{f"{name}__isnull": False})
    return models.Index(fields=[name], condition=is_set, name=f"%(class)s_by_{name}")
