"""How the database goes about it: along which index, as it says itself (EXPLAIN)."""

import pytest
from django.db import connection

from alongside.contacts.actions import Draft, Present, record_contacts
from alongside.contacts.models import Contact, Note, Promise
from alongside.contacts.queries.contacts import with_corrections
from alongside.contacts.queries.timeline import NEWEST, _dated, _undated

INDEX = {
    "contact": "attendance_latest",
    "note": "note_alone_latest",
    "promise": "promise_latest",
    "appointment": "appointment_latest",
    "call": "attempt_latest",
}


def plan_of(rows) -> str:
    """On PostgreSQL, as if the tables were too large to be read whole."""
    if connection.vendor == "postgresql":
        connection.cursor().execute(
            "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off"
        )
    return rows.explain()


def sorts(plan: str) -> bool:
    return "TEMP B-TREE" in plan or "Sort" in plan


@pytest.fixture
def counted(house):
    """A few hundred notes that correct nothing, and a planner that has counted them."""
    drafts = [Draft(present=[Present(house.sam, note="x")]) for _ in range(300)]
    record_contacts(drafts, program=house.harbor, by=house.ana)
    connection.cursor().execute("ANALYZE")
    return house


@pytest.mark.parametrize("name", INDEX)
def test_the_timeline_reads_each_kind_by_its_index_and_sorts_nothing(house, name):
    plan = plan_of(_dated.__wrapped__(name, house.sam.pk, NEWEST.at, NEWEST.key))
    assert (INDEX[name] in plan, sorts(plan)) == (True, False)


@pytest.mark.parametrize("name", ["contact", "note"])
def test_what_lacks_a_day_is_read_by_the_same_index(counted, name):
    assert INDEX[name] in plan_of(_undated.__wrapped__(name, counted.sam.pk, NEWEST.key))


def test_later_notes_are_found_by_what_they_correct(counted):
    later = with_corrections(Note.objects.filter(corrects__in=[counted.sam.pk]))
    assert "note_by_corrects" in plan_of(later)


def test_mostly_empty_keys_are_found_where_they_are_set(counted):
    ids = [counted.sam.pk]
    assert "promise_by_contact" in plan_of(Promise.objects.filter(contact__in=ids))
    assert "note_by_contact" in plan_of(Note.objects.filter(contact__in=ids))
    assert "contact_by_batch_id" in plan_of(Contact.objects.filter(batch_id__in=ids))
