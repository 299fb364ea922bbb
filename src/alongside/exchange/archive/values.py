"""A row as plain JSON and back, sealed fields opened and sealed anew."""

import base64
import json
from datetime import date, datetime
from uuid import UUID

from django.db import models

from alongside.common.fields import SealedBytes, SealedDate, SealedField
from alongside.exchange.archive.tables import SECRET


def line_of(row: models.Model) -> bytes:
    """One row as one line, always the same for the same row."""
    told = {
        field.attname: _plain(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if f"{row._meta.label_lower}.{field.name}" not in SECRET
    }
    return as_line({"table": row._meta.label_lower, "row": told})


def as_line(thing: dict) -> bytes:
    text = json.dumps(thing, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n"


def _plain(value):
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return base64.b64encode(bytes(value)).decode()
    return value


def row_from(model: type[models.Model], told: dict) -> models.Model:
    """A row, not stored yet. Raises ValueError or KeyError where it does not fit."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    values = {name: _read(fields[name], value) for name, value in told.items()}
    return model(**values)


def _read(field: models.Field, value):
    if value is None:
        return None
    if isinstance(field, (SealedBytes, models.BinaryField)):
        return base64.b64decode(value, validate=True)
    if isinstance(field, SealedDate):
        return date.fromisoformat(value)
    if isinstance(field, SealedField):
        return str(value)
    return field.to_python(value) if not field.is_relation else field.target_field.to_python(value)
