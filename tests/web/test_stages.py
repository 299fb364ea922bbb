"""A program's own words and order for stages, and the guide for its coaches."""

import re

import pytest
from django.urls import reverse

from alongside.journeys.actions.walk import see
from alongside.journeys.guide import GUIDE
from alongside.journeys.lists import STAGES, id_of
from alongside.journeys.models import Sighting, Stage, StageHere

ENGAGEMENT = id_of("stage", "engagement")


def change(browser, **told):
    sent = {"name": "Getting to know", "say": "Hello.", "order": 9, "is_shown": "on"} | told
    return browser.post(reverse("stage", args=[ENGAGEMENT]), sent)


def test_every_stage_of_the_list_has_a_guide_with_both_crafts():
    assert set(GUIDE) == {key for key, *_ in STAGES}
    assert all(page.recovery_coaching and page.harm_reduction for page in GUIDE.values())


def test_the_guide_says_that_nobody_reviewed_it(house, page):
    html = page(house.ana).get(reverse("stages")).content.decode()
    assert "Not reviewed." in html
    assert "primary prevention" not in html.lower()


def test_a_programs_words_show_where_a_coach_chooses_and_change_no_history(house, page):
    row = see(recoveree=house.sam, stage_id=ENGAGEMENT, by=house.ana)
    assert change(page(house.max)).status_code == 302
    place = reverse("sighting-new", args=[house.sam.pk])
    html = page(house.ana).get(place).content.decode()
    assert ("Getting to know" in html, "Engagement and persuasion" in html) == (True, False)
    assert Sighting.objects.get() == row
    assert html.index("Recovery management") < html.index("Getting to know")


def test_words_left_as_listed_stay_the_lists_own(house, page):
    """So that they still speak every language."""
    listed = Stage.objects.get(pk=ENGAGEMENT)
    change(page(house.max), name=listed.name, say=listed.say)
    here = StageHere.objects.get()
    assert (here.name, here.say, here.order) == ("", "", 9)


def test_a_stage_that_is_not_used_is_no_choice_but_stays_in_history(house, page):
    see(recoveree=house.sam, stage_id=ENGAGEMENT, by=house.ana)
    change(page(house.max), is_shown="")
    browser = page(house.ana)
    chosen = browser.get(reverse("sighting-new", args=[house.sam.pk])).content.decode()
    assert "Getting to know" not in chosen
    assert (
        "Getting to know" in browser.get(reverse("journey", args=[house.sam.pk])).content.decode()
    )


@pytest.mark.parametrize("order", ["0", "100", "first", ""])
def test_a_place_in_the_row_that_is_none_keeps_what_was_typed(house, page, order):
    answer = change(page(house.max), order=order, name="Kept")
    assert answer.status_code == 200
    assert re.search(r'value="Kept"', answer.content.decode())
