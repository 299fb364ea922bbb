"""A death is written down: nobody is asked to call or to meet any more."""

import pytest

from alongside.common.clock import today
from alongside.contacts.actions import make_promise, wish_for_calls
from tests.browser.hands import Finger, Keys
from tests.browser.looking import check_page

PARTS = ["What I promised", "Calls they wish for", "Who I walk with"]


WAYS = [
    pytest.param((Finger, True), id="by finger"),
    pytest.param((Finger, False), id="without JavaScript"),
    pytest.param((Keys, True), id="by keyboard alone"),
]


@pytest.fixture(params=WAYS)
def hands(request, browse, house):
    make_promise(recoveree=house.sam, words="A ride", due_on=today(), by=house.ana)
    wish_for_calls(recoveree=house.sam, by=house.ana, coach=house.ana)
    kind, javascript = request.param
    return kind(browse(house.ana, "/", width=360, javascript=javascript))


def test_who_has_died_is_gone_from_today_and_ana_is_asked_how_she_is(hands):
    assert parts_with_sam(hands) == PARTS
    when_ana_writes_that_sam_has_died(hands)
    hands.go_to("Today")
    assert parts_with_sam(hands) == []
    then_she_is_asked_whether_she_would_like_to_talk(hands)


def parts_with_sam(hands) -> list[str]:
    parts = [hands.main.get_by_role("region", name=name) for name in PARTS]
    return [
        name
        for name, part in zip(PARTS, parts, strict=True)
        if part.get_by_role("link", name="Sam", exact=True).count()
    ]


def when_ana_writes_that_sam_has_died(hands):
    hands.press("Sam")
    hands.open("More")
    hands.press("They have died")
    check_page(hands.page)
    hands.write("What you want to keep", "She sang.")
    hands.press("Save")


def then_she_is_asked_whether_she_would_like_to_talk(hands):
    assert hands.main.get_by_text("Sam has died.").is_visible()
    check_page(hands.page)
    hands.press("Not now")
    assert hands.main.get_by_role("link", name="Sam").count() == 0
