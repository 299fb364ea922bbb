"""Is a database whole, is its trail, and does the present master key open it?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from alongside.audit import verify
from alongside.common.sealing import checks, keyring
from alongside.jobs.errors import Failed

SAMPLE = 20


@contextmanager
def looking_at(file: Path):
    """Inside, the database of this process is the SQLite file `file`."""
    kept = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(file)
    keyring.forget()
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = kept
        keyring.forget()


def integrity() -> None:
    """Fails if SQLite finds its file damaged, or a row that points to nothing."""
    damaged = Failed("The file is damaged: SQLite cannot read all of it.")
    try:
        with connection.cursor() as cursor:
            answers = cursor.execute("PRAGMA integrity_check").fetchall()
            orphans = cursor.execute("PRAGMA foreign_key_check").fetchall()
    except DatabaseError:
        raise damaged from None
    if answers != [("ok",)] or orphans:
        raise damaged


def not_from_the_future() -> None:
    """Fails if the tables were changed by a newer version of Alongside than this one."""
    loader = MigrationExecutor(connection).loader
    ours = {config.label for config in apps.get_app_configs()}
    known = loader.disk_migrations
    if any(app in ours and (app, name) not in known for app, name in loader.applied_migrations):
        raise Failed("The backup was made by a newer version of Alongside. Update this one first.")


def faults() -> Iterator[str]:
    """What is wrong with keys, sealed words and trail, in plain words; nothing if all is well."""
    unfit = [unfit_key(master) for master in checks.keys_that_do_not_open()]
    if unfit:
        yield from unfit
        return
    yield from (f"{where}: {why}" for where, why in checks.values_that_do_not_open(SAMPLE))
    for fault in verify.faults():
        yield f"trail of {fault.organization_id}, line {fault.number}: {fault.what}"


def unfit_key(master: str) -> str:
    return (
        f"The master key in use does not fit: this data was sealed under the one named "
        f"{master!r}. Put that line back into the master key file."
    )
