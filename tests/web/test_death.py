"""A death recorded: gone from every list, call and reminder; the record stays to be read."""

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.common.clock import now, today
from alongside.contacts import actions
from alongside.contacts.actions import Draft, Present
from alongside.people.actions import pair, rest, start_person
from alongside.people.actions.handing import hand_over
from alongside.people.actions.safety import (
    answer_support,
    record_death,
    take_back_death,
)
from alongside.people.queries.safety import support_offers_for
from alongside.team.roles import GRANTS, Role
from tests.web.kinds import PAGES
from tests.web.test_wall import addresses

NAME = "Wilhelmina"
#: What is told of a month that was stays told, with whom it was.
HISTORY = {"month-rows", "undated-rows"}


@pytest.fixture
def mina(house):
    """Somebody who stands on every list that Ana has: all is due today."""
    mina = start_person(program=house.harbor, called=NAME, by=house.ana)
    pair(recoveree=mina, coach=house.ben, by=house.ana)
    hand_over(recoveree=mina, from_coach=house.ben, to_coach=house.ana, by=house.ben)
    told = {"recoveree": mina, "by": house.ana}
    actions.make_promise(words="a bus pass", due_on=today(), **told)
    actions.make_appointment(at=now() + timedelta(hours=1), **told)
    actions.wish_for_calls(next_on=today(), coach=house.ana, **told)
    long_ago = Draft(present=[Present(mina)], at=now() - timedelta(days=80))
    actions.record_contact(program=house.harbor, draft=long_ago, by=house.ana)
    return mina


def lists(house):
    """The address of every page without an id that a coach may open."""
    mine = GRANTS[Role.COACH]
    names = [name for name, may in PAGES.items() if (may is None or may in mine)]
    names = set(names) - HISTORY
    urls = {a.name: a.path({}) for a in addresses() if a.name in names and not a.parameters}
    tabs = {
        f"people {tab}": f"{urls['people']}?show={tab}"
        for tab in ("mine", "all", "alone", "resting")
    }
    return urls | tabs


def naming(browser, house):
    """Which lists name her; the search is one of them."""
    answers = {name: browser.get(url) for name, url in lists(house).items()}
    pages = {name: one for name, one in answers.items() if "html" in one["Content-Type"]}
    shown = {name: one.content.decode() for name, one in pages.items()}
    shown["found"] = browser.post(reverse("people-search"), {"q": NAME[:5]}).content.decode()
    who = {"find": NAME[:5], "act": "who", "program": house.harbor.pk}
    shown["chooser"] = browser.post(reverse("contact-new"), who).content.decode()
    return sorted(name for name, text in shown.items() if NAME in text)


def test_after_a_death_no_list_names_them_and_taken_back_all_do(house, mina, page):
    browser = page(house.ana)
    before = naming(browser, house)
    death = record_death(recoveree=mina, by=house.sue)
    [offer] = support_offers_for(house.ana)
    answer_support(offer=offer, wants_talk=False, by=house.ana)
    after = naming(browser, house)
    take_back_death(death=death, by=house.sue)
    named = ["calls", "chooser", "contact-new", "found", "people", "people all", "people mine"]
    assert (before, after) == ([*named, "today"], [])
    assert naming(browser, house) == before


def test_the_list_of_resting_people_leaves_them_out_too(house, mina, page):
    rest(recoveree=mina, by=house.ana)
    browser, url = page(house.ana), reverse("people") + "?show=resting"
    before = NAME in browser.get(url).content.decode()
    record_death(recoveree=mina, by=house.sue)
    assert [before, NAME in browser.get(url).content.decode()] == [True, False]


def test_the_record_is_read_by_its_address_and_found_when_asked_for(house, mina, page):
    record_death(recoveree=mina, by=house.ana)
    browser = page(house.ana)
    pages = [reverse(name, args=[mina.pk]) for name in ("person", "together", "copy")]
    assert [browser.get(url).status_code for url in pages] == [200, 200, 200]
    asked = {"q": NAME, "with_died": "1"}
    found = browser.post(reverse("people-search"), asked).context["cards"]
    assert [card.person for card in found] == [mina]


def test_after_a_death_nothing_more_is_asked_of_them(house, page):
    browser, sam = page(house.ana), [house.sam.pk]
    asks = {
        "person": ["person-ways", "person-recovery", "together", "contact-new", "call-new"],
        "journey": ["sighting-new", "concern-new", "hopes", "goal-new"],
    }

    def asked(name):
        html = browser.get(reverse(name, args=sam)).content.decode()
        there = [reverse(one, args=[] if one == "contact-new" else sam) for one in asks[name]]
        main = html.partition("<main")[2]
        return [f'href="{one}' in main for one in there]

    before = [asked(name) for name in asks]
    record_death(recoveree=house.sam, by=house.sue)
    assert before == [[True] * 5, [True] * 4]
    assert [asked(name) for name in asks] == [[False] * 5, [False] * 4]


def test_support_is_offered_to_staff_who_were_in_touch_lately(house, page):
    for who, days in [(house.ben, 89), (house.max, 91)]:
        draft = Draft(present=[Present(house.sam)], at=now() - timedelta(days=days))
        actions.record_contact(program=house.harbor, draft=draft, by=who)
    page(house.ana).post(reverse("death", args=[house.sam.pk]), {"words": "", "on": ""})
    asked = {name: support_offers_for(getattr(house, name)).count() for name in ["ana", "ben"]}
    assert (asked, support_offers_for(house.max).count()) == ({"ana": 1, "ben": 1}, 0)


def test_the_support_card_is_answered_from_today(page, house):
    browser = page(house.ana)
    browser.post(reverse("death", args=[house.sam.pk]), {"words": "", "on": ""})
    assert "You walked with them" in browser.get(reverse("today")).content.decode()
    [offer] = support_offers_for(house.ana)
    browser.post(reverse("support-answer", args=[offer.pk]), {"wants": "no"})
    assert "You walked with them" not in browser.get(reverse("today")).content.decode()
