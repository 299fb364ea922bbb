"""A manager brings a real list through the pages, looks at a month and takes it all back."""

from pathlib import Path

import pytest

from alongside.contacts.models import Contact
from alongside.people.models import Recoveree
from tests.browser.hands import Finger
from tests.browser.looking import check_page

FILE = Path(__file__).parents[3] / "shared/data/spreadsheets/rivertown.xlsx"

#: As counted straight from the sheet in tests/exchange/test_rivertown.py.
MAY = {"different people": "98", "groups and circles": "10", "other contacts": "118"}

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="../shared/data is not here")


def test_a_manager_brings_a_list_sees_the_month_and_takes_it_back(browse, house):
    hands = Finger(browse(house.max, "/imports/"))
    given_the_list_is_looked_at(hands)
    when_its_rows_are_brought_in(hands)
    hands.press("Go on with Contacts")
    when_its_rows_are_brought_in(hands)
    then_the_month_shows_them(hands)
    when_the_list_is_taken_back(hands, "Contacts")
    when_the_list_is_taken_back(hands, "Participants")
    assert [Recoveree.objects.count(), Contact.objects.count()] == [1, 0]


def given_the_list_is_looked_at(hands):
    hands.main.locator("input[type=file]").set_input_files(FILE)
    hands.press("Look at this list")
    check_page(hands.page)
    hands.press("Go on")


def when_its_rows_are_brought_in(hands):
    check_page(hands.page)
    hands.press("Go on")
    check_page(hands.page)
    hands.press("Show me what would happen")
    check_page(hands.page)
    hands.press("Bring in")
    hands.main.get_by_role("heading", name="Your list is in").wait_for()


def then_the_month_shows_them(hands):
    hands.page.goto("/month/2026-5/")
    check_page(hands.page)
    shown = {name: figure(hands, name) for name in MAY}
    assert shown == MAY


def figure(hands, name) -> str:
    row = hands.main.get_by_role("row", name=name).first
    return row.get_by_role("cell").first.inner_text().split()[0]


def when_the_list_is_taken_back(hands, sheet):
    hands.page.goto("/imports/")
    hands.press(f"{FILE.name} · {sheet}")
    hands.press("Take this list back")
    hands.press("Take it back")
    hands.main.get_by_role("heading", name="Taken back").wait_for()
