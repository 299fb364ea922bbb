"""Pages of the people room: who may open them, and what they keep."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.people.actions import pair, rest, start_people, start_person
from alongside.people.actions.telling import Said, add_way, answer
from alongside.people.models import Reply
from alongside.people.queries.telling import ways_of
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


def queries_of(browser, url):
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(url).status_code == 200
    return len(seen)


@pytest.mark.parametrize("show", ["mine", "all", "alone", "resting"])
def test_a_list_asks_as_little_for_60_people_as_for_5(page, house, show):
    browser, url = page(house.ana), reverse("people") + f"?show={show}"

    def begin(number):
        names = [(None, f"Kim {n}") for n in range(number)]
        for person in start_people(names, program=house.harbor, by=house.ana):
            if show != "alone":
                pair(recoveree=person, coach=house.ana, by=house.ana)
            if show == "resting":
                rest(recoveree=person, by=house.ana)

    begin(5)
    browser.get(url)
    before = queries_of(browser, url)
    begin(55)
    assert queries_of(browser, url) <= before


def test_from_one_word_to_the_persons_page(page, house):
    browser = page(house.ana)
    form = browser.get(reverse("person-start")).context["form"]
    sent = {"id": form["id"].value(), "called": "Sam", "walks": "on"}
    first, second = (browser.post(reverse("person-start"), sent) for _ in range(2))
    assert first.url == second.url
    shown = browser.get(first.url).context
    assert [card.person for card in shown["alike"]] == [house.sam]


def test_a_name_searched_for_stands_in_no_address(page, house):
    browser = page(house.ana)
    found = browser.post(reverse("people-search"), {"q": "sám"}).context["cards"]
    asked = browser.get(reverse("people-search") + "?q=sam").context["cards"]
    assert ([card.person for card in found], asked) == ([house.sam], [])


@pytest.mark.parametrize("name", ["eve", "oz", "rex"])
def test_a_stranger_ends_nothing_of_another_person(page, house, name):
    way = add_way(recoveree=house.sam, by=house.ana, kind="phone", address="978 555 0100")
    url = reverse("way-end", args=[house.sam.pk, way.pk])
    assert page(getattr(house, name)).post(url).status_code == 404
    assert list(ways_of(house.sam)) == [way]


def test_bad_input_keeps_what_was_typed(page, house):
    url = reverse("person-ways", args=[house.sam.pk])
    shown = page(house.ana).post(url, {"address": "Café Ñ 🌻", "times": "x" * 201})
    form = shown.context["form"]
    assert (form["address"].value(), len(form["times"].value())) == ("Café Ñ 🌻", 201)
    assert ways_of(house.sam).count() == 0


def test_hostile_names_in_a_list_are_only_words(page, house):
    house.ana.name = "<b>Ana</b>"
    house.ana.save()
    kim = start_people([(None, "<script>alert(1)</script>")], program=house.harbor, by=house.ana)[0]
    pair(recoveree=kim, coach=house.ana, by=house.ana)
    told = page(house.ana).get(reverse("people") + "?show=all").content.decode()
    assert ("<script>alert" in told, "<b>Ana" in told) == (False, False)
    assert "&lt;script&gt;alert(1)" in told
    assert "&lt;b&gt;Ana&lt;/b&gt;" in told


def test_those_whom_nobody_walks_with_have_a_list_of_their_own(page, house):
    url = reverse("people") + "?show=alone"

    def named(reader):
        return [card.person.called for card in page(reader).get(url).context["cards"]]

    before = named(house.max)
    start_person(program=house.harbor, called="Nova", by=house.ana)
    start_person(program=house.harbor, called="Juno", by=house.ana, walks_with=house.ana)
    assert named(house.max) == ["Nova", *before]
    assert "Nova" not in named(house.eve)


def test_a_pause_that_is_half_written_says_what_is_still_to_be_said(page, house):
    url = reverse("pause-new", args=[house.sam.pk])
    told = page(house.sue).post(url, {"reason": "A window broke."}).content.decode()
    assert "A window broke." in told
    assert "Choose the day on which it ends." in told
    assert "Write to whom they can object, and how." in told
    assert "This field is required." not in told


def test_two_records_side_by_side_tell_a_birth_date_in_words(page, house):
    other = start_person(program=house.harbor, called="Sammy", by=house.ana)
    said = [Said("born_on", Reply.ANSWERED, "1974-01-05")]
    answer(recoveree=other, said=said, by=house.ana)
    url = reverse("join", args=[house.sam.pk, other.pk])
    assert "Jan 5, 1974" in page(house.max).get(url).content.decode()
