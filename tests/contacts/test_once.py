"""The same page sent twice at the same instant: one row, and the same receipt for both."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse

from alongside.common.clock import now, today
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.contacts.actions import (
    Draft,
    Present,
    make_appointment,
    make_promise,
    record_attempt,
    record_contact,
    record_note,
)
from alongside.contacts.models import Contact, Note

pytestmark = pytest.mark.django_db(transaction=True)

TOMORROW = now() + timedelta(days=1)


def at_once(send, times=4) -> list:
    """What each of several threads got for the same act, begun at the same instant."""
    got, together = [], Barrier(times)

    def one():
        together.wait()
        try:
            got.append(send())
        except (NotAllowed, DatabaseError) as fault:
            got.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=one) for _ in range(times)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return got


ACTS = {
    "contact": lambda house, id: record_contact(
        program=house.harbor, draft=Draft([Present(house.sam, note="Tea.")], id=id), by=house.ana
    ),
    "note": lambda house, id: record_note(
        recoveree=house.sam, body="We walked.", by=house.ana, id=id
    ),
    "promise": lambda house, id: make_promise(
        recoveree=house.sam, words="A pass", due_on=today(), by=house.ana, id=id
    ),
    "appointment": lambda house, id: make_appointment(
        recoveree=house.sam, at=TOMORROW, by=house.ana, id=id
    ),
    "call": lambda house, id: record_attempt(
        recoveree=house.sam, outcome="talked", by=house.ana, id=id
    ),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_at_the_same_instant_all_get_the_one_row(house, act):
    id = new_id()
    assert [row.pk for row in at_once(lambda: act(house, id))] == [id] * 4


def test_the_page_of_a_contact_shows_all_of_them_the_same_receipt(house):
    sent = {"id": str(new_id()), "act": "save", "others": "3", "program": str(house.harbor.pk)}

    def send():
        browser = Client()
        browser.force_login(house.ana)
        return browser.post(reverse("contact-new"), sent).url

    assert set(at_once(send)) == {reverse("contact", args=[sent["id"]])}
    assert Contact.objects.count() == 1


def test_quick_start_shows_all_of_them_the_same_page(house):
    sent = {"id": str(new_id()), "called": "Jo", "walks": "on"}

    def send():
        browser = Client()
        browser.force_login(house.ana)
        return browser.post(reverse("person-start"), sent).url

    assert set(at_once(send)) == {reverse("person", args=[sent["id"]]) + "?new=1"}


def test_an_id_that_holds_somebody_elses_note_is_refused(house):
    id = new_id()
    record_note(recoveree=house.sam, body="Hers.", by=house.ana, id=id)
    with pytest.raises(NotAllowed):
        record_note(recoveree=house.sam, body="His.", by=house.ben, id=id)
    assert [note.body for note in Note.objects.all()] == ["Hers."]


def test_what_was_typed_after_going_back_is_not_taken_for_stored(house):
    """A note changed and sent again with its old id: refused, so that nothing seems saved."""
    id = new_id()
    record_note(recoveree=house.sam, body="Tea.", by=house.ana, id=id)
    with pytest.raises(NotAllowed):
        record_note(recoveree=house.sam, body="Tea, and a long talk.", by=house.ana, id=id)
    draft = Draft([Present(house.sam, note="Tea.")], id=id)
    record_contact(program=house.harbor, draft=draft, by=house.ana)
    with pytest.raises(NotAllowed):
        later = Draft([Present(house.sam, note="Coffee.")], id=id)
        record_contact(program=house.harbor, draft=later, by=house.ana)
