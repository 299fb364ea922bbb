"""Words typed into any form are found in no file: database, log of writes, backup, logs."""

import subprocess
import sys

import pytest

from tests.canary_walk import CANARY
from tests.jobs.programs import alongside, environment

#: Some of the fields that must hold what was typed, so that this looks for what is there.
SURELY = {
    "people.Recoveree.called",
    "people.Way.address",
    "people.Ally.name",
    "people.WishedWord.word",
    "people.Statement.words",
    "people.OwnWord.words",
    "people.Death.words",
    "people.HandOver.urgent",
    "people.Pause.reason",
    "people.Appeal.words",
    "team.CoachPage.hello",
}


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    data = tmp_path_factory.mktemp("canaries")
    told = environment(data, ALONGSIDE_DEMO="1", PYTHONPATH="src:.")
    words = [sys.executable, "-m", "tests.canary_walk"]
    answer = subprocess.run(words, env=told, capture_output=True, check=True)
    alongside("backup", data / "backup", data=data, ALONGSIDE_DEMO="1")
    (data / "log").write_bytes(answer.stdout + answer.stderr)
    return data


def test_the_forms_were_filled(walked):
    assert SURELY - set((walked / "stored").read_text().split("\n")) == set()
    assert len((walked / "pages").read_text().split("\n")) >= 15


def test_the_words_are_in_no_file(walked):
    files = [file for file in walked.rglob("*") if file.is_file()]
    assert {"alongside.sqlite3", "backup", "log", "sessions"} <= {file.name for file in files}
    assert [file.name for file in files if CANARY.encode() in file.read_bytes()] == []
