"""Backup, wipe, restore: everything is there again, or all stays as it was."""

import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.jobs.programs import alongside, from_nothing


@pytest.fixture
def data(made_up, tmp_path):
    return shutil.copytree(made_up, tmp_path / "data")


@pytest.fixture
def monday(backed_up, tmp_path):
    """A backup of what lies in `data`."""
    return Path(shutil.copy(backed_up, tmp_path / "monday"))


def run(*words, data):
    return alongside(*words, data=data, ALONGSIDE_DEMO="1")


def database(data):
    return data / "alongside.sqlite3"


def rows(file) -> dict[str, list]:
    """Everything in a database but the trail, which also tells of backups."""
    with closing(sqlite3.connect(file)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = sorted(n for (n,) in names if not n.startswith(("audit_", "sqlite_")))
        return {t: sorted(connection.execute(f"SELECT * FROM {t}"), key=repr) for t in tables}


def test_wiped_and_restored_everything_is_there(data, tmp_path):
    before, file = rows(database(data)), tmp_path / "monday"
    assert from_nothing("backup", file, data=data, ALONGSIDE_DEMO="1").returncode == 0
    for part in data.glob("alongside.sqlite3*"):
        part.unlink()
    restored = from_nothing("restore", file, data=data, ALONGSIDE_DEMO="1")
    assert (restored.returncode, restored.stderr) == (0, "")
    assert rows(database(data)) == before
    assert run("trail", "verify", data=data).returncode == 0


def test_only_its_owner_can_read_a_backup_and_no_part_is_left(data, tmp_path):
    folder = tmp_path / "safe"
    folder.mkdir()
    run("backup", folder / "monday", data=data)
    assert [file.name for file in folder.iterdir()] == ["monday"]
    assert stat.S_IMODE((folder / "monday").stat().st_mode) == 0o600


def test_the_master_key_is_not_in_a_backup(data, monday):
    key = (data / "demo" / "alongside_master_key").read_text().strip().partition(":")[2]
    assert key.encode() not in monday.read_bytes()


def test_a_database_in_use_is_not_replaced_unasked(data, monday):
    before = database(data).read_bytes()
    assert run("restore", monday, data=data).returncode == 1
    assert database(data).read_bytes() == before


def test_what_is_replaced_is_kept_aside(data, monday):
    before = rows(database(data))
    assert run("restore", monday, "--replace", data=data).returncode == 0
    [aside] = data.glob("alongside.sqlite3.before-*")
    assert rows(aside) == before


@pytest.mark.parametrize("harm", ["cut", "scribble", "other"])
def test_a_damaged_file_leaves_everything_as_it_was(data, monday, harm):
    whole = monday.read_bytes()
    middle = len(whole) // 2
    scribbled = whole[:middle] + b"\xff" * 60_000 + whole[middle + 60_000 :]
    monday.write_bytes({"cut": whole[:middle], "scribble": scribbled, "other": b"PK"}[harm])
    before = {part.name: part.read_bytes() for part in data.glob("*.sqlite3*")}
    assert run("restore", monday, "--replace", data=data).returncode == 1
    assert {part.name: part.read_bytes() for part in data.glob("*.sqlite3*")} == before


def test_another_master_key_is_told_in_a_plain_sentence(data, monday):
    key = alongside("keys", "new", "--name=first").stdout
    (data / "demo" / "alongside_master_key").write_text(key)
    answer = run("restore", monday, "--replace", data=data)
    assert answer.returncode == 1
    assert "The master key in use does not fit" in answer.stderr


def test_a_changed_line_of_the_trail_is_found_and_not_restored(data, monday):
    with closing(sqlite3.connect(monday)) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE audit_entry SET verb = 'nothing' WHERE number = 7")
        connection.commit()
    answer = run("restore", monday, "--replace", data=data)
    assert (answer.returncode, "line 7: this line has been changed" in answer.stderr) == (1, True)
    assert run("restore", monday, "--replace", "--anyway", data=data).returncode == 0
    assert run("trail", "verify", data=data).returncode == 1


def test_nowhere_to_write_is_a_plain_sentence(data, tmp_path):
    answer = run("backup", tmp_path / "no" / "such" / "place", data=data)
    assert (answer.returncode, len(answer.stderr.splitlines())) == (1, 1)
