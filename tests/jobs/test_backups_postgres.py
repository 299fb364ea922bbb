"""Backup, wipe, restore with PostgreSQL's own tools, on a database of its own."""

import os
from uuid import uuid4

import pytest
from django.db import connection

from tests.jobs.programs import alongside
from tests.migrated import address_of, create_as_a_copy

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="this is about PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]

MANAGER = "max@demo.example.org"


def ask(words) -> None:
    with connection.cursor() as cursor:
        cursor.execute(words)


@pytest.fixture
def name():
    """A new database with every table; gone afterwards."""
    name = f"backup_{uuid4().hex[:8]}"
    create_as_a_copy(name)
    yield name
    ask(f"DROP DATABASE {name}")


@pytest.fixture
def run(name, tmp_path):
    told = {"ALONGSIDE_DEMO": "1", "DATABASE_URL": address_of(name), "HOME": os.environ["HOME"]}

    def command(*words) -> str:
        answer = alongside(*words, data=tmp_path / "data", **told)
        return answer.stdout if answer.returncode == 0 else f"no: {answer.stderr}"

    return command


def everyone(run, file) -> bytes:
    """The list of people, which opens only with their keys."""
    assert run("export", file, "--by", MANAGER).startswith(str(file))
    return file.read_bytes()


def test_a_damaged_backup_changes_nothing_and_a_whole_one_brings_all_back(run, name, tmp_path):
    run("demo")
    before, monday = everyone(run, tmp_path / "before.csv"), tmp_path / "monday"
    assert run("backup", monday).startswith(str(monday))
    (tmp_path / "cut").write_bytes(monday.read_bytes()[:200_000])
    assert run("restore", tmp_path / "cut", "--replace").startswith("no: ")
    assert everyone(run, tmp_path / "same.csv") == before
    ask(f"DROP DATABASE {name}")
    ask(f"CREATE DATABASE {name}")
    assert run("restore", monday).startswith(f"{monday} is back in place.")
    assert everyone(run, tmp_path / "after.csv") == before
    assert not run("trail", "verify").startswith("no: ")
