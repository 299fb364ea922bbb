"""How many queries a page asks: no more than now, and no more for a longer walk."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.common.clock import today
from alongside.common.ids import new_id
from alongside.contacts.actions import Draft, Present, make_promise, record_contacts, record_note
from alongside.people.actions import start_person

PERSON, SAVING, RECEIPT = 38, 12, 22


@pytest.fixture
def walk(house):
    """Makes the walk with Sam longer by some of everything."""

    def on(times: int) -> None:
        drafts = [Draft(present=[Present(house.sam, note="x")], others=1) for _ in range(times)]
        record_contacts(drafts, program=house.harbor, by=house.ana)
        for _ in range(times):
            record_note(recoveree=house.sam, body="x", by=house.ana)
            make_promise(recoveree=house.sam, words="x", due_on=today(), by=house.ana)

    return on


def asked_for(act) -> int:
    act()
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


def test_a_persons_page_asks_the_same_however_long_the_walk(house, page, walk):
    browser, address = page(house.ana), reverse("person", args=[house.sam.pk])
    walk(4)
    before = asked_for(lambda: browser.get(address))
    walk(20)
    assert asked_for(lambda: browser.get(address)) <= before <= PERSON


def test_saving_a_contact_asks_the_same_however_long_the_walk(house, page, walk):
    browser, address = page(house.ana), reverse("contact-new")

    def save():
        sent = {"id": new_id(), "program": house.harbor.pk, "people": house.sam.pk, "act": "save"}
        sent[f"{house.sam.pk}-note"] = "x"
        assert browser.post(address, sent).status_code == 302

    before = asked_for(save)
    walk(20)
    assert asked_for(save) <= before <= SAVING


def test_a_receipt_asks_the_same_however_many_were_there(house, page):
    browser, people = page(house.ana), [house.sam]

    def read() -> int:
        present = [Present(person, note="x", promise="y") for person in people]
        [contact] = record_contacts([Draft(present)], program=house.harbor, by=house.ben)
        return asked_for(lambda: browser.get(reverse("contact", args=[contact.pk])))

    before = read()
    people += [start_person(program=house.harbor, called=name, by=house.ana) for name in "ABC"]
    assert read() == before <= RECEIPT
