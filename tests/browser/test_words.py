"""Kind words while one writes: a line after a pause, a suggestion put in, never in the way."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from alongside.contacts.models import Note
from alongside.people.actions.telling import wish_word
from tests.browser.looking import Watch, faults, faults_without_scripts, too_wide

TYPED = "pt is a drug-seeking addict"


@pytest.fixture
def note(browse, house):
    """Ana's page for a new note about Sam."""

    def open_page(**told):
        return browse(house.ana, reverse("note-new", args=[house.sam.pk]), **told)

    return open_page


def line(page):
    return page.locator(".words__said")


def marks(page) -> list[str]:
    return page.locator(".words__paper mark").all_inner_texts()


def test_after_a_pause_a_line_says_what_and_what_could_stand_instead(note):
    page = note()
    box = page.get_by_label("Note")
    box.press_sequentially(TYPED)
    expect(line(page)).to_be_hidden()  # nobody is interrupted in the middle of a word
    expect(line(page)).to_contain_text("“drug-seeking”", timeout=20_000)  # rules are read once
    expect(line(page).get_by_role("status")).to_contain_text("1 of 2")
    assert marks(page) == ["drug-seeking", "addict"]
    assert [*faults(page), *too_wide(page)] == []
    assert Watch.by_page[page].complaints == []


def test_a_suggestion_is_put_in_and_can_be_undone(note):
    page = note()
    box = page.get_by_label("Note")
    box.fill("An addict came. Two addicts left.")
    line(page).get_by_role("button").first.click()
    assert box.input_value() == "A person with a substance use disorder came. Two addicts left."
    expect(line(page)).to_contain_text("“addicts”")
    expect(box).to_be_focused()
    page.keyboard.press("Control+z")
    assert box.input_value() == "An addict came. Two addicts left."


def test_by_keyboard_alone_a_word_is_left_as_it_is(note):
    page = note(width=1280)
    page.get_by_label("Note").fill("The addict came.")
    leave = line(page).get_by_role("button", name="Leave it as it is")
    expect(leave).to_be_visible()
    page.get_by_label("Note").focus()
    while not leave.evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(line(page)).to_be_hidden()
    expect(page.get_by_label("Note")).to_be_focused()
    assert marks(page) == []
    page.get_by_label("Note").fill("The addict came again.")
    page.wait_for_timeout(2000)
    expect(line(page)).to_be_hidden()


def test_it_never_stands_in_the_way(note, house):
    """Saved before the pause is over, and saved while the checker cannot be asked."""
    page = note()
    page.route("**/words/check/", lambda route: route.abort())
    page.get_by_label("Note").fill(TYPED)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".signed__words")).to_have_text(TYPED)
    assert [row.body for row in Note.objects.all()] == [TYPED]


def test_without_a_script_it_saves_and_says_so_after(note):
    page = note(javascript=False)
    expect(line(page)).to_be_hidden()
    page.get_by_label("Note").fill(TYPED)
    page.get_by_role("button", name="Save").click()
    said = page.locator(".words__after")
    expect(said).to_contain_text("It is saved as you wrote it.")
    expect(said).to_contain_text("“addict”")
    assert [row.body for row in Note.objects.all()] == [TYPED]
    assert faults_without_scripts(page) == []
    said.get_by_role("link").click()
    expect(page.get_by_label("Note")).to_be_visible()


def test_words_that_sam_does_not_want_are_underlined_too(note, house):
    wish_word(recoveree=house.sam, word="buddy", is_wanted=False, by=house.ana)
    page = note()
    page.get_by_label("Note").fill("My buddy came.")
    expect(line(page)).to_contain_text("“buddy”")


def test_the_buttons_speak_the_language_of_the_page(note):
    page = note(language="es")
    page.locator("textarea").fill("The addict came to the group.")
    expect(line(page)).to_contain_text("Podrías decir:")


def test_the_inventory_shows_words_in_their_places(browse, house):
    page = browse(house.ana, reverse("words"))
    page.get_by_label("Paste your writing").fill("The addict came.\nTwo addicts left.")
    page.get_by_role("button", name="Look through it").click()
    assert page.locator(".words-found mark").all_inner_texts() == ["addict", "addicts"]
    assert [*faults(page), *too_wide(page)] == []
