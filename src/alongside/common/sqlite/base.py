"""Django's SQLite backend, in which writers wait for each other in the order they came."""

from functools import lru_cache
from pathlib import Path

from django.db.backends.sqlite3.base import DatabaseWrapper as Plain
from django.db.backends.sqlite3.base import SQLiteCursorWrapper
from django.db.utils import OperationalError

from alongside.common.sqlite.line import Line, Place, TooLong, line_before

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLAC")
SQLITE_WAITS = 5.0  # seconds, where the settings name no timeout


class DatabaseWrapper(Plain):
    """Takes a place in line before BEGIN, and leaves it with the transaction."""

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

    def _in_turn(self, run, query, params):
        alone = query.lstrip()[:6].upper() in WRITES and not self.connection.in_transaction
        if not alone:
            return run(query, params)
        self.wrapper.wait_in_line()
        try:
            return run(query, params)
        finally:
            self.wrapper.leave_line()
