"""Queries that are put together and compiled once, and asked many times.

What a reader may see is a nest of conditions. Django builds such a query object by object
and turns it into SQL anew at every asking, which takes ten times as long as the database
takes to answer. Here the SQL is kept, and nothing else: rows are read each time.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial, wraps
from itertools import count
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import (
    DateTimeField,
    Expression,
    Field,
    QuerySet,
    TextField,
    UUIDField,
    prefetch_related_objects,
)

#: How many queries of one kind are kept: one for each reader, say, and each page of a list.
MOST = 500


class Ids(tuple[UUID, ...]):
    """Some ids, for `…__in=`: the SQL is the same however many there are, and whichever."""

    @cached_property
    def as_json(self) -> str:
        """As SQLite stores them, written once for all queries of a page that ask for these."""
        return json.dumps([one.hex for one in self])


@dataclass(frozen=True)
class One:
    """An id, a moment or a word, for `…=` or `…__lt=`: the SQL is the same whichever it is."""

    value: UUID | datetime | str


class _Blank(Expression):
    """The place of an argument in a compiled query: one parameter, filled in at each asking."""

    def __init__(self, argument: int, output_field: Field):
        super().__init__(output_field=output_field)
        self.argument = argument

    def as_sql(self, compiler, connection):
        return "%s", (self,)

    def filled(self, arguments: tuple, connection) -> Any:
        return self.output_field.get_db_prep_value(arguments[self.argument].value, connection)


class _BlankIds(_Blank):
    """Some ids, as one parameter however many there are."""

    def as_sql(self, compiler, connection):
        return "(SELECT unnest(%s::uuid[]))", (self,)

    def as_sqlite(self, compiler, connection):
        return "(SELECT value FROM json_each(%s))", (self,)

    def filled(self, arguments: tuple, connection) -> Any:
        ids = arguments[self.argument]
        return ids.as_json if connection.vendor == "sqlite" else list(ids)


def compiled_once(build: Callable[..., QuerySet]) -> Callable[..., list]:
    """Makes of a function that gives a queryset one that gives its rows as a list.

    The SQL is kept for each set of arguments, so the query must hang on them alone: not on
    the clock, and on nothing that was read before. Arguments of the kinds `Ids` and `One`
    are left blank in it; where an `Ids` is empty, nothing is asked and nothing found.
    """
    kept: dict[tuple, _Compiled] = {}

    @wraps(build)
    def ask(*arguments) -> list:
        if any(isinstance(one, Ids) and not one for one in arguments):
            return []
        key = tuple(map(_kind, arguments))
        compiled = kept.get(key)
        if compiled is None:
            if len(kept) >= MOST:
                kept.clear()
            compiled = kept[key] = _Compiled(build(*map(_blank, count(), arguments)))
        return compiled.rows(arguments)

    return ask


def _kind(argument):
    """What the SQL hangs on: an argument that is left blank counts by its type alone."""
    match argument:
        case Ids():
            return Ids
        case One():
            return type(argument.value)
    return argument


def _blank(at: int, argument):
    match argument:
        case Ids():
            return _BlankIds(at, UUIDField())
        case One(datetime()):
            return _Blank(at, DateTimeField())
        case One(str()):
            return _Blank(at, TextField())
        case One():
            return _Blank(at, UUIDField())
    return argument


class _Compiled:
    """One queryset with its SQL. Threads share it, and each asks over its own connection."""

    def __init__(self, queryset: QuerySet):
        self.queryset: Any = queryset
        self.compiler: Any = queryset.query.get_compiler(queryset.db)
        try:
            self.sql, self.parameters = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql = ""
            return
        self.width = self.compiler.col_count
        columns = [column for column, *_ in self.compiler.select[: self.width]]
        self.converters = self.compiler.get_converters(columns).items()

    def rows(self, arguments: tuple) -> list:
        if not self.sql:
            return []
        rows = list(self.queryset._iterable_class(_Asked(self, arguments)))
        prefetch_related_objects(rows, *self.queryset._prefetch_related_lookups)
        return rows

    def found(self, arguments: tuple) -> Iterable[tuple]:
        """What the database answers, as Python has it. Column by column: a call less each."""
        connection = connections[self.queryset.db]
        filled = [
            one.filled(arguments, connection) if isinstance(one, _Blank) else one
            for one in self.parameters
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, filled)
            columns = list(zip(*cursor.fetchall(), strict=True))[: self.width]
        for at, (converters, expression) in self.converters if columns else ():
            for convert in converters:
                columns[at] = [convert(value, expression, connection) for value in columns[at]]
        return zip(*columns, strict=True)


class _Asked:
    """What Django's iterables want of a queryset, its query and its compiler: one asking.

    Without the copies that these make of each other, and without compiling.
    """

    def __init__(self, compiled: _Compiled, arguments: tuple):
        queryset, compiler = compiled.queryset, compiled.compiler
        self.model, self.db, self._fields = queryset.model, queryset.db, queryset._fields
        self.select, self.klass_info = compiler.select, compiler.klass_info
        self.annotation_col_map = compiler.annotation_col_map
        self._known_related_objects: dict = {}
        self.query, self.found = self, partial(compiled.found, arguments)

    def get_compiler(self, using):
        return self

    def execute_sql(self, **_):
        return self.found()

    def results_iter(self, results=None, **_):
        return self.found() if results is None else results
