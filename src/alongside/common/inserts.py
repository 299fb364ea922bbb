"""Rows made ready for storing beforehand, so that the transaction that stores them is short.

Sealing a row and turning it into what the database takes is nine tenths of the work of
storing it, and needs no lock. Rows that wait are kept packed: they are sealed already.
"""

import pickle
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

Values = tuple[Any, ...]


def columns_of(model: type[models.Model]) -> list[models.Field]:
    """The columns that an insert names: all but a number that the database gives."""
    return [f for f in model._meta.concrete_fields if not isinstance(f, models.AutoField)]


def values_of(row: models.Model, columns: Sequence[models.Field]) -> Values:
    """What the database stores for this row, sealed fields sealed."""
    return tuple(_value(column, row) for column in columns)


def _value(column: models.Field, row: models.Model):
    value = column.pre_save(row, True)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    return column.get_db_prep_save(value, connection)


def insert(model: type[models.Model], rows: Iterable[Values]) -> None:
    """Store rows of values, one statement for all of them."""
    quote = connection.ops.quote_name
    names = [quote(column.column) for column in columns_of(model)]
    places = ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(names)}) VALUES ({places})",
            list(rows),
        )


class Packed:
    """Rows of values of one table, in pieces of some hundreds."""

    def __init__(self, model: type[models.Model]):
        self.model, self.columns = model, columns_of(model)
        self.pieces: list[bytes] = []

    def add(self, rows: Iterable[models.Model]) -> None:
        self.pieces.append(pickle.dumps([values_of(row, self.columns) for row in rows]))

    def opened(self) -> Iterable[list[Values]]:
        return map(pickle.loads, self.pieces)

    def store(self) -> None:
        for rows in self.opened():
            insert(self.model, rows)
