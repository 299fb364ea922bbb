"""Pages of the people room: who may open them, and what they keep."""

import pytest
from django.urls import reverse

from alongside.web.urls.people import record


def addresses(person):
    """Every page about one person that this room has."""
    names = [p.name for p in record.urlpatterns if str(p.pattern).count("<") == 1]
    return [reverse(name, args=[person.pk]) for name in names]


def test_every_page_opens_for_a_coach(page, house):
    browser = page(house.ana)
    opened = {url: browser.get(url).status_code for url in addresses(house.sam)}
    assert opened == dict.fromkeys(addresses(house.sam), 200)


@pytest.mark.parametrize("name", ["eve", "oz", "rex", "tam", "val", "ada"])
def test_for_strangers_there_is_nothing(page, house, name):
    browser = page(getattr(house, name))
    opened = {browser.get(url).status_code for url in addresses(house.sam)}
    posted = {browser.post(url, {}).status_code for url in addresses(house.sam)[1:]}
    assert (opened, posted) == ({404}, {404})
