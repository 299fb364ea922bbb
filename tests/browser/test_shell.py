"""The frame round every page, in a real browser."""

import pytest

from tests.browser.looking import check_page, picture

LANGUAGES = ["en", "es"]
WIDTHS = [360, 1280]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_today_has_no_barriers(browse, house, language, width):
    page = browse(house.ana, "/", width=width, language=language)
    check_page(page)
    picture(page, f"today-{language}-{width}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_sign_in_has_no_barriers(browse, language):
    page = browse(None, "/account/login/", language=language)
    check_page(page)
    picture(page, f"sign-in-{language}")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_card_for_an_overdose_opens_without_javascript(browse, house, width):
    page = browse(house.ana, "/", width=width, javascript=False)
    page.get_by_text("Help now").click()
    assert page.get_by_role("link", name="Call 911").is_visible()
    assert page.get_by_text("988 Lifeline").is_visible()
    picture(page, f"help-now-{width}")


def test_the_open_card_has_no_barriers(browse, house):
    page = browse(house.ana, "/")
    page.get_by_text("Help now").click()
    check_page(page)


def test_the_language_changes_without_javascript_and_the_page_stays(browse, house):
    page = browse(house.ana, "/more/", javascript=False)
    page.get_by_role("button", name="Español").click()
    assert page.url.endswith("/more/")
    assert page.locator("html").get_attribute("lang") == "es"
    house.ana.refresh_from_db()
    assert house.ana.language == "es"


def test_typed_words_are_not_lost_to_the_other_language_without_asking(browse, house):
    page, asked = browse(house.ana, f"/people/{house.sam.pk}/promises/new/"), []
    page.on("dialog", lambda dialog: asked.append(dialog.message) or dialog.dismiss())
    page.get_by_role("button", name="Español").click()
    page.get_by_role("button", name="English").click()
    assert asked == []
    page.get_by_label("What you promise").fill("A ride")
    page.get_by_role("button", name="Español").click()
    assert [message.startswith("What you typed") for message in asked] == [True]
    assert page.get_by_label("What you promise").input_value() == "A ride"


def test_the_skip_link_is_the_first_stop_of_the_keyboard(browse, house):
    page = browse(house.ana, "/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_missing_page_says_so_kindly(browse, house):
    page = browse(house.ana, "/nothing-here/")
    assert page.get_by_role("heading", level=1).inner_text() == "That page is not here"
    check_page(page)
    picture(page, "missing")


def test_without_javascript_another_language_leaves_what_was_typed_where_it_is(browse, house):
    page = browse(house.ana, f"/people/{house.sam.pk}/promises/new/", javascript=False)
    page.get_by_label("What you promise").fill("A bus pass")
    with page.context.expect_page() as beside:
        page.get_by_role("button", name="Español").click()
    beside.value.wait_for_load_state()
    assert beside.value.locator("html").get_attribute("lang") == "es"
    assert page.get_by_label("What you promise").input_value() == "A bus pass"


def test_where_nothing_can_be_typed_the_language_changes_in_place(browse, house):
    page = browse(house.ana, "/more/", javascript=False)
    page.get_by_role("button", name="Español").click()
    assert (len(page.context.pages), page.locator("html").get_attribute("lang")) == (1, "es")
