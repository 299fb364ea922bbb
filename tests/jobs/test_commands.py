"""The command line as somebody meets it: words, refusals and exit codes."""

import os
import subprocess
import sys

import pytest

ENTRY = [sys.executable, "-c", "from alongside.jobs.commands import main; main()"]


def alongside(*words, data=None, input=None, **settings):
    """Run the real program in an environment of its own."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": "src",
        **({"ALONGSIDE_DATA": str(data)} if data else {}),
        **settings,
    }
    return subprocess.run(
        [*ENTRY, *words], env=environment, input=input, capture_output=True, text=True, check=False
    )


def test_help_needs_no_settings():
    answer = alongside("--help")
    assert (answer.returncode, answer.stderr) == (0, "")


def test_a_master_key_is_made_without_any_settings():
    answer = alongside("keys", "new", "--name", "2027")
    assert (answer.returncode, answer.stdout[:5], answer.stderr) == (0, "2027:", "")


def test_two_secrets_are_never_the_same():
    assert (
        alongside("keys", "new", "--secret").stdout != alongside("keys", "new", "--secret").stdout
    )


@pytest.mark.parametrize("words", [["walk"], ["run", "--port", "no"], ["link"]])
def test_wrong_usage_is_exit_code_two(words):
    assert alongside(*words).returncode == 2


def test_missing_secrets_are_a_plain_sentence(tmp_path):
    answer = alongside("setup", "--organization=A", "--program=B", "--name=C", "--email=d@e.org")
    assert answer.returncode == 2
    assert answer.stderr.splitlines() == [
        "ALONGSIDE_SECRET_KEY is missing. Make one with `alongside keys new --secret > FILE`, "
        "keep that file safe and apart from the database, and set ALONGSIDE_SECRET_KEY_FILE=FILE."
    ]
