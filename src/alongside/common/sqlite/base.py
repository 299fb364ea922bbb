"""Django's SQLite backend, in which writers wait for each other in the order they came."""

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from sqlite3 import register_converter
from uuid import UUID

from django.db.backends.sqlite3.base import FORMAT_QMARK_REGEX, SQLiteCursorWrapper
from django.db.backends.sqlite3.base import DatabaseWrapper as Plain
from django.db.backends.sqlite3.operations import DatabaseOperations
from django.db.utils import OperationalError
from django.utils.dateparse import parse_date, parse_datetime

from alongside.common.sqlite.line import Line, Place, TooLong, line_before

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLAC")
SQLITE_WAITS = 5.0  # seconds, where the settings name no timeout


def _kept(read):
    """The days and moments of a program come again and again: each is read once."""
    return lru_cache(maxsize=10_000)(lambda stored: read(stored.decode()))


register_converter("date", _kept(parse_date))
register_converter("datetime", _kept(parse_datetime))


class Operations(DatabaseOperations):
    """Ids and moments as they are read, hundreds of times a page: what Django does, in less."""

    def convert_uuidfield_value(self, value, expression, connection):
        return None if value is None else _id(value)

    def convert_datetimefield_value(self, value, expression, connection):
        if isinstance(value, str):  # of a subquery: SQLite does not say what it is
            value = _moment(value)
        if isinstance(value, datetime) and value.tzinfo is None:
            return value.replace(tzinfo=connection.timezone)
        return super().convert_datetimefield_value(value, expression, connection)


class DatabaseWrapper(Plain):
    """Takes a place in line before BEGIN, and leaves it with the transaction."""

    ops_class = Operations
    _line: Line | None = None
    _place: Place | None = None

    def _start_transaction_under_autocommit(self):
        self.wait_in_line()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self.leave_line()
            raise

    def _commit(self):
        super()._commit()
        self.leave_line()

    def _rollback(self):
        super()._rollback()
        self.leave_line()

    def _close(self):
        try:
            super()._close()
        finally:
            self.leave_line()

    def create_cursor(self, name=None):
        cursor = self.connection.cursor(factory=Cursor)
        cursor.wrapper = self
        return cursor

    def wait_in_line(self) -> None:
        """Raises OperationalError when it takes longer than the `timeout` of the settings."""
        seconds = self.settings_dict["OPTIONS"].get("timeout", SQLITE_WAITS)
        line = line_before(self._file())
        place = Place(abandon=self.connection.rollback)
        try:
            line.enter(place, timeout=seconds)
        except TooLong:
            raise OperationalError(
                f"The database was busy for {seconds} seconds: another write did not end."
            ) from None
        self._line, self._place = line, place

    def leave_line(self) -> None:
        line, place = self._line, self._place
        self._line = self._place = None
        if line is not None and place is not None:
            line.leave(place)

    def _file(self) -> str:
        name = str(self.settings_dict["NAME"])
        return name if self.is_in_memory_db() else _resolved(name)


@lru_cache(maxsize=1_000)
def _with_marks(query: str) -> str:
    """With places as SQLite marks them. Most queries are asked again and again."""
    return FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


@lru_cache(maxsize=10_000)
def _id(stored: str) -> UUID:
    """A page reads the same few ids from one table after the other."""
    return UUID(stored)


_moment = lru_cache(maxsize=10_000)(parse_datetime)


@lru_cache
def _resolved(name: str) -> str:
    """One name for one file; asked before every write, and the disk need not be."""
    return str(Path(name).resolve())


class Cursor(SQLiteCursorWrapper):
    """A single write outside of a transaction stands in line as well."""

    wrapper: DatabaseWrapper

    def execute(self, query, params=None):
        return self._in_turn(super().execute, query, params)

    def executemany(self, query, param_list):
        return self._in_turn(super().executemany, query, param_list)

    def convert_query(self, query, *, param_names=None):
        if param_names is None:
            return _with_marks(query)
        return super().convert_query(query, param_names=param_names)

    def _in_turn(self, run, query, params):
        alone = query.lstrip()[:6].upper() in WRITES and not self.connection.in_transaction
        if not alone:
            return run(query, params)
        self.wrapper.wait_in_line()
        try:
            return run(query, params)
        finally:
            self.wrapper.leave_line()
