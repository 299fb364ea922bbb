"""What a function of the program stored, kept so that each test has it anew at once.

The house of `conftest.py` takes some sixty acts of the program, each with its line in the
trail. Done once for each worker they give the same rows as done once for each test: same
values, same seals, same triggers in the way. Only what built them is not run again.
"""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from alongside.common.clock import today

Rows = list[tuple]


@dataclass(frozen=True)
class Standing:
    """build: what made it. day: when. rows: what that stored, by table. thing: what it gave,
    and the keys that wait for the commit, packed."""

    build: Callable
    day: date
    rows: dict[str, Rows]
    thing: bytes

    @classmethod
    def of(cls, build: Callable) -> "Standing":
        """Build it here, in a transaction that nobody has written to yet."""
        before = _rows()
        thing = build()
        waiting = [call for _, call, *_ in connection.run_on_commit]
        added = {table: _new(rows, before[table]) for table, rows in _rows().items()}
        stored = {table: rows for table, rows in added.items() if rows}
        return cls(build, today(), stored, pickle.dumps((thing, waiting)))

    def put_up(self):
        """The same rows again. On another day (midnight, a test's own clock) it is built anew."""
        if today() != self.day:
            return self.build()
        thing, waiting = pickle.loads(self.thing)
        with transaction.atomic(), connection.cursor() as cursor:
            for table, rows in self.rows.items():
                cursor.execute(_insert(table, rows), [value for row in rows for value in row])
            for call in waiting:
                transaction.on_commit(call)
        return thing


def _rows() -> dict[str, Rows]:
    with connection.cursor() as cursor:
        return {
            table: _all(cursor, table) for table in connection.introspection.table_names(cursor)
        }


def _new(rows: Rows, before: Rows) -> Rows:
    return [row for row in rows if row not in before]


def _all(cursor, table: str) -> Rows:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    return cursor.fetchall()


def _insert(table: str, rows: Rows) -> str:
    """All of them at once: a server that is asked thirty times for each test takes its time."""
    row = f"({', '.join(['%s'] * len(rows[0]))})"
    into = connection.ops.quote_name(table)
    return f"INSERT INTO {into} VALUES {', '.join([row] * len(rows))}"
