"""A part of a real list comes in and goes back: by keyboard alone, and without JavaScript."""

from pathlib import Path

import openpyxl
import pytest

from alongside.contacts.models import Contact
from alongside.people.models import Recoveree
from tests.browser.hands import Finger, Keys

FILE = Path(__file__).parents[3] / "shared/data/spreadsheets/rivertown.xlsx"
PART = {"Participants": 24, "Contacts": 600}  # rows of each sheet

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="../shared/data is not here")
WAYS = [
    pytest.param((Finger, False), id="without JavaScript"),
    pytest.param((Keys, True), id="by keyboard alone"),
]


@pytest.fixture(scope="module")
def part(tmp_path_factory):
    """The first rows of both sheets, as a workbook of their own."""
    whole, book = openpyxl.load_workbook(FILE, read_only=True), openpyxl.Workbook(write_only=True)
    for name, most in PART.items():
        sheet = book.create_sheet(name)
        for row in whole[name].iter_rows(max_row=most, values_only=True):
            sheet.append(row)
    path = tmp_path_factory.mktemp("list") / "part.xlsx"
    book.save(path)
    return path


@pytest.fixture(params=WAYS)
def hands(request, browse, house):
    kind, javascript = request.param
    return kind(browse(house.max, "/imports/", width=360, javascript=javascript))


def test_a_manager_brings_a_list_sees_the_month_and_takes_it_back(hands, part):
    hands.hand_in("Your list", part)
    hands.press("Look at this list")
    hands.press("Go on")
    when_a_sheet_is_brought_in(hands)
    hands.press("Go on with Contacts")
    when_a_sheet_is_brought_in(hands)
    assert hands.take("The rows left out").startswith(b"\xef\xbb\xbfDate,")
    then_the_month_shows_it(hands)
    when_a_sheet_is_taken_back(hands, f"{part.name} · Contacts")
    when_a_sheet_is_taken_back(hands, f"{part.name} · Participants")
    assert [Recoveree.objects.count(), Contact.objects.count()] == [1, 0]


def when_a_sheet_is_brought_in(hands):
    hands.press("Go on")
    hands.press("Show me what would happen")
    hands.press("Bring in")
    hands.main.get_by_role("heading", name="Your list is in").wait_for()


def then_the_month_shows_it(hands):
    """The month of the latest contact, and how many there were besides circles."""
    day = Contact.objects.filter(is_circle=False, at__isnull=False).latest("at").at
    hands.page.goto(f"/month/{day.year}-{day.month}/")
    row = hands.main.get_by_role("row", name="other contacts").first
    shown = row.get_by_role("cell").first.inner_text().split()[0]
    month = Contact.objects.filter(at__year=day.year, at__month=day.month, is_circle=False)
    assert int(shown) == month.count()


def when_a_sheet_is_taken_back(hands, name):
    hands.page.goto("/imports/")
    hands.press(name)
    hands.press("Take this list back")
    hands.press("Take it back")
    hands.main.get_by_role("heading", name="Taken back").wait_for()
