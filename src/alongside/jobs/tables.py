"""The tables of the database: are they there, are they current."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def waiting() -> list[str]:
    """The names of migrations that have not been applied."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _ in plan]


def migrate() -> bool:
    """Apply what waits. Says whether there was anything."""
    if not waiting():
        return False
    call_command("migrate", verbosity=0, interactive=False)
    return True


def drop_all() -> None:
    """Throw away every table with all that is in it."""
    quote = connection.ops.quote_name
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT current_schema()")
            schema = quote(cursor.fetchone()[0])
            cursor.execute(f"DROP SCHEMA {schema} CASCADE; CREATE SCHEMA {schema}")
            return
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE {quote(name)}")
