"""The command line as somebody meets it: words, refusals and exit codes."""

import pytest

from tests.jobs.programs import alongside, from_nothing


def test_help_needs_no_settings():
    answer = from_nothing("--help")
    assert (answer.returncode, answer.stderr) == (0, "")


def test_a_master_key_is_made_without_any_settings():
    answer = from_nothing("keys", "new", "--name", "2027")
    assert (answer.returncode, answer.stdout[:5], answer.stderr) == (0, "2027:", "")


def test_two_secrets_are_never_the_same():
    assert (
        alongside("keys", "new", "--secret").stdout != alongside("keys", "new", "--secret").stdout
    )


@pytest.mark.parametrize("words", [["walk"], ["run", "--port", "no"], ["link"]])
def test_wrong_usage_is_exit_code_two(words):
    assert from_nothing(*words).returncode == 2


def test_missing_secrets_are_a_plain_sentence(tmp_path):
    words = ["--organization=A", "--program=B", "--name=C", "--email=d@e.org"]
    answer = from_nothing("setup", *words)
    assert answer.returncode == 2
    assert answer.stderr.splitlines() == [
        "ALONGSIDE_SECRET_KEY is missing. Make one with `alongside keys new --secret > FILE`, "
        "keep that file safe and apart from the database, and set ALONGSIDE_SECRET_KEY_FILE=FILE."
    ]


@pytest.mark.parametrize("secret", ["short", "a" * 60])
def test_a_weak_secret_is_a_plain_sentence(tmp_path, secret):
    key = alongside("keys", "new").stdout
    answer = alongside(
        "check", data=tmp_path, ALONGSIDE_SECRET_KEY=secret, ALONGSIDE_MASTER_KEY=key
    )
    assert (answer.returncode, len(answer.stderr.splitlines())) == (2, 1)
    assert answer.stderr.startswith("ALONGSIDE_SECRET_KEY is too weak")


def test_the_made_up_program_is_refused_among_real_people(real):
    answer = alongside("demo", **real)
    assert (answer.returncode, answer.stderr[:24]) == (1, "The made-up program is l")


@pytest.mark.parametrize(
    "words",
    [
        ["link", "nobody@example.org"],
        ["export", "people.csv", "--by", "nobody@example.org"],
    ],
)
def test_before_anything_is_there_it_says_how_to_begin(real, words):
    answer = alongside(*words, **real)
    assert (answer.returncode, "Traceback" in answer.stderr) == (1, False)
    assert "Begin with `alongside setup`" in answer.stderr


def test_setup_prints_a_link_once_and_refuses_a_second_organization(real):
    words = ["--organization=A", "--program=B", "--name=Cleo", "--email=cleo@example.org"]
    first, second = (from_nothing("setup", *words, **real) for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 1)
    assert "https://alongside.example.org/welcome/" in first.stdout
    again = alongside("link", "CLEO@example.org", **real)
    assert (again.returncode, again.stdout.count("/welcome/")) == (0, 1)


def test_a_link_for_nobody_is_exit_code_one(begun):
    assert alongside("link", "nobody@example.org", **begun).returncode == 1
