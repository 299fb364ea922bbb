"""Promises, appointments and calls: what follows from what."""

from datetime import timedelta

import pytest

from alongside.common.clock import now, today
from alongside.common.errors import NotAllowed
from alongside.contacts.actions import (
    end_appointment,
    end_promise,
    hand_on,
    make_appointment,
    make_promise,
    move_appointment,
    record_attempt,
    wish_for_calls,
)
from alongside.contacts.models import Appointment, CallAttempt, CallWish, Promise


@pytest.fixture
def promise(house):
    return make_promise(recoveree=house.sam, words="a form", due_on=today(), by=house.ana)


@pytest.fixture
def appointment(house):
    at = now() + timedelta(days=1)
    return make_appointment(recoveree=house.sam, at=at, place="The park", by=house.ana)


def test_a_promise_is_settled_once(house, promise):
    for _ in range(2):  # a second tap
        end_promise(promise=promise, outcome="kept", by=house.ana)
    with pytest.raises(NotAllowed):
        end_promise(promise=promise, outcome="let_go", by=house.ana)
    assert [p.outcome for p in Promise.objects.all()] == ["kept"]


def test_what_is_open_goes_over_to_the_next_coach(house, promise, appointment):
    people = [house.sam.pk]
    told = {"recoverees": people, "from_coach": house.ana, "to_coach": house.ben}
    assert [hand_on(**told, by=house.ana) for _ in range(2)] == [2, 0]
    assert [row.get().coach for row in (Promise.objects, Appointment.objects)] == [house.ben] * 2


def test_a_moved_appointment_ends_and_another_begins(house, appointment):
    at = now() + timedelta(days=3)
    move_appointment(appointment=appointment, at=at, by=house.ana)
    rows = Appointment.objects.order_by("at")
    assert [(a.outcome, a.place) for a in rows] == [("moved", "The park"), ("", "The park")]


def test_what_was_settled_is_not_moved(house, appointment):
    end_appointment(appointment=appointment, outcome="called_off", by=house.ana)
    with pytest.raises(NotAllowed):
        move_appointment(appointment=appointment, at=now() + timedelta(days=3), by=house.ana)
    assert Appointment.objects.count() == 1


@pytest.mark.parametrize(
    ("outcome", "days"),
    [("talked", 14), ("left_message", 3), ("no_answer", 1), ("not_now", 1), ("wrong_number", 7)],
)
def test_each_try_suggests_the_next_call(house, outcome, days):
    wish_for_calls(recoveree=house.sam, every_days=14, by=house.ana)
    record_attempt(recoveree=house.sam, outcome=outcome, by=house.ana)
    assert CallWish.objects.get().next_on == today() + timedelta(days=days)


def test_whoever_asks_not_to_be_called_is_not_called(house):
    wish_for_calls(recoveree=house.sam, by=house.ana)
    record_attempt(recoveree=house.sam, outcome="no_more_calls", by=house.ana)
    assert CallWish.objects.live().count() == 0
    wish_for_calls(recoveree=house.sam, by=house.ana)  # the door stays open
    assert CallWish.objects.live().count() == 1


def test_a_try_sent_twice_is_one_try(house):
    first = record_attempt(recoveree=house.sam, outcome="talked", by=house.ana)
    record_attempt(recoveree=house.sam, outcome="talked", by=house.ana, id=first.pk)
    assert CallAttempt.objects.count() == 1


def test_a_wish_said_again_is_one_wish(house):
    for days in (7, 30):
        wish_for_calls(recoveree=house.sam, every_days=days, by=house.ana)
    assert [wish.every_days for wish in CallWish.objects.all()] == [30]
