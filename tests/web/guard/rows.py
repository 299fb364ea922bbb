"""What one request changed in the database, opened, and told without what is new each time."""

from datetime import date, datetime, timedelta
from functools import cache
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import BinaryField

from alongside.common.clock import now
from alongside.common.fields import SealedField

#: Held by keys, counters and sessions: new each time, and no record.
LEFT_OUT = {"common_key", "audit_head", "django_session"}
#: The end of a chain; a password nobody has; a file's print (a PDF has an id of its own).
NEW_EACH_TIME = {
    *("audit.Entry.number", "team.Account.password", "consent.Disclosure.content_sha256"),
    *("learning.Participant.key_hash", "learning.Certificate.badge"),
    *("learning.SigningKey.kid", "learning.SigningKey.public", "learning.SigningKey.private"),
}
MODELS = {
    model._meta.db_table: model
    for model in apps.get_models(include_auto_created=True)
    if model._meta.db_table not in LEFT_OUT
}


def snapshot() -> dict:
    """Every row as it lies in the database, written out: {table: {key: row}}."""
    rows = {table: {} for table in MODELS}
    with connection.cursor() as cursor:
        cursor.execute(_every_row(connection.vendor))
        for table, key, row in cursor.fetchall():
            rows[table][key] = row
    return rows


@cache
def _every_row(vendor: str) -> str:
    """One question for all tables: (table, key, its row written out)."""
    written = _row_of_postgresql if vendor == "postgresql" else _row_of_sqlite
    return " UNION ALL ".join(
        f"SELECT '{table}', CAST({_quoted(model._meta.pk)} AS TEXT), {written(table, model)}"
        f" FROM {table}"
        for table, model in MODELS.items()
    )


def _row_of_postgresql(table: str, model) -> str:
    return f"{table}::text"


def _row_of_sqlite(table: str, model) -> str:
    return " || ',' || ".join(f"quote({_quoted(field)})" for field in model._meta.concrete_fields)


def _quoted(field) -> str:
    return connection.ops.quote_name(field.column)


def changed_rows(before: dict, after: dict) -> dict:
    """{table: keys} of rows that are new, gone or not what they were."""
    return {
        table: keys
        for table in after
        if (
            keys := {
                key
                for key in {*before[table], *after[table]}
                if before[table].get(key) != after[table].get(key)
            }
        )
    }


def told(before: dict, after: dict, sent_id: str = "") -> list[str]:
    """The change in words: which tables, new or changed or gone, and every value in it."""
    found, names = [], {UUID(sent_id): "the id sent"} if sent_id else {}
    changed = changed_rows(before, after)
    for table, keys in changed.items():
        pk = MODELS[table]._meta.pk
        names |= {pk.to_python(k): f"new {table}" for k in keys - set(before[table])} | names
    for table, keys in changed.items():
        model = MODELS[table]
        here = model._base_manager.in_bulk(list(map(model._meta.pk.to_python, keys)))
        for row in here.values():
            values = {field.name: _value(field, row, names) for field in _fields(model)}
            found.append(f"{table} {values}")
        found += [f"{table} gone" for _ in range(len(keys) - len(here))]
    return sorted(found)


def _fields(model):
    return [field for field in model._meta.concrete_fields if str(field) not in NEW_EACH_TIME]


def _value(field, row, names):
    value = getattr(row, field.attname)
    if isinstance(field, BinaryField) and not isinstance(field, SealedField):
        return "bytes"
    if isinstance(value, datetime):
        return "now" if abs(value - now()) < timedelta(hours=2) else str(value)
    if isinstance(value, date):
        return str(value)
    return str(names.get(value, value)) if isinstance(value, (UUID, int)) else value
