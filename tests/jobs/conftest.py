"""Programs in folders of their own: to make one takes seconds, so each is made once.

All of `tests/jobs` runs in one worker (`tests/schedule.py`), and each test has a copy.
"""

import shutil

import pytest

from tests.jobs.programs import alongside
from tests.migrated import copy_to


def settings_in(folder):
    """Settings of a program for real people, whose data and secrets lie in this folder."""
    return {
        "data": folder / "data",
        "ALONGSIDE_SECRET_KEY_FILE": str(folder / "secret"),
        "ALONGSIDE_MASTER_KEY_FILE": str(folder / "master"),
        "ALONGSIDE_HOSTS": "alongside.example.org",
    }


@pytest.fixture
def real(tmp_path):
    """Settings of a program for real people, with secrets in files. Nothing is set up yet."""
    return make_secrets(tmp_path)


def make_secrets(folder):
    for name, words in {"secret": ["--secret"], "master": ["--name=first"]}.items():
        file = folder / name
        file.touch(mode=0o600)
        file.write_text(alongside("keys", "new", *words).stdout)
    return settings_in(folder)


@pytest.fixture(scope="session")
def set_up(tmp_path_factory):
    folder = tmp_path_factory.mktemp("begun")
    copy_to(folder / "data")
    words = ["--organization=A", "--program=B", "--name=C", "--email=c@d.org"]
    assert alongside("setup", *words, **make_secrets(folder)).returncode == 0
    return folder


@pytest.fixture
def begun(set_up, tmp_path):
    """The settings of a program that has been set up: one organization, one account."""
    shutil.copytree(set_up, tmp_path, dirs_exist_ok=True)
    return settings_in(tmp_path)


@pytest.fixture(scope="session")
def made_up(tmp_path_factory):
    """A data folder with the made-up program in it, loaded once; copy it to change it."""
    data = copy_to(tmp_path_factory.mktemp("made-up"))
    alongside("demo", data=data, ALONGSIDE_DEMO="1")
    return data


@pytest.fixture(scope="session")
def backed_up(made_up, tmp_path_factory):
    """A backup of the made-up program, made once; copy it to change it."""
    file = tmp_path_factory.mktemp("backed-up") / "monday"
    assert alongside("backup", file, data=made_up, ALONGSIDE_DEMO="1").returncode == 0
    return file
