import pytest

from tests.jobs.programs import alongside


@pytest.fixture
def real(tmp_path):
    """Settings of a program for real people, with secrets in files."""
    for name, words in {"secret": ["--secret"], "master": ["--name=first"]}.items():
        file = tmp_path / name
        file.touch(mode=0o600)
        file.write_text(alongside("keys", "new", *words).stdout)
    return {
        "data": tmp_path / "data",
        "ALONGSIDE_SECRET_KEY_FILE": str(tmp_path / "secret"),
        "ALONGSIDE_MASTER_KEY_FILE": str(tmp_path / "master"),
        "ALONGSIDE_HOSTS": "alongside.example.org",
    }


@pytest.fixture(scope="session")
def made_up(tmp_path_factory):
    """A data folder with the made-up program in it, loaded once; copy it to change it."""
    data = tmp_path_factory.mktemp("made-up")
    alongside("demo", data=data, ALONGSIDE_DEMO="1")
    return data
