"""Taking a measure: at the screen turned round, by finger, without JavaScript, by keyboard."""

import pytest
from django.urls import reverse

from alongside.journeys.actions.walk import name_concern
from alongside.journeys.models import Measurement
from tests.browser.hands import Finger, Keys
from tests.browser.looking import faults, too_wide

WAYS = [
    pytest.param((Finger, True), id="at 360 px"),
    pytest.param((Finger, False), id="without JavaScript"),
    pytest.param((Keys, True), id="by keyboard alone"),
]


@pytest.fixture(params=WAYS)
def hands(request, browse, house):
    kind, javascript = request.param
    path = reverse("measure", args=[house.sam.pk, "life-ladder"])
    return kind(browse(house.ana, path, width=360, javascript=javascript))


def test_the_person_says_where_they_stand_and_sees_their_line(hands, house):
    hands.press("Turn the screen round")
    choose(hands, "Picture your life as a ladder.", 3)
    choose(hands, "And when you look ahead", 9)
    hands.write("What was going on, if you like", "A new place on Elm Street")
    hands.press("Save")
    assert "3, on a line from 0 to 10" in hands.main.inner_text()
    [row] = Measurement.objects.all()
    assert (row.answered, row.mode) == ({"now": 3, "hoped": 9}, "self")
    hands.press("I am done")
    assert "You can hand the screen back now." in hands.main.inner_text()


def choose(hands, question: str, number: int):
    """A number of a row that begins with 0. By keyboard: Tab to the row, then the arrows."""
    row = hands.within(hands.page.get_by_role("group", name=question))
    if not isinstance(hands, Keys):
        row.tick(str(number))
        return
    row.tick("0")
    for _step in range(number):
        hands.page.keyboard.press("ArrowRight")


def test_the_line_grows_and_fits_a_phone(browse, house):
    concern = name_concern(recoveree=house.sam, name="a place to live " * 5, by=house.ana)
    page = browse(house.ana, reverse("measure-take", args=[house.sam.pk, "rulers", "together"]))
    for sure in ("4", "7"):
        page.get_by_label("What is it about?").select_option(f"concern:{concern.pk}")
        page.get_by_role("group", name="If you wanted to").get_by_label(sure, exact=True).check()
        page.get_by_role("button", name="Save").click()
        page.goto(reverse("measure-take", args=[house.sam.pk, "rulers", "together"]))
    page.goto(reverse("growth", args=[house.sam.pk]))
    assert page.locator("circle.dot").count() == 3  # two days' numbers, and the key
    assert [*faults(page), *too_wide(page)] == []
