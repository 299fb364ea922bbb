"""The picture of a walk, read sign by sign; the table where there are no scripts."""

from datetime import timedelta

import pytest

from alongside.common.clock import today
from alongside.journeys.actions.walk import see
from alongside.journeys.lists import id_of
from tests.browser.looking import faults, too_wide


@pytest.fixture
def walked(house):
    for days, key in [(60, "harm_reduction"), (30, "stabilization"), (5, "engagement")]:
        day = today() - timedelta(days=days)
        see(recoveree=house.sam, stage_id=id_of("stage", key), seen_on=day, by=house.ana)
    return f"/people/{house.sam.pk}/journey/"


def test_arrow_keys_read_the_signs_in_the_order_of_time(browse, house, walked):
    page = browse(house.ana, walked)
    page.locator("[data-walk]").focus()
    said = []
    for key in ["Home", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp"]:
        page.keyboard.press(key)
        said.append(page.locator("output").inner_text().split(" · ")[3])
    stages = ["Harm reduction", "Stabilization", "Engagement and persuasion"]
    assert said == [*stages, stages[2], stages[1]]


def test_a_finger_reads_the_sign_it_touches(browse, house, walked):
    page = browse(house.ana, walked)
    page.locator(".marks use").nth(1).click()
    assert "Stabilization" in page.locator("output").inner_text()


def test_words_of_a_year_that_is_not_on_the_page_are_fetched(browse, house, walked):
    for days in range(400, 530):
        day = today() - timedelta(days=days)
        see(recoveree=house.sam, answer="not_known", seen_on=day, words="Far.", by=house.ana)
    page = browse(house.ana, f"{walked}?year={today().year}")
    page.locator("[data-walk]").focus()
    page.keyboard.press("Home")
    page.get_by_role("status").get_by_text("Far.").first.wait_for()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_page_has_no_barriers_and_is_not_too_wide(browse, house, walked, width):
    page = browse(house.ana, walked, width=width)
    page.get_by_text("What the signs mean").click()
    assert [*faults(page), *too_wide(page)] == []


def test_without_scripts_the_table_holds_it(browse, house, walked):
    page = browse(house.ana, walked, javascript=False)
    assert page.get_by_role("row").filter(has_text="Stabilization").count() == 1
    assert not page.locator("[data-walk-read]").is_visible()
