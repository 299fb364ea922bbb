"""A coach and a person at one screen: what matters, where it stands, hopes, goals, the picture."""

import pytest

from tests.browser.hands import Finger, Keys

WAYS = [
    pytest.param((Finger, True), id="at 360 px"),
    pytest.param((Finger, False), id="without JavaScript"),
    pytest.param((Keys, True), id="by keyboard alone"),
]


@pytest.fixture(params=WAYS)
def hands(request, browse, house):
    kind, javascript = request.param
    page = browse(house.ana, f"/people/{house.sam.pk}/", width=360, javascript=javascript)
    return kind(page)


def test_a_walk_is_told_at_the_shared_screen_and_the_picture_follows(hands):
    hands.press("Journey")
    assert signs(hands) == 0
    when_a_concern_is_named(hands, "my kids")
    when_it_is_said_where_it_stands(hands, "my kids", "Stabilization")
    assert signs(hands) == 1
    when_it_is_said_where_it_stands(hands, "my kids", "Harm reduction")
    assert signs(hands) == 2
    when_a_hope_is_written(hands, "Sunday dinners with them")
    when_a_goal_gets_its_first_step(hands, "A call to my sister", "Find her number")
    then_the_step_was_taken_by_the_person(hands)
    then_the_table_says_the_same(hands)
    when_the_plan_is_agreed_by_their_word(hands)
    then_it_goes_along_on_paper(hands)


def back(hands, words):
    """By the link that stands above the page."""
    hands.within(hands.page.locator("body")).press(words)


def signs(hands) -> int:
    """How many points of lines are drawn."""
    return hands.main.locator("svg.walk .marks[class*=look-] use").count()


def when_a_concern_is_named(hands, words):
    hands.press("Name a concern")
    hands.write("What is it, in your words?", words)
    hands.press("Save")


def when_it_is_said_where_it_stands(hands, concern, stage):
    hands.press("Say where it is")
    hands.tick(concern)
    hands.tick(stage)
    hands.tick("The person said so")
    hands.press("Save")


def when_a_hope_is_written(hands, words):
    hands.press("Write a hope")
    hands.write("What you hope for, in your words", words)
    hands.press("Save")
    back(hands, "The journey")


def when_a_goal_gets_its_first_step(hands, goal, step):
    hands.press("Set a goal")
    hands.write("What you want, in your words", goal)
    hands.press("Save")
    hands.press("Steps, and how it goes")
    hands.write("A small step", step)
    hands.press("Save")


def then_the_step_was_taken_by_the_person(hands):
    hands.press("How did it go?")
    hands.tick("I did it myself")
    hands.press("Save")
    assert hands.main.get_by_text("I did it myself").is_visible()


def then_the_table_says_the_same(hands):
    back(hands, "Goals")
    back(hands, "The journey")
    told = hands.main.inner_text()
    assert [words in told for words in ("my kids", "Stabilization", "Sunday dinners")] == [True] * 3


def when_the_plan_is_agreed_by_their_word(hands):
    hands.press("The plan")
    hands.press("Read it aloud, and agree on it")
    assert hands.main.get_by_text("A call to my sister").first.is_visible()
    hands.tick("This is my plan.")
    hands.press("Keep it as I said")


def then_it_goes_along_on_paper(hands):
    assert "It still reads as it did then." in hands.main.inner_text()
    hands.press("On paper, or as a PDF")
    assert hands.take("Make the copy").startswith(b"%PDF-")
