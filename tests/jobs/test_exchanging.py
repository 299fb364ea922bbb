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


LIST = "ID,Name,Phone\nX1,Jo Rivers,603-555-0101\nX2,Lee Brook,603-555-0102\n"


def people_in(data, tmp_path):
    run("export", tmp_path / "now.csv", MAX, data=data)
    return (tmp_path / "now.csv").read_text()


def test_a_list_is_looked_at_first_and_written_when_confirmed(data, tmp_path):
    (tmp_path / "list.csv").write_text(LIST)
    looked = run("import", tmp_path / "list.csv", MAX, data=data)
    assert (looked.returncode, "Nothing was written" in looked.stdout) == (0, True)
    assert "Jo Rivers" not in people_in(data, tmp_path)
    taken = run("import", tmp_path / "list.csv", MAX, "--confirm", data=data)
    assert (taken.returncode, taken.stderr) == (0, "")
    assert "Jo Rivers" in people_in(data, tmp_path)


@pytest.mark.parametrize("who", ["--by=ana@demo.example.org", "--by=no@body.org", "--confirm"])
def test_a_list_from_who_may_not_bring_it_is_a_plain_sentence(data, tmp_path, who):
    (tmp_path / "list.csv").write_text(LIST)
    answer = run("import", tmp_path / "list.csv", who, data=data)
    assert (answer.returncode, len(answer.stderr.splitlines())) == (1, 1)


def test_a_file_that_is_no_sheet_is_a_plain_sentence(data, tmp_path):
    (tmp_path / "list.xlsx").write_bytes(b"PK rubbish")
    answer = run("import", tmp_path / "list.xlsx", MAX, data=data)
    assert (answer.returncode, len(answer.stderr.splitlines())) == (1, 1)
