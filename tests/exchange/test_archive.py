"""A program leaves as one file and comes back without loss."""

import io
import json
from datetime import date

import pytest
from django.apps import apps
from django.core.management import call_command

from alongside.common.errors import NotAllowed
from alongside.common.sealing import keyring
from alongside.contacts.actions import Draft, Present, record_contacts
from alongside.exchange.archive import open_private, opened, read_archive, sealed, write_archive
from alongside.exchange.archive.tables import LEFT_BEHIND, ROOMS, rows_of, tables
from alongside.exchange.archive.writing import lines_of
from alongside.exchange.models import Batch
from alongside.journeys.actions.measures import take_measure, wave_off
from alongside.journeys.actions.offering import (
    load_wording,
    offer_measure,
    put_permission_on_file,
)
from alongside.journeys.measures import newest
from alongside.people.actions import start_person
from alongside.people.actions.importing import take_in_told
from alongside.people.models import Recoveree
from tests.exchange.test_unattended import take_in


def fill(house):
    told = [
        (house.sam, "answer", {"question": "town", "words": "Lewiston — ‘río’"}),
        (house.sam, "way", {"kind": "phone", "address": "555-0100"}),
        (house.sam, "old_word", {"heading": "Status", "words": "Closed", "source": "list"}),
        (house.sam, "rhythm", {"on": date(2025, 1, 2)}),
    ]
    take_in_told(told, program=house.harbor, by=house.max)
    drafts = [Draft(present=[Present(house.sam, note=f"note {n}\nline")]) for n in range(3)]
    record_contacts(drafts, program=house.harbor, by=house.ana)
    measure(house)
    start_person(program=house.bridge, called="Elsewhere", by=house.eve)


def measure(house):
    """One of every kind of row that measures keep."""
    gse, told = newest()["gse"], {"program": house.harbor, "by": house.max}
    put_permission_on_file(
        measure=gse, given_by="R. S.", given_on=date(2026, 1, 2), covers="us", **told
    )
    words = {item.key: f"Sentence {item.key}" for item in gse.items}
    load_wording(measure=gse, language="es", words=words, **told)
    offer_measure(measure=gse, **told)
    taken = {"recoveree": house.sam, "measure": gse, "mode": "self", "language": "es"}
    slip = take_measure(answers={"1": 4}, words="río", by=house.ana, **taken)
    take_measure(answers={"1": 1}, corrects=slip, by=house.ana, **taken)
    wave_off(recoveree=house.sam, instrument="gse", by=house.ana)


def archive(program, by):
    out = io.BytesIO()
    write_archive(program, out, by)
    return out.getvalue()


def test_every_table_about_people_is_in_the_archive_or_left_behind_for_a_reason(house):
    models = {m._meta.label for room in ROOMS for m in apps.get_app_config(room).get_models()}
    assert models - {m._meta.label for m in tables()} <= set(LEFT_BEHIND)
    for model in tables():
        rows_of(model, house.harbor).count()


@pytest.mark.django_db(transaction=True)
def test_an_archive_comes_back_byte_by_byte_in_an_empty_house():
    from tests.conftest import build_house  # noqa: PLC0415

    house = build_house()
    fill(house)
    first = archive(house.harbor, house.max)
    call_command("flush", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    keyring.forget()
    program = read_archive(opened(io.BytesIO(first)))
    [max_] = [a for a in rows_of(apps.get_model("team.Account"), program) if a.name == "Max"]
    assert [p.called for p in Recoveree.objects.all()] == ["Sam"]
    assert archive(program, max_) == first


def test_it_holds_nothing_of_a_sister_program_and_no_way_to_sign_in(house):
    fill(house)
    lines = [json.loads(line) for line in archive(house.harbor, house.max).splitlines()]
    assert lines[0] == {"alongside": "archive", "version": 1, "program": str(house.harbor.pk)}
    assert {row["row"]["called"] for row in lines[1:] if row["table"] == "people.recoveree"} == {
        "Sam"
    }
    assert not any("password" in line.get("row", {}) for line in lines)
    assert "eve@example.org" not in str(lines)


@pytest.mark.parametrize("name", ["ana", "eve", "oz", "ada", "rex"])
def test_only_those_who_may_export_can_write_one(house, name):
    with pytest.raises(NotAllowed):
        lines_of(house.harbor, getattr(house, name))


def test_a_program_that_is_here_already_is_refused(house):
    with pytest.raises(NotAllowed):
        read_archive(opened(io.BytesIO(archive(house.harbor, house.max))))


@pytest.mark.parametrize("data", [b"", b"{}\n", b"\x00\xff", b'{"alongside":"archive"}\n', b"[]\n"])
def test_what_is_not_an_archive_is_refused(db, data):
    with pytest.raises(NotAllowed):
        read_archive(opened(io.BytesIO(data)))


def test_a_locked_archive_opens_with_its_passphrase_only():
    lines = [b"one line\n", b"x" * 200_000 + b"\n", b"end\n"]
    locked = b"".join(sealed(lines, "four plain words here"))
    assert b"one line" not in locked
    assert list(opened(io.BytesIO(locked), "four plain words here")) == lines
    for broken, phrase in [
        (locked, "another passphrase"),
        (locked[:-70_000], "four plain words here"),
    ]:
        with pytest.raises(NotAllowed):
            list(opened(io.BytesIO(broken), phrase))
    with pytest.raises(NotAllowed):
        sealed(lines, "short")


def test_the_file_is_its_owners_alone(tmp_path):
    path = tmp_path / "program.jsonl"
    open_private(path).close()
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        open_private(path)


@pytest.mark.django_db(transaction=True)
def test_after_a_move_the_same_list_is_known_again_and_cannot_be_taken_back():
    from tests.conftest import build_house  # noqa: PLC0415

    house = build_house()
    take_in(house, house.max, is_confirmed=True)
    moved = archive(house.harbor, house.max)
    call_command("flush", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    keyring.forget()
    house.harbor = read_archive(opened(io.BytesIO(moved)))
    accounts = rows_of(apps.get_model("team.Account"), house.harbor)
    [house.max] = [account for account in accounts if account.name == "Max"]
    [again] = take_in(house, house.max, is_confirmed=True)
    assert again.counts == {"known": 3, "empty": 2}
    assert list(Batch.objects.values_list("pk", flat=True)) == [again.pk]
    assert Recoveree.objects.count() == 3


def test_of_imports_it_holds_fingerprints_alone(house):
    take_in(house, house.max, is_confirmed=True)
    lines = [json.loads(line) for line in archive(house.harbor, house.max).splitlines()]
    rows = [line["row"] for line in lines[1:] if line["table"] == "exchange.importedrow"]
    assert [row["kind"] for row in rows] == ["people.recoveree"] * 2
    assert all(row["fingerprint"] and "batch_id" not in row for row in rows)
    assert {line.get("table") for line in lines} & {"exchange.batch"} == set()
