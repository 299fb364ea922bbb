"""Every part of our pages on one page."""

import pytest

from tests.browser.looking import check_page, picture

pytestmark = pytest.mark.urls("tests.browser.gallery")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["/gallery/", "/gallery/?wrong"])
def test_every_part_is_without_barriers(browse, house, width, address):
    page = browse(house.ana, address, width=width)
    picture(page, f"gallery-{'wrong-' if 'wrong' in address else ''}{width}")
    check_page(page)


def test_what_is_tapped_is_at_least_44_px_high(browse, house):
    page = browse(house.ana, "/gallery/")
    small = page.evaluate(
        """[...document.querySelectorAll("button, summary, select, .govuk-input, .bar a")]
        .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.5)
        .map((e) => e.className)"""
    )
    assert small == []


def test_an_error_links_to_its_field(browse, house):
    page = browse(house.ana, "/gallery/?wrong")
    page.locator(".govuk-error-summary a", has_text="What shall I call you?").click()
    assert page.evaluate("document.activeElement.name") == "called"


def test_a_field_names_its_hint_and_its_error(browse, house):
    page = browse(house.ana, "/gallery/?wrong", javascript=False)
    described = page.locator("[name=called]").get_attribute("aria-describedby").split()
    words = [page.locator(f"#{part}").text_content().strip() for part in described]
    assert words == ["Any word is good.", "Please look again: This field is required."]
