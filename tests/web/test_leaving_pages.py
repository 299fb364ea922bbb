"""Read together, the copy, telling in an emergency, and what left: pages."""

import hashlib

import pytest
from django.urls import reverse

from alongside.common.clock import local, now
from alongside.common.ids import new_id
from alongside.consent.queries import disclosures_of
from alongside.people.actions.telling import add_way, state_recovery
from alongside.people.queries.reading import own_words_for
from alongside.web.urls import consent
from alongside.web.urls.people import acts

STRANGERS = ["eve", "oz", "rex", "tam", "val", "ada"]


def addresses(person):
    patterns = [*acts.urlpatterns, *consent.urlpatterns]
    names = [
        p.name
        for p in patterns
        if str(p.pattern).count("<") == 1 and "recoveree_id" in str(p.pattern)
    ]
    return [reverse(name, args=[person.pk]) for name in names if name != "death-take-back"]


def at(name, *args):
    return reverse(name, args=args)


@pytest.fixture
def mornings(house):
    return state_recovery(recoveree=house.sam, by=house.ana, words="Mornings by the river")


def test_read_together_shows_their_words_first_and_no_name_in_the_title(page, house, mornings):
    way = add_way(recoveree=house.sam, by=house.ana, kind="phone", address="555-0134")
    browser, place = page(house.ana), at("together", house.sam.pk)
    shown, near = (browser.get(place + asked).content.decode() for asked in ("", "?part=near"))
    assert [text in shown for text in (mornings.words, way.address)] == [True, False]
    assert way.address in near
    assert "Sam" not in shown[shown.index("<title>") : shown.index("</title>")]


def test_own_words_stand_beside_what_they_are_about(page, house, mornings):
    address = at("own-word-about", house.sam.pk, mornings.pk)
    told = {"words": "still true", "is_not_how_i_see_it": "", "id": new_id()}
    answer = page(house.ana).post(address, told)
    assert answer.url == at("together", house.sam.pk) + f"#e-{mornings.pk}"
    assert [word.words for word in own_words_for(house.sam)[mornings.pk]] == ["still true"]


def test_own_words_about_what_is_not_in_the_record_find_nothing(page, house):
    assert page(house.ana).get(at("own-word-about", house.sam.pk, new_id())).status_code == 404


def ask_copy(browser, house, **more):
    told = {"extent": "whole", "method": "pdf", "id": new_id()} | more
    return browser.post(at("copy", house.sam.pk), told)


def test_the_pdf_is_tagged_and_the_accounting_holds_its_fingerprint(page, house, mornings):
    answer = ask_copy(page(house.ana), house)
    [row] = disclosures_of(house.ana, house.sam)
    assert row.content_sha256 == hashlib.sha256(answer.content).hexdigest()
    assert (row.basis, row.method, row.sent_at is not None) == ("own_copy", "pdf", True)
    assert b"pdfuaid:part>1<" in answer.content
    assert b"StructTreeRoot" in answer.content


def test_a_chosen_part_leaves_alone(page, house, mornings):
    add_way(recoveree=house.sam, by=house.ana, kind="phone", address="555-0134")
    more = {"extent": "parts", "sections": ["own"], "method": "printed"}
    shown = ask_copy(page(house.ana), house, **more).content.decode()
    assert (mornings.words in shown, "555-0134" in shown) == (True, False)
    assert [row.what for row in disclosures_of(house.ana, house.sam)] == ["Your own words"]


def test_a_copy_asked_for_twice_with_one_page_leaves_once(page, house):
    browser, id = page(house.ana), new_id()
    answers = [ask_copy(browser, house, id=id).status_code for _ in range(2)]
    assert answers == [200, 302]
    assert disclosures_of(house.ana, house.sam).count() == 1


EMERGENCY = {
    "grounds": "not breathing",
    "recipient": "Dr. Ade",
    "address": "City Hospital",
    "told": "takes methadone",
    "method": "spoken",
}


def tell(browser, house, **more):
    told = EMERGENCY | {"at": local(now()).strftime("%Y-%m-%dT%H:%M"), "id": new_id()} | more
    return browser.post(at("emergency", house.sam.pk), told)


@pytest.mark.parametrize("field", [*EMERGENCY, "at"])
def test_in_an_emergency_nothing_is_saved_while_something_is_missing(page, house, field):
    assert tell(page(house.ana), house, **{field: ""}).status_code == 200
    assert disclosures_of(house.ana, house.sam).count() == 0


def test_the_sheet_holds_what_was_told_and_the_federal_notice(page, house):
    browser = page(house.ana)
    answer = tell(browser, house)
    shown = browser.get(answer.url).content.decode()
    assert "takes methadone" in shown
    assert "42 CFR part 2" in shown
    [row] = disclosures_of(house.ana, house.sam)
    assert (row.told, row.by, row.address) == ("takes methadone", house.ana, "City Hospital")


def test_told_twice_with_one_page_is_written_once(page, house):
    browser, id = page(house.ana), new_id()
    answers = [tell(browser, house, id=id).url for _ in range(2)]
    assert answers[0] == answers[1]
    assert disclosures_of(house.ana, house.sam).count() == 1


def test_every_page_opens_for_a_supervisor(page, house):
    browser = page(house.sue)
    urls = [url for url in addresses(house.sam) if url.count("/") == 4]
    assert {url: browser.get(url).status_code for url in urls} == dict.fromkeys(urls, 200)


@pytest.mark.parametrize("name", STRANGERS)
def test_for_strangers_there_is_nothing(page, house, name):
    browser = page(getattr(house, name))
    urls = [url for url in addresses(house.sam) if url.count("/") == 4]
    assert {browser.get(url).status_code for url in urls} == {404}
