"""A database with every table and no row of a program's, made once for a whole run.

To migrate takes eight seconds. Each worker would do so, and each program of `tests/jobs`
that begins; so whoever comes first does it for all, and the others take a copy.
`pytest --create-db` migrates in each worker, as it did before.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.db import connection

#: One folder and one name for all workers of a run.
PLACE = Path(os.environ["ALONGSIDE_DATA"])
NAME = f"migrated_{os.environ.get('PYTEST_XDIST_TESTRUNUID', os.getpid())}"
MIGRATE = "from alongside.jobs.start import ready; ready('tables.migrate')()"


def copy_to(data: Path) -> Path:
    """A data folder in which a program may begin at once."""
    data.mkdir(exist_ok=True)
    file = data / "alongside.sqlite3"
    shutil.copyfile(_file(), file)
    file.chmod(0o600)
    return data


def begin_as_a_copy() -> None:
    """The database of this worker's tests begins as a copy, in ways that Django knows."""
    told = connection.settings_dict["TEST"]
    if connection.vendor == "sqlite":
        for log in ("-wal", "-shm"):  # of another run, if that was broken off
            Path(f"{told['NAME']}{log}").unlink(missing_ok=True)
        shutil.copyfile(_file(), told["NAME"])
    else:
        told["TEMPLATE"] = _template()


def create_as_a_copy(name: str) -> None:
    """A database beside the one that tests use, in which a program may begin at once."""
    template = _template()
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {template}")


def end_other_sessions() -> None:
    """PostgreSQL drops no database in which another session is still open."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


def throw_away() -> None:
    """A file goes with its folder; PostgreSQL has to be asked."""
    if connection.vendor == "postgresql":
        with _one_at_a_time(), connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {NAME}")


def _file() -> Path:
    file, begun = PLACE / NAME, PLACE / f"{NAME}.begun"
    with _one_at_a_time():
        if not file.exists():
            _migrate(f"sqlite:///{begun}")
            begun.rename(file)
    return file


def _template() -> str:
    with _one_at_a_time(), connection._nodb_cursor() as cursor:
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", [NAME])
        if not cursor.rowcount:
            cursor.execute(f"CREATE DATABASE {NAME}")
            _migrate(address_of(NAME))
    return NAME


def _migrate(address: str) -> None:
    told = {"DATABASE_URL": address, "PYTHONPATH": "src"}
    subprocess.run([sys.executable, "-c", MIGRATE], env=os.environ | told, check=True)


@contextmanager
def _one_at_a_time():
    with (PLACE / f"{NAME}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def address_of(name: str) -> str:
    """The DATABASE_URL of a database beside the one that tests use, in PostgreSQL."""
    at = connection.settings_dict
    word = f":{quote(at['PASSWORD'], safe='')}" if at["PASSWORD"] else ""
    port = f":{at['PORT']}" if at["PORT"] else ""
    return f"postgres://{at['USER']}{word}@{quote(at['HOST'], safe='')}{port}/{name}"
