"""The walk in the words of the page: every kind of thing, and nothing looked up for its words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.common.clock import now, today
from alongside.contacts.actions import Draft, Present, make_promise, record_contacts, record_note
from alongside.contacts.queries import timeline_for
from alongside.web.presenters.moments import moments_in_words


@pytest.fixture
def walk(house):
    """A contact with a note, a contact without a day, a note alone and a promise."""
    drafts = [
        Draft(present=[Present(house.sam, note="By the <river>")], at=now() - timedelta(days=1)),
        Draft(present=[Present(house.sam)], when_known="not_known"),
    ]
    record_contacts(drafts, program=house.harbor, by=house.ana)
    record_note(recoveree=house.sam, body="Alone", by=house.ana)
    make_promise(recoveree=house.sam, words="A bed", due_on=today(), by=house.ana)
    return timeline_for(house.ana, house.sam)


def test_every_kind_has_its_words(walk):
    told = {one["kind"]: one["title"] for one in moments_in_words(walk)}
    assert told == {"contact": "Contact, in person", "note": "Note", "promise": "Promise"}


def test_the_words_ask_the_database_nothing(walk):
    with CaptureQueriesContext(connection) as asked:
        list(moments_in_words(walk))
    assert len(asked) == 0


def test_what_was_written_is_shown_as_words_and_never_as_markup(house, page, walk):
    shown = page(house.ana).get(f"/people/{house.sam.pk}/").content.decode()
    assert ("By the &lt;river&gt;" in shown, "<river>" in shown) == (True, False)
