"""Beginning with a person."""

from contextlib import suppress
from threading import Thread

import pytest
from django.db import connection

from alongside.audit.models import Entry
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.people.actions import start_person
from alongside.people.forms.start import StartForm
from alongside.people.models import Pairing, Recoveree


def typed(**more):
    return {"id": str(new_id()), "called": "Jo", **more}


def names_in(program):
    return sorted(person.called for person in Recoveree.objects.filter(program=program))


def test_a_name_is_all_it_takes(house):
    person = StartForm(typed(), by=house.ana).saved()
    assert (person.called, person.program, Pairing.objects.filter(recoveree=person).count()) == (
        "Jo",
        house.harbor,
        0,
    )


def test_whoever_leaves_the_tick_walks_with_the_person(house):
    person = StartForm(typed(walks="on"), by=house.ana).saved()
    assert [p.coach for p in Pairing.objects.filter(recoveree=person)] == [house.ana]


@pytest.mark.parametrize(("name", "ticked"), [("ana", True), ("sue", False), ("max", False)])
def test_the_tick_is_set_for_coaches_only(house, name, ticked):
    form = StartForm(by=getattr(house, name))
    assert form["walks"].initial is ticked


def test_the_same_page_sent_twice_starts_one_person(house):
    sent = typed(walks="on")
    first, second = (StartForm(sent, by=house.ana).saved() for _ in range(2))
    assert (first, names_in(house.harbor)) == (second, ["Jo", "Sam"])
    assert Pairing.objects.filter(recoveree=first).count() == 1
    assert Entry.objects.filter(verb="recoveree.start", object_id=first.pk).count() == 1


def test_a_page_used_again_for_someone_else_is_refused_and_can_be_sent_anew(house):
    sent = typed()
    StartForm(sent, by=house.ana).saved()
    again = StartForm({**sent, "called": "Kim"}, by=house.ana)
    assert (again.saved(), again["called"].value()) == (None, "Kim")
    fresh = StartForm({**sent, "id": again["id"].value(), "called": "Kim"}, by=house.ana)
    assert fresh.saved().called == "Kim"


def test_an_id_of_another_program_tells_nothing_of_it(house):
    there = start_person(program=house.bridge, called="Jo", by=house.eve)
    with pytest.raises(NotAllowed):
        start_person(program=house.harbor, called="Jo", by=house.ana, id=there.pk)


@pytest.mark.django_db(transaction=True)
def test_the_same_page_sent_twice_at_once_starts_one_person(house):
    sent = typed()

    def send():
        with suppress(NotAllowed):
            StartForm(sent, by=house.ana).saved()
        connection.close()

    both = [Thread(target=send) for _ in range(2)]
    [thread.start() for thread in both]
    [thread.join() for thread in both]
    assert names_in(house.harbor) == ["Jo", "Sam"]


@pytest.mark.parametrize("name", ["eve", "oz", "rex", "tam", "val", "ada"])
def test_nobody_starts_a_person_in_a_program_where_they_do_not_walk(house, name):
    form = StartForm(typed(program=str(house.harbor.pk)), by=getattr(house, name))
    form.saved()
    assert names_in(house.harbor) == ["Sam"]


@pytest.mark.parametrize("called", ["🌻", "Žofie Ñandú", "الأمل", "x" * 120, "O'Neil <b>"])
def test_any_word_is_a_name(house, called):
    assert StartForm(typed(called=called), by=house.ana).saved().called == called


@pytest.mark.parametrize("called", ["", "   ", "x" * 121])
def test_no_name_or_one_too_long_is_said_beside_what_was_typed(house, called):
    form = StartForm(typed(called=called), by=house.ana)
    assert (form.saved(), list(form.errors)) == (None, ["called"])
