"""The shape of the house, kept by tests and not by memory. See docs/house.md."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "src" / "alongside"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
    "contracts"
]
FLOORS = [[room.strip(" ()") for room in floor.split("|")] for floor in CONTRACTS[0]["layers"]]
HEIGHT = {room: height for height, floor in enumerate(reversed(FLOORS)) for room in floor}
#: Rooms that read through `queries` and write through `actions` of the rooms below.
UPPER = ["web", "api", "sync", "jobs", "demo", "reporting", "exchange"]
#: What a room is made of; whoever has one of these is held to their order.
PARTS = {"forms", "actions", "queries", "models", "policies", "roles"}
DRAWERS = {"utils", "helpers", "services", "managers", "signals"}
LONGEST = 350
PURE = {"language", "statistics"}

#: Text about the house or its lists, none about a person. Anything else is sealed, or has
#: choices. To add a line here is to say: nobody can type something about a person into it.
PLAIN_TEXT = {
    "people.Answer.question",  # a key of people/questions.py
    "people.OwnWord.about_kind",  # the name of a table
    "journeys.Stage.key",
    "journeys.Stage.name",
    "journeys.Stage.say",
    "journeys.StageHere.name",
    "journeys.StageHere.say",
    "journeys.Pathway.key",
    "journeys.Pathway.name",
    "journeys.Measurement.instrument",  # the name of a definition file, its version, its language
    "journeys.Measurement.version",
    "journeys.Measurement.language",
    "journeys.MeasureHere.instrument",
    "journeys.MeasurePermission.instrument",
    "journeys.MeasureWording.instrument",
    "journeys.MeasureWording.version",
    "journeys.MeasureWording.language",
    "journeys.WavedOff.instrument",
    "journeys.Reflection.half_year",
    "journeys.Reflected.half_year",
    "contacts.Contact.circle_name",  # the name of a group, not of who was there
    "contacts.Contact.staff_name",  # an old list's spelling of a colleague
    "contacts.Move.key",
    "contacts.Move.name",
    "contacts.Item.key",
    "contacts.Item.name",
    "contacts.Item.unit",
    "learning.Edition.key",  # of a course, which is a folder of files
    "learning.Edition.version",
    "learning.Edition.fingerprint",
    "learning.Cohort.name",  # the name of a group
    "learning.Cohort.place",
    "learning.Cohort.code",
    "learning.Participant.key_hash",  # of 192 random bits
    "learning.Slot.key",  # of a module
    "learning.Slot.title",
    "learning.Round.kind",
    "learning.Round.key",
    "learning.Round.settings",
    "learning.Entry.part",  # what it answers, a key of the course
    "learning.Voice.part",
    "learning.Tally.item",
    "learning.GroupSeat.role",
    "learning.ModuleWays.ways",  # keys of the course, and ids
    "learning.MadeUp.way",
    "learning.Outcome.figures",  # numbers of all together
    "learning.SigningKey.kid",
    "learning.SigningKey.public",
    "learning.Certificate.course",
    "learning.Certificate.version",
    "learning.Certificate.tags",
    "learning.Certificate.trainers",  # colleagues, as they sign
    "learning.Certificate.badge",  # signed to be shown; names nobody
    "learning.Credential.evidence_type",
    "consent.Disclosure.notice_version",
    "consent.Disclosure.content_sha256",
    "exchange.Batch.counts",
    "exchange.ImportedRow.kind",
}


def sources(*rooms):
    """Every Python file of these rooms (of all, without any), migrations left out."""
    for folder in [HOUSE / room for room in rooms] or [HOUSE]:
        for path in sorted(folder.rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def keys_between_rooms():
    for model in apps.get_models(include_auto_created=True):
        here = model._meta.app_label
        for field in model._meta.get_fields(include_parents=False, include_hidden=True):
            if here not in HEIGHT or not field.concrete or not field.is_relation:
                continue
            there = field.related_model._meta.app_label
            if there in HEIGHT and there != here:
                yield field, here, there


def test_keys_point_down():
    """A lazy "app.Model" string hides an upward import from the linter, not from us."""
    up = [str(f) for f, here, there in keys_between_rooms() if HEIGHT[there] >= HEIGHT[here]]
    assert up == []


def test_keys_between_rooms_leave_no_way_back():
    """`recoveree.notes` would be an upward reach, and a way around `notes_for`."""
    open_ = [str(f) for f, *_ in keys_between_rooms() if not f.remote_field.hidden]
    assert open_ == []


def own_models(room: str) -> set[str]:
    return {m.__name__ for m in apps.get_models() if m._meta.app_label == room}


def reaches(path: Path, own: set[str]):
    """Lines in which `objects` is asked of anything but one of the room's own models."""
    for node in ast.walk(ast.parse(path.read_text())):
        is_manager = isinstance(node, ast.Attribute) and node.attr in {
            "objects",
            "_default_manager",
            "_base_manager",
        }
        if is_manager and getattr(node.value, "id", None) not in own:
            yield f"{path.relative_to(ROOT)}:{node.lineno}"


@pytest.mark.parametrize("room", UPPER)
def test_upper_floors_read_through_queries(room):
    found = [line for path in sources(room) for line in reaches(path, own_models(room))]
    assert found == []


def test_only_consent_makes_permits():
    makers = {
        path.relative_to(HOUSE).parts[0]
        for path in sources()
        if re.search(r"(?<!class )\bPermit\(", path.read_text())
    }
    assert makers <= {"consent"}


def test_there_is_no_drawer_for_odds_and_ends():
    assert [str(p.relative_to(ROOT)) for p in HOUSE.rglob("*") if p.stem in DRAWERS] == []


def test_no_file_is_too_long_to_read():
    long = [
        f"{path.relative_to(ROOT)}: {lines}"
        for path in sources()
        if (lines := len(path.read_text().splitlines())) > LONGEST
    ]
    assert long == []


def test_the_order_inside_a_room_is_kept_in_every_room():
    rooms = {
        f"alongside.{path.relative_to(HOUSE).parts[0]}"
        for path in sources()
        if len(path.relative_to(HOUSE).parts) > 1
        and Path(path.relative_to(HOUSE).parts[1]).stem in PARTS - {"models"}
    }
    assert rooms <= set(CONTRACTS[1]["containers"])


def test_pure_libraries_know_neither_django_nor_the_house():
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sources(*PURE)
        for name in imports(path)
        if name.split(".")[0] == "django" or name.startswith("alongside.common")
    ]
    assert found == []


def imports(path: Path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_what_is_told_about_a_person_is_sealed():
    text = (models.CharField, models.TextField, models.JSONField, models.FileField)
    plain = {
        f"{field.model._meta.app_label}.{field.model.__name__}.{field.name}"
        for room in ["learning", "people", "journeys", "contacts", "consent", "exchange"]
        for model in apps.get_app_config(room).get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, text) and not field.choices
    }
    assert plain - PLAIN_TEXT == set()
    assert PLAIN_TEXT - plain == set(), "no longer there: strike it off the list"
