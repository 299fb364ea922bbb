"""Contacts: what is stored, once, together with its line in the trail."""

from collections import Counter
from datetime import timedelta

import pytest

from alongside.audit.models import Entry
from alongside.audit.ready import Ready
from alongside.common.clock import now, today
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.contacts import lists
from alongside.contacts.actions import (
    Draft,
    Present,
    correct_note,
    record_contact,
    record_contacts,
    record_note,
)
from alongside.contacts.actions.importing import take_back_contacts
from alongside.contacts.models import (
    Attendance,
    CircleNote,
    Contact,
    Item,
    Move,
    Note,
    Promise,
    Reversal,
)
from alongside.contacts.queries.timeline import contacts_with
from alongside.journeys.actions.walk import name_concern
from alongside.people.actions import start_person


def full_draft(house, **changes):
    sam = Present(
        house.sam,
        matter="my sister",
        note="We talked.",
        promise="bring the form",
        promise_due=today(),
    )
    naloxone = Item.objects.get(key="naloxone_nasal")
    told = {
        "present": [sam],
        "moves": Move.objects.filter(key__in=["listened", "safer_use"]),
        "given": {naloxone: 2},
        "reversals": 1,
        "others": 3,
        "circle_name": "Tuesday circle",
        "circle_note": "A warm evening.",
    }
    return Draft(**told | changes)


def test_a_contact_is_stored_with_all_that_belongs_to_it(house):
    contact = record_contact(program=house.harbor, draft=full_draft(house), by=house.ana)
    stored = Contact.objects.get()
    assert stored == contact
    assert sorted(m.move.key for m in stored.moves.all()) == ["listened", "safer_use"]
    assert [(g.item.key, g.quantity) for g in stored.given.all()] == [("naloxone_nasal", 2)]
    assert [r.count for r in Reversal.objects.all()] == [1]
    assert [a.matter for a in Attendance.objects.all()] == ["my sister"]
    assert [n.body for n in Note.objects.all()] == ["We talked."]
    assert [n.body for n in CircleNote.objects.all()] == ["A warm evening."]
    assert [(p.words, p.coach) for p in Promise.objects.all()] == [("bring the form", house.ana)]


def test_saving_leaves_a_line_for_each_thing_about_a_person(house):
    record_contact(program=house.harbor, draft=full_draft(house), by=house.ana)
    verbs = Counter(Entry.objects.filter(person_id=house.sam.pk).values_list("verb", flat=True))
    assert verbs["contact.record"] == verbs["note.record"] == verbs["promise.make"] == 1


def test_a_contact_sent_twice_is_one_contact(house):
    draft = full_draft(house)
    twice = [record_contact(program=house.harbor, draft=draft, by=house.ana) for _ in range(2)]
    assert [c.pk for c in twice] == [draft.id, draft.id]
    assert (Contact.objects.count(), Note.objects.count()) == (1, 1)


def test_a_contact_takes_few_queries_however_many_people(house, django_assert_max_num_queries):
    people = [start_person(program=house.harbor, called=f"P{n}", by=house.ana) for n in range(20)]
    record_note(recoveree=house.sam, body="warm the keys", by=house.ana)
    draft = full_draft(house, present=[Present(p, matter="x", note="y") for p in people])
    draft.moves._fetch_all()
    with django_assert_max_num_queries(14):  # two of them open and close the transaction
        record_contact(program=house.harbor, draft=draft, by=house.ana)


def test_nobody_at_all_is_not_a_contact(house):
    with pytest.raises(NotAllowed):
        record_contact(program=house.harbor, draft=Draft(), by=house.ana)


def test_a_contact_is_not_recorded_before_it_happens(house):
    draft = Draft(others=1, at=now() + timedelta(hours=1))
    with pytest.raises(NotAllowed):
        record_contact(program=house.harbor, draft=draft, by=house.ana)


def test_a_person_of_another_program_cannot_be_in_it(house):
    other = start_person(program=house.bridge, called="Kim", by=house.eve)
    draft = Draft(present=[Present(other)])
    with pytest.raises(NotAllowed):
        record_contact(program=house.harbor, draft=draft, by=house.ana)


def test_an_import_is_taken_back_whole(house):
    batch = new_id()
    drafts = [full_draft(house, when_known="not_known", staff_name="J.R.") for _ in range(3)]
    made = record_contacts(drafts, program=house.harbor, by=house.max, batch_id=batch)
    assert [(c.at, c.staff, c.batch_id) for c in made] == [(None, None, batch)] * 3
    take_back(house.harbor, batch, by=house.max)
    assert [m.objects.count() for m in (Contact, Note, Promise, Attendance)] == [0, 0, 0, 0]


def take_back(program, batch, *, by):
    ready = Ready(by=by, organization_id=program.organization_id)
    take_back_contacts(batch_id=batch, stays=set(), program=program, ready=ready)


def test_another_program_cannot_take_contacts_back(house):
    batch = new_id()
    drafts = [full_draft(house)]
    record_contacts(drafts, program=house.harbor, by=house.max, batch_id=batch)
    take_back(house.bridge, batch, by=house.eve)
    assert Contact.objects.count() == 1


def test_contacts_with_a_later_correction_are_not_taken_back(house):
    batch = new_id()
    drafts = [full_draft(house)]
    record_contacts(drafts, program=house.harbor, by=house.max, batch_id=batch)
    first = Note.objects.get()
    Note.objects.create(recoveree=first.recoveree, by=house.ben, body="Monday.", corrects=first)
    with pytest.raises(NotAllowed):
        take_back(house.harbor, batch, by=house.max)


def test_a_later_note_leaves_the_first_as_it_was(house):
    note = record_note(recoveree=house.sam, body="It was Sunday.", by=house.ana)
    correct_note(note=note, body="It was Monday.", by=house.ben)
    first, later = Note.objects.order_by("created_at")
    assert (first.body, first.by, first.corrects) == ("It was Sunday.", house.ana, None)
    assert (later.body, later.by, later.corrects) == ("It was Monday.", house.ben, first)


def test_the_common_lists_are_there_from_the_start(db):
    assert Move.objects.filter(craft="rc").count() == len(lists.MOVES["rc"])
    assert Move.objects.filter(craft="hr").count() == len(lists.MOVES["hr"])
    assert Item.objects.get(key="syringe").unit == "each"


def test_moves_may_be_for_a_concern_and_only_that_persons_record_tells_it(ana, sam):
    other = start_person(program=sam.program, called="Lou", by=ana)
    kids = name_concern(recoveree=sam, name="my kids", by=ana)
    move = Move.objects.get(key="listened")
    there = [Present(sam, concerns=[kids]), Present(other)]
    contact = record_contact(program=sam.program, draft=Draft(present=there, moves=[move]), by=ana)
    assert [one.for_what for one in contacts_with([sam.pk])] == [["my kids"]]
    assert [one.for_what for one in contacts_with([other.pk])] == [[]]
    assert contact.moves.count() == 1
