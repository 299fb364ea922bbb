"""Triggers with which the database itself refuses what no program should do.

They hold for every client of the database, `psql` and `sqlite3` among them. Whoever owns
the database can still drop them: they are a guard rail, and the chain of the trail is
what tells of a breach (`docs/security.md`).
"""

from dataclasses import dataclass

from django.db import migrations

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{why}' USING ERRCODE = 'restrict_violation'; END $$
"""


@dataclass(frozen=True)
class Refusal:
    """Acts (UPDATE, DELETE, TRUNCATE) that a table refuses, with the reason in plain words."""

    table: str
    acts: tuple[str, ...]
    why: str

    def put(self, cursor, vendor: str) -> None:
        for statement in self._statements(vendor):
            cursor.execute(statement)

    def lift(self, cursor, vendor: str) -> None:
        for act in self._acts(vendor):
            on = f" ON {self.table}" if vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {self._name(act)}{on}")

    def _acts(self, vendor: str):
        """SQLite has no TRUNCATE: what empties a table there is a DELETE."""
        return [act for act in self.acts if vendor == "postgresql" or act != "TRUNCATE"]

    def _name(self, act: str) -> str:
        return f"{self.table}_refuses_{act.lower()}"

    def _statements(self, vendor: str):
        if vendor == "postgresql":
            function = f"{self.table}_refuses"
            yield _POSTGRES_FUNCTION.format(name=function, why=self.why)
            for act in self._acts(vendor):
                each = "STATEMENT" if act == "TRUNCATE" else "ROW"
                yield (
                    f"CREATE TRIGGER {self._name(act)} BEFORE {act} ON {self.table} "
                    f"FOR EACH {each} EXECUTE FUNCTION {function}()"
                )
                yield f"ALTER TABLE {self.table} ENABLE ALWAYS TRIGGER {self._name(act)}"
        else:
            for act in self._acts(vendor):
                yield (
                    f"CREATE TRIGGER {self._name(act)} BEFORE {act} ON {self.table} "
                    f"BEGIN SELECT RAISE(ABORT, '{self.why}'); END"
                )

    def migration(self) -> migrations.RunPython:
        """The operation that puts the triggers there, for a migration."""

        def put(apps, schema_editor):
            with schema_editor.connection.cursor() as cursor:
                self.put(cursor, schema_editor.connection.vendor)

        def lift(apps, schema_editor):
            with schema_editor.connection.cursor() as cursor:
                self.lift(cursor, schema_editor.connection.vendor)

        return migrations.RunPython(put, lift)
