"""Copies out and whole programs in, from the command line."""

import shutil

import pytest

from tests.jobs.programs import alongside

MAX = "--by=max@demo.example.org"


@pytest.fixture
def data(made_up, tmp_path):
    return shutil.copytree(made_up, tmp_path / "data")


def run(*words, data):
    return alongside(*words, data=data, ALONGSIDE_DEMO="1")


def test_a_whole_program_goes_out_and_comes_in_elsewhere(data, tmp_path):
    out = run("export", tmp_path / "harbor.jsonl", MAX, data=data)
    back = run("import", tmp_path / "harbor.jsonl", data=tmp_path / "elsewhere")
    assert (out.returncode, back.returncode, back.stderr) == (0, 0, "")
    assert run("trail", "verify", data=tmp_path / "elsewhere").returncode == 0


def test_a_list_goes_out_for_who_may(data, tmp_path):
    assert run("export", tmp_path / "people.csv", MAX, data=data).returncode == 0
    assert len((tmp_path / "people.csv").read_text().splitlines()) > 80


@pytest.mark.parametrize("who", ["ana@demo.example.org", "oz@demo.example.org", "no@body.org"])
def test_who_may_not_gets_a_plain_sentence_and_no_file(data, tmp_path, who):
    answer = run("export", tmp_path / "people.csv", f"--by={who}", data=data)
    assert (answer.returncode, len(answer.stderr.splitlines())) == (1, 1)
    assert not (tmp_path / "people.csv").exists()


def test_a_file_that_is_no_archive_is_a_plain_sentence(data, tmp_path):
    (tmp_path / "other").write_text("hello")
    answer = run("import", tmp_path / "other", data=data)
    assert (answer.returncode, len(answer.stderr.splitlines())) == (1, 1)
