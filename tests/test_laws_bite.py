"""A law that nothing can break keeps nothing: each is seen to fail on a planted breach."""

import shutil
import socket
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import pytest_socket
from django.db import models
from django.test.utils import isolate_apps

from tests import test_architecture as laws

BIN = Path(sys.executable).parent


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A copy of the sources, in which to plant: `house("people/x.py", "import this")`."""
    root = tmp_path / "src" / "alongside"
    shutil.copytree(laws.HOUSE, root, ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(laws.ROOT / "pyproject.toml", tmp_path)
    monkeypatch.setattr(laws, "HOUSE", root)
    monkeypatch.setattr(laws, "ROOT", tmp_path)

    def plant(path, text):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text)
        return tmp_path

    return plant


def breaches_of_imports(root):
    run = subprocess.run(
        [BIN / "lint-imports", "--no-cache"],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("team/x.py", "import alongside.people.models", "team is not allowed to import"),
        ("web/x.py", "import alongside.jobs", "web is not allowed to import"),
        ("people/policies/x.py", "import alongside.people.models", "policies is not allowed"),
        ("attic/__init__.py", "", "attic"),
    ],
)
def test_an_import_up_or_sideways_or_a_room_without_a_floor(house, path, text, told):
    code, said = breaches_of_imports(house(path, text))
    assert (code, told in said) == (1, True), said


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("from datetime import datetime\n\ndatetime.now()\n", "TID251"),
        ("from datetime import date\n\ndate.today()\n", "TID251"),
        ("from django.utils import timezone\n\ntimezone.now()\n", "TID251"),
        ("import time\n\ntime.time()\n", "TID251"),
        ("def f():\n    import this\n", "PLC0415"),
        ("from . import models\n", "TID252"),
        ("def f(n):\n" + "".join(f"    if n == {n}:\n        n()\n" for n in range(11)), "C901"),
        ("def f(a, b, c, d, e):\n    return a\n", "PLR0917"),
        ("print()\n", "T201"),
    ],
)
def test_what_ruff_refuses(text, law):
    run = subprocess.run(
        [BIN / "ruff", "check", "--no-cache", "--stdin-filename", "src/alongside/people/x.py", "-"],
        cwd=laws.ROOT,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, law in run.stdout or law in full_names(run.stdout)) == (1, True), (
        run.stdout
    )


def full_names(said: str) -> set[str]:
    """Newer versions of ruff name a law by words."""
    names = {
        "banned-api": "TID251",
        "import-outside-top-level": "PLC0415",
        "relative-imports": "TID252",
        "complex-structure": "C901",
        "too-many-positional-arguments": "PLR0917",
        "print": "T201",
    }
    return {law for name, law in names.items() if name in said}


def test_a_key_that_points_up_and_one_that_leads_back(monkeypatch):
    with isolate_apps("alongside.people", "alongside.team") as isolated:
        fields = {"__module__": __name__}
        upper = type("Upper", (models.Model,), {**fields, "Meta": label("people")})
        key = models.ForeignKey(upper, models.PROTECT)
        type("Lower", (models.Model,), {**fields, "Meta": label("team"), "upper": key})
        monkeypatch.setattr(laws, "apps", isolated)
        for law in [laws.test_keys_point_down, laws.test_keys_between_rooms_leave_no_way_back]:
            with pytest.raises(AssertionError, match=r"team\.Lower\.upper"):
                law()


def label(room):
    return type("Meta", (), {"app_label": room})


def test_a_page_that_asks_the_database_itself(house):
    house("web/x.py", "from a import Note\n\nNote.objects.all()\n")
    with pytest.raises(AssertionError, match=r"web/x\.py:3"):
        laws.test_upper_floors_read_through_queries("web")


def test_a_permit_made_elsewhere(house):
    house("exchange/x.py", "p = Permit(1, 2)\n")
    with pytest.raises(AssertionError, match="exchange"):
        laws.test_only_consent_makes_permits()


def test_a_drawer_for_odds_and_ends(house):
    house("people/utils.py", "")
    with pytest.raises(AssertionError, match=r"utils\.py"):
        laws.test_there_is_no_drawer_for_odds_and_ends()


def test_a_file_too_long_to_read(house):
    house("people/x.py", "x = 1\n" * 351)
    with pytest.raises(AssertionError, match="351"):
        laws.test_no_file_is_too_long_to_read()


def test_a_room_whose_order_nobody_keeps(house):
    house("attic/actions.py", "")
    with pytest.raises(AssertionError, match="attic"):
        laws.test_the_order_inside_a_room_is_kept_in_every_room()


def test_a_pure_library_that_knows_django(house):
    house("statistics/x.py", "from django.db import models\n")
    with pytest.raises(AssertionError, match="statistics"):
        laws.test_pure_libraries_know_neither_django_nor_the_house()


def test_free_text_that_is_not_sealed(monkeypatch):
    monkeypatch.setattr(laws, "PLAIN_TEXT", laws.PLAIN_TEXT - {"contacts.Move.name"})
    with pytest.raises(AssertionError, match=r"contacts\.Move\.name"):
        laws.test_what_is_told_about_a_person_is_sealed()


def test_a_warning_is_an_error():
    with pytest.raises(UserWarning):
        warnings.warn("careful", stacklevel=1)


def test_there_is_no_network():
    refusal = (pytest_socket.SocketConnectBlockedError, UserWarning)
    with pytest.raises(refusal, match=r"192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
