"""Words typed into any form are found in no file: database, log of writes, backup, logs."""

import subprocess
import sys

import pytest

from tests.canary_walk import CANARY
from tests.jobs.programs import alongside, environment
from tests.migrated import copy_to

#: Sealed, and no words: nobody types a key.
NO_WORDS = {"exchange.Recognition.key", "learning.SigningKey.private"}


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    data = copy_to(tmp_path_factory.mktemp("canaries"))
    told = environment(data, ALONGSIDE_DEMO="1", PYTHONPATH="src:.")
    words = [sys.executable, "-m", "tests.canary_walk"]
    answer = subprocess.run(words, env=told, capture_output=True, check=True)
    alongside("backup", data / "backup", data=data, ALONGSIDE_DEMO="1")
    (data / "log").write_bytes(answer.stdout + answer.stderr)
    return data


def lines(file) -> set[str]:
    return set(file.read_text().split("\n"))


def test_the_words_reached_every_sealed_field_there_is(walked):
    """Else it would look for words that are nowhere."""
    missed = lines(walked / "sealed") - lines(walked / "stored") - NO_WORDS
    assert missed == set()
    assert len(lines(walked / "pages")) > 35


def test_the_words_are_in_no_file(walked):
    files = [file for file in walked.rglob("*") if file.is_file()]
    assert {"alongside.sqlite3", "backup", "log", "sessions"} <= {file.name for file in files}
    told = [file.name for file in files if CANARY.encode().lower() in file.read_bytes().lower()]
    assert told == []
