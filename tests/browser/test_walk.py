"""The main job, from signing in to the copy, by finger, without JavaScript and by keyboard."""

from datetime import timedelta

import pytest

from alongside.common.clock import today
from alongside.contacts.models import Contact
from tests.browser.hands import Finger, Keys

WAYS = [
    pytest.param((Finger, True), id="at 360 px"),
    pytest.param((Finger, False), id="without JavaScript"),
    pytest.param((Keys, True), id="by keyboard alone"),
]


@pytest.fixture(params=WAYS)
def hands(request, browse, house, settings):
    settings.DEMO = True
    house.organization.is_demo = True
    house.organization.save()
    kind, javascript = request.param
    return kind(browse(path="/", width=360, javascript=javascript))


def test_a_coach_starts_with_somebody_and_gives_them_their_copy(hands):
    given_ana_signs_in_by_button(hands)
    when_she_starts_with(hands, "Juniper")
    when_she_logs_what_they_did(hands)
    then_it_stands_on_the_page_of_the_person(hands)
    then_today_holds_the_promise(hands)
    when_they_read_it_together(hands)
    then_the_words_of_the_person_stand_beside(hands)
    when_the_copy_is_given(hands)
    then_it_is_written_that_it_left(hands)


def test_enter_in_a_box_of_the_contact_neither_saves_nor_looks_for_somebody(browse, house):
    page = browse(house.ana, f"/contacts/new/?person={house.sam.pk}")
    page.get_by_label("or this many minutes").press("Enter")
    page.get_by_label("Another time").press("Enter")
    assert page.url.endswith(f"?person={house.sam.pk}")


def test_enter_in_a_box_saves_where_there_are_no_scripts(browse, house):
    page = browse(house.ana, f"/contacts/new/?person={house.sam.pk}", javascript=False)
    page.get_by_label("or this many minutes").fill("7")
    page.get_by_label("or this many minutes").press("Enter")
    assert [contact.minutes for contact in Contact.objects.all()] == [7]


def test_a_closed_part_tells_that_something_stands_in_it(browse, house):
    hands = Finger(browse(house.ana, "/contacts/new/", javascript=False))
    told = hands.find("A promise").get_by_text("filled in")
    hands.open("A promise")
    assert not told.is_visible()
    hands.write("What you promised", "A ride")
    assert told.is_visible()


def test_what_each_contact_needs_stands_on_two_screens_of_a_phone(browse, house):
    page = browse(house.ana, f"/contacts/new/?person={house.sam.pk}", javascript=False)
    parts = [
        page.get_by_label(name, exact=True)
        for name in ("Where", "Another time", "or this many minutes")
    ]
    assert [part for part in parts if part.bounding_box()["y"] > 2 * 740] == []
    assert page.get_by_role("button", name="Save").bounding_box()["y"] < 740


def given_ana_signs_in_by_button(hands):
    hands.press("Ana")
    assert hands.page.title().startswith("Today")


def when_she_starts_with(hands, called):
    hands.go_to("People")
    hands.press("Start with someone")
    hands.write("What shall I call you?", called)
    hands.press("Start")
    assert heading(hands) == called


def when_she_logs_what_they_did(hands):
    hands.press("Log a contact")
    assert hands.box("Juniper").is_checked()
    hands.open("Recovery coaching")
    hands.tick("listened")
    hands.open("Harm reduction")
    hands.tick("talked about safer use")
    hands.open("A note")
    hands.write("Note", "We sat by the river.")
    hands.open("A promise")
    hands.write("What you promised", "Bring a bus pass")
    hands.write_day("For when", today() + timedelta(days=2))
    hands.open("What you gave")
    hands.write("Naloxone nasal kit", "2")
    hands.press("Save")


def then_it_stands_on_the_page_of_the_person(hands):
    hands.press("Back to Today")
    hands.press("Juniper")
    for words in ["listened", "talked about safer use", "2 × Naloxone nasal kit", "by the river"]:
        assert hands.main.get_by_text(words).first.is_visible()


def then_today_holds_the_promise(hands):
    hands.go_to("Today")
    promises = hands.main.get_by_role("region", name="What I promised")
    assert "Bring a bus pass" in promises.inner_text()
    hands.press("Juniper")


def when_they_read_it_together(hands):
    hands.press("Read it together")
    assert heading(hands) == "What is written about you"
    hands.press("What happened")
    entry = hands.main.locator("article", has_text="We sat by the river.").last
    hands.within(entry).press("Add my words")
    hands.write("Your own words", "It was the bridge.")
    hands.tick("This is not how I see it")
    hands.press("Save my words")


def then_the_words_of_the_person_stand_beside(hands):
    beside = hands.main.locator("article", has_text="We sat by the river.").locator(".own-word")
    assert beside.inner_text().startswith("Not how I see it")
    assert "It was the bridge." in beside.inner_text()
    hands.press("We are done reading")
    hands.press("I have the screen back")


def when_the_copy_is_given(hands):
    hands.press("A copy")
    assert hands.take("Make the copy").startswith(b"%PDF-")


def then_it_is_written_that_it_left(hands):
    hands.press("What has left, and to whom")
    [row] = hands.main.locator(".card").all()
    assert "the whole record" in row.inner_text()


def heading(hands) -> str:
    return hands.main.get_by_role("heading", level=1).inner_text()
