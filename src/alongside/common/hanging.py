"""What hangs on a row: whether anything was stored since that points to it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models.fields.reverse_related import ForeignObjectRel

from alongside.common.chunks import chunks

CHUNK = 500


def built_on(model: type[models.Model], ids: Iterable[UUID], *, since: datetime) -> set[UUID]:
    """Those of these rows to which a row of any table points that was stored after `since`."""
    built: set[UUID] = set()
    keys = keys_to(model)
    for chunk in chunks(ids, CHUNK):
        for key in keys:
            rows = key.model._base_manager.filter(
                **{f"{key.name}__in": chunk, "created_at__gt": since}
            )
            built.update(rows.values_list(key.attname, flat=True))
    return built


def keys_to(model: type[models.Model]) -> list[models.ForeignObject]:
    """The foreign keys of all tables that point to this one."""
    return [
        rel.field
        for rel in model._meta.get_fields(include_hidden=True)
        if isinstance(rel, ForeignObjectRel) and not rel.many_to_many
    ]
