"""Thousands of rows in short transactions: made ready beforehand, removed at once.

Sealing a row and turning it into what the database takes is nine tenths of the work of
storing it, and needs no lock. Rows that wait are kept packed: they are sealed already.
"""

import pickle
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models

Values = tuple[Any, ...]
REMEMBERED = 4096  # ids and words that come again and again in one column


class Table:
    """How rows of one table become what the database takes, and how that is stored."""

    def __init__(self, model: type[models.Model]):
        fields = model._meta.concrete_fields
        self.model = model
        #: All columns but a number that the database gives.
        self.columns = [f for f in fields if not isinstance(f, models.AutoField)]
        self.adapters = [_adapter(column) for column in self.columns]

    def values_of(self, row: models.Model) -> Values:
        """What the database stores for this row, sealed fields sealed."""
        pairs = zip(self.columns, self.adapters, strict=True)
        return tuple(adapt(column.pre_save(row, add=True)) for column, adapt in pairs)

    def values(self, told: dict[str, Any]) -> Values:
        """The same from what a row would hold by column, without making the row."""
        pairs = zip(self.columns, self.adapters, strict=True)
        return tuple(adapt(told[column.attname]) for column, adapt in pairs)

    def insert(self, rows: Iterable[Values]) -> None:
        """Store rows of values, one statement for all of them."""
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.executemany(self.sql, list(rows))

    @cached_property
    def sql(self) -> str:
        quote = connections[DEFAULT_DB_ALIAS].ops.quote_name
        names = [quote(str(column.column)) for column in self.columns]
        places = ", ".join(["%s"] * len(names))
        table = quote(self.model._meta.db_table)
        return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"  # noqa: S608 - names


#: What is needed to store rows of a model, put together once.
table_of = cache(Table)


class Made:
    """New rows of one model, ready and sealed; stored later, with the lock, at once.

    What `bulk_create` does, without compiling anything anew.
    """

    def __init__(self, rows: Sequence[models.Model]):
        self.rows, self.table = rows, table_of(type(rows[0]))
        self.values = [self.table.values_of(row) for row in rows]

    def store(self) -> None:
        self.table.insert(self.values)
        for row in self.rows:
            row._state.adding = False


def _adapter(column: models.Field) -> Callable[[Any], Any]:
    connection = connections[DEFAULT_DB_ALIAS]

    @lru_cache(REMEMBERED)
    def adapted(value):
        return column.get_db_prep_save(value, connection)

    def adapt(value):
        return bytes(value) if isinstance(value, (bytes, memoryview)) else adapted(value)

    return adapt


def remove(rows: models.QuerySet) -> None:
    """Delete rows in one statement, without looking what hangs on them: the database does."""
    rows.order_by()._raw_delete(DEFAULT_DB_ALIAS)


class Packed:
    """Rows of values of one table, in pieces of some hundreds."""

    def __init__(self, model: type[models.Model]):
        self.table = Table(model)
        self.pieces: list[bytes] = []

    def add(self, rows: Iterable[models.Model]) -> None:
        self.pieces.append(pickle.dumps([self.table.values_of(row) for row in rows]))

    def store(self) -> None:
        for piece in self.pieces:
            self.table.insert(pickle.loads(piece))  # noqa: S301 - packed by ourselves, in memory
