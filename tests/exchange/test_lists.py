"""Lists that go out: what is in them, what is written down before, and how they are made."""

import csv
import io
import tracemalloc

import openpyxl
import pytest
from django.urls import reverse

from alongside.audit.models import Entry
from alongside.common.errors import NotAllowed
from alongside.consent.models import Disclosure
from alongside.contacts.actions import Draft, Present, record_contacts
from alongside.exchange import contact_lists
from alongside.exchange.lists import list_file
from alongside.exchange.sheets_out import as_csv, as_xlsx
from alongside.people.actions import start_person
from alongside.people.models import Answer

BROKEN = "\x00\x0b\ufffe\ud800"
HOSTILE = ["=1+1", "@x", "\t=1", 'a<b>&"c"', "line\nline", BROKEN, " both ", "río"]


def take_out(browser, what, form="csv"):
    ask = {"act": "list", "list-what": what, "list-form": form}
    return b"".join(browser.post(reverse("exports"), ask))


def rows_of(excel):
    return list(openpyxl.load_workbook(io.BytesIO(excel)).active.iter_rows(values_only=True))


def test_a_list_goes_out_with_no_formula_in_it(page, house):
    Answer.objects.create(
        recoveree=house.sam, by=house.ana, question="town", reply="answered", words="=1+1"
    )
    browser = page(house.max)
    told = take_out(browser, "people").decode("utf-8-sig")
    assert "'=1+1" in told
    assert "Sam" in told
    [_header, row] = rows_of(take_out(browser, "people", "xlsx"))
    assert "'=1+1" in row


def test_contacts_and_notes_go_out_too(page, house):
    draft = Draft(present=[Present(house.sam, note="@walked, by the river")], minutes=20)
    record_contacts([draft], program=house.harbor, by=house.ana)
    browser = page(house.max)
    told = {}
    for what in ["contacts", "notes"]:
        text = take_out(browser, what).decode("utf-8-sig")
        told[what] = list(csv.reader(io.StringIO(text)))[1]
    assert told["contacts"][6:9] == ["20", "Ana", "Sam"]
    assert told["notes"][-1] == "'@walked, by the river"


def test_no_text_breaks_a_workbook_or_becomes_a_formula():
    [told] = rows_of(b"".join(as_xlsx([[*HOSTILE, 7, None]], 'A "title" & more')))
    shown = ["'=1+1", "'@x", "'\t=1", 'a<b>&"c"', "line\nline", "", " both ", "río"]
    assert list(told) == [*shown, 7, None][: len(told)]
    text = b"".join(as_csv([["=1+1", "río\ud800", 7, None]])).decode("utf-8-sig")
    assert next(csv.reader(io.StringIO(text))) == ["'=1+1", "río?", "7", ""]


@pytest.mark.parametrize("form", [as_csv, lambda rows: as_xlsx(rows, "list")], ids=["csv", "xlsx"])
def test_a_long_list_is_never_whole_in_memory(form):
    rows = (["x" * 200, str(n), n] for n in range(30_000))
    tracemalloc.start()
    size = sum(map(len, form(rows)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000
    assert size > 60_000


@pytest.mark.parametrize("what", ["people", "contacts", "notes", "goals", "measures"])
def test_all_is_written_down_before_the_first_byte(house, what):
    list_file(what, "csv", program=house.harbor, by=house.max)
    assert Entry.objects.filter(verb="list.export", detail=f"{what} csv").count() == 1
    [row] = Disclosure.objects.all()
    assert (row.recoveree, row.sent_at is None) == (house.sam, False)


def test_whoever_comes_while_it_is_written_is_not_in_it(house):
    lists = {what: list_file(what, "csv", program=house.harbor, by=house.max) for what in LISTS}
    kim = start_person(program=house.harbor, called="Kim", by=house.ana)
    drafts = [Draft(present=[Present(kim, note="new")])]
    record_contacts(drafts, program=house.harbor, by=house.ana)
    assert {what: b"".join(told).count(b"\r\n") for what, told in lists.items()} == LISTS


#: Lines of each list about Sam alone: the headings, and Sam.
LISTS = {"people": 2, "contacts": 1, "notes": 1, "concerns": 1, "goals": 1}


def test_pieces_hold_every_row_once(house, monkeypatch):
    monkeypatch.setattr(contact_lists, "CHUNK", 2)
    drafts = [Draft(present=[Present(house.sam, note=f"note {n}")]) for n in range(5)]
    made = record_contacts(drafts, program=house.harbor, by=house.ana)
    text = b"".join(list_file("contacts", "csv", program=house.harbor, by=house.max))
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == sorted(str(contact.pk) for contact in made)


@pytest.mark.parametrize("name", ["ana", "eve", "oz", "ada", "rex"])
def test_only_those_who_may_export_get_a_list(house, name):
    with pytest.raises(NotAllowed):
        list_file("people", "csv", program=house.harbor, by=getattr(house, name))
    assert Disclosure.objects.count() == 0
