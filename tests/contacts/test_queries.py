"""Reading contacts: for whom, what, and in how many queries."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.common.clock import now, today
from alongside.contacts.actions import (
    Draft,
    Present,
    correct_note,
    make_appointment,
    make_promise,
    record_attempt,
    record_contact,
    record_contacts,
    record_note,
    wish_for_calls,
)
from alongside.contacts.models import Note
from alongside.contacts.queries import (
    appointments_for,
    appointments_of,
    calls_due,
    calls_for,
    contacts_for,
    notes_for,
    people_found,
    people_near,
    promises_for,
    promises_of,
    quiet_of,
    timeline_for,
    walks_of,
)
from alongside.people.actions import pair, start_person
from alongside.people.models import Death, Join, OwnWord, Rhythm
from alongside.team.actions import change_program


def met(house, *people, by=None, **told):
    draft = Draft(present=[Present(person, note="A word.") for person in people], **told)
    return record_contact(program=house.harbor, draft=draft, by=by or house.ana)


@pytest.fixture
def told(house):
    """Sam, with one of everything."""
    met(house, house.sam)
    record_note(recoveree=house.sam, body="On its own.", by=house.ana)
    make_promise(recoveree=house.sam, words="a form", due_on=today(), by=house.ana)
    make_appointment(recoveree=house.sam, at=now() + timedelta(hours=2), by=house.ana)
    wish_for_calls(recoveree=house.sam, coach=house.ana, by=house.ana)
    record_attempt(recoveree=house.sam, outcome="no_answer", next_on=today(), by=house.ana)
    return house


def everything_for(reader):
    return [
        query(reader).count()
        for query in (contacts_for, notes_for, promises_for, appointments_for, calls_for)
    ]


@pytest.mark.parametrize("name", ["ana", "ben", "sue", "max"])
def test_those_who_walk_with_people_read_it(told, name):
    assert everything_for(getattr(told, name)) == [1, 2, 1, 1, 1]


@pytest.mark.parametrize("name", ["eve", "oz", "rex", "tam", "val", "ada"])
def test_everyone_else_reads_nothing(told, name):
    reader = getattr(told, name)
    assert everything_for(reader) == [0, 0, 0, 0, 0]
    assert list(timeline_for(reader, told.sam)) == []


def test_in_own_people_a_coach_reads_only_what_is_theirs(told):
    change_program(program=told.harbor, by=told.max, walking="own_people")
    kim = start_person(program=told.harbor, called="Kim", by=told.max)
    met(told, kim, by=told.max)
    assert [contacts_for(who).count() for who in (told.ana, told.ben, told.max)] == [1, 0, 2]


def test_the_timeline_has_everything_newest_first(told):
    kinds = [moment.kind for moment in timeline_for(told.ana, told.sam)]
    assert kinds == ["appointment", "call", "promise", "note", "contact"]


def test_a_correction_shows_beside_the_note_it_corrects(told):
    first = Note.objects.get(contact=None)
    correct_note(note=first, body="It was Monday.", by=told.ben)
    [moment] = [m for m in timeline_for(told.ana, told.sam) if m.kind == "note"]
    assert [note.body for note in moment.row.later] == ["It was Monday."]


def test_the_persons_own_words_stand_beside_what_they_are_about(told):
    note = Note.objects.get(contact=None)
    OwnWord.objects.create(recoveree=told.sam, about_id=note.pk, words="Not so.", by=told.ana)
    [moment] = [m for m in timeline_for(told.ana, told.sam) if m.kind == "note"]
    assert [word.words for word in moment.row.own] == ["Not so."]


def test_days_not_known_come_last(house):
    met(house, house.sam, at=datetime(2024, 1, 1, tzinfo=UTC))
    met(house, house.sam, when_known="not_known")
    assert [moment.at is None for moment in timeline_for(house.ana, house.sam)] == [False, True]


def test_the_walk_of_a_joined_record_is_part_of_the_one_that_stands(house):
    other = start_person(program=house.harbor, called="Sammy", by=house.ana)
    met(house, other)
    Join.objects.create(standing=house.sam, joined=other, kept=house.sam, by=house.ana)
    assert [m.kind for m in timeline_for(house.ana, house.sam)] == ["contact"]
    assert [walk.met_at is not None for walk in walks_of(house.ana)] == [True]


def test_a_long_walk_takes_no_more_queries(told, django_assert_max_num_queries):
    with CaptureQueriesContext(connection) as before:
        list(timeline_for(told.ana, told.sam))
    record_contacts(
        [Draft(present=[Present(told.sam, note="x")], others=2) for _ in range(40)],
        program=told.harbor,
        by=told.ana,
    )
    with django_assert_max_num_queries(len(before)):
        list(timeline_for(told.ana, told.sam))
    assert len(before) < 25


def test_today_knows_when_each_person_was_met(house):
    kim = start_person(program=house.harbor, called="Kim", by=house.ana, walks_with=house.ana)
    met(house, house.sam, at=now() - timedelta(days=40))
    met(house, house.sam, at=now() - timedelta(days=30))
    met(house, kim)
    walks = walks_of(house.ana)
    assert [(w.person, (now() - w.met_at).days) for w in walks] == [(kim, 0), (house.sam, 30)]
    assert [walk.person for walk in quiet_of(walks)] == [house.sam]


def test_today_takes_no_more_queries_with_more_people(house, django_assert_num_queries):
    with CaptureQueriesContext(connection) as before:
        walks_of(house.ana)
    for number in range(12):
        person = start_person(program=house.harbor, called=f"P{number}", by=house.ana)
        pair(recoveree=person, coach=house.ana, by=house.ana)
        met(house, person)
    with django_assert_num_queries(len(before)):
        assert len(walks_of(house.ana)) == 13


def test_whoever_rests_or_has_died_is_not_on_today(told):
    parts = (walks_of, promises_of, appointments_of, calls_due)
    assert [len(part(told.ana)) for part in parts] == [1, 1, 1, 1]
    Rhythm.objects.create(recoveree=told.sam, kind="resting", by=told.ana)
    assert [len(part(told.ana)) for part in parts] == [0, 1, 1, 1]
    Death.objects.create(recoveree=told.sam, by=told.ana)
    assert [len(part(told.ana)) for part in parts] == [0, 0, 0, 0]


def test_calls_of_today_are_mine_or_nobodys(told):
    assert [len(calls_due(who)) for who in (told.ana, told.ben)] == [1, 0]
    wish_for_calls(recoveree=told.sam, coach=None, by=told.ana)
    assert len(calls_due(told.ben)) == 1


def test_the_people_near_are_those_met_last(house):
    kim = start_person(program=house.harbor, called="Kim", by=house.ana, walks_with=house.ana)
    met(house, kim, at=now() - timedelta(days=2))
    met(house, house.sam, at=now() - timedelta(days=1))
    assert list(people_near(house.ana, house.harbor)) == [house.sam, kim]


def test_people_are_found_by_a_part_of_their_name(house):
    zoe = start_person(program=house.harbor, called="Zoë Ñandú", by=house.ana)
    found = [people_found(who, house.harbor, "zoë") for who in (house.ben, house.eve, house.oz)]
    assert found == [[zoe], [], []]
