"""The wheel holds all that a server needs, with no repository beside it."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from alongside.web.static_parts import PARTS

SOURCE = Path("src/alongside")
NOT_SENT = {"__pycache__"}


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    place = tmp_path_factory.mktemp("dist")
    words = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", place]
    subprocess.run(words, check=True, capture_output=True)
    [wheel] = place.glob("*.whl")
    with ZipFile(wheel) as file:
        return set(file.namelist())


def test_every_file_of_the_package_goes_along(names):
    files = [f for f in SOURCE.rglob("*") if f.is_file() and not NOT_SENT & set(f.parts)]
    assert {f.relative_to("src").as_posix() for f in files} - names == set()
    assert "alongside/locale/es/LC_MESSAGES/django.mo" in names


def test_the_npm_parts_go_along_with_their_licences(names):
    brought = {name for name in names if name.startswith("alongside/node_modules/")}
    assert brought == {f"alongside/node_modules/{source}" for source, _ in PARTS.values()}
    assert "NOTICE" in {Path(name).name for name in names}


def test_nothing_that_is_only_for_building_goes_along(names):
    rooms = {name.split("/")[0] for name in names if not name.startswith("alongside-")}
    assert rooms == {"alongside"}
