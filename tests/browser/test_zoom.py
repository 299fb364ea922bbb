"""At 400 % a window of 1280 × 1024 is one of 320 × 256: nothing is cut or lies under a bar."""

import pytest
from django.urls import reverse

from tests.browser.hands import UNSEEN
from tests.browser.looking import too_wide

PAGES = ["today", "people", "person", "contact-new", "calls", "month-now", "together", "more"]
STOPS = 30


@pytest.mark.parametrize("name", PAGES)
def test_at_400_percent_every_stop_of_the_keyboard_is_seen(browse, house, name):
    args = [house.sam.pk] if name in ("person", "together") else []
    page = browse(house.ana, reverse(name, args=args))
    page.set_viewport_size({"width": 320, "height": 256})
    assert hidden_stops(page) == []
    assert too_wide(page) == []


def hidden_stops(page) -> list[str]:
    unseen = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        unseen.append(page.evaluate(UNSEEN))
    return [one for one in unseen if one]
