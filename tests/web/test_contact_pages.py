"""Notes, promises, appointments, calls, lists and Today, as pages."""

from datetime import timedelta

import pytest
from django.urls import get_resolver, reverse

from alongside.common.clock import now, today
from alongside.common.ids import new_id
from alongside.contacts.actions import (
    make_appointment,
    make_promise,
    record_note,
    wish_for_calls,
)
from alongside.contacts.models import Appointment, CallAttempt, CallWish, Item, Move, Note, Promise
from alongside.contacts.queries import moves_of


@pytest.fixture
def told(house):
    house.note = record_note(recoveree=house.sam, body="It was Sunday.", by=house.ana)
    house.promise = make_promise(
        recoveree=house.sam, words="bring the form", due_on=today(), by=house.ana
    )
    house.appointment = make_appointment(
        recoveree=house.sam, at=now() + timedelta(minutes=1), place="The park", by=house.ana
    )
    wish_for_calls(recoveree=house.sam, coach=house.ana, by=house.ana)
    return house


def about(house, name):
    return reverse(name, args=[house.sam.pk])


def test_a_later_note_corrects_a_note_and_both_show(told, page):
    browser, place = page(told.ben), reverse("note-correct", args=[told.note.pk])
    assert "It was Sunday." in browser.get(place).content.decode()
    answer = browser.post(place, {"id": new_id(), "body": "It was Monday."}, follow=True)
    html = answer.content.decode()
    assert ["It was Sunday." in html, "It was Monday." in html] == [True, True]
    assert Note.objects.get(pk=told.note.pk).body == "It was Sunday."


def test_no_address_edits_or_deletes_a_note():
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert {name for name in names if name.startswith("note")} == {
        "note",
        "note-correct",
        "note-new",
    }


def test_a_note_of_its_own_is_kept_once(told, page):
    sent = {"id": new_id(), "body": "A word.", "together": "on"}
    for _ in range(2):
        page(told.ana).post(about(told, "note-new"), sent)
    assert [n.origin for n in Note.objects.exclude(pk=told.note.pk)] == ["together"]


def test_promises_are_made_and_kept(told, page):
    browser = page(told.ana)
    sent = {"id": new_id(), "words": "call her", "due_on": today()}
    browser.post(about(told, "promise-new"), sent)
    browser.post(reverse("promise-end", args=[told.promise.pk]), {"outcome": "kept"})
    assert {p.words: p.outcome for p in Promise.objects.all()} == {
        "bring the form": "kept",
        "call her": "",
    }


def test_appointments_are_made_and_moved(told, page):
    browser, day = page(told.ana), today() + timedelta(days=2)
    sent = {"id": new_id(), "day": day, "time": "10:30", "how": "phone"}
    browser.post(about(told, "appointment-new"), sent)
    moved = {"id": new_id(), "day": day, "time": "11:00"}
    browser.post(reverse("appointment-move", args=[told.appointment.pk]), moved)
    outcomes = [(a.how, a.outcome) for a in Appointment.objects.order_by("created_at")]
    assert outcomes == [("in_person", "moved"), ("phone", ""), ("in_person", "")]


def test_after_a_good_call_one_can_log_what_it_was_about(told, page):
    browser = page(told.ana)
    assert "Sam" in browser.get(reverse("calls")).content.decode()
    answer = browser.post(about(told, "call-new"), {"id": new_id(), "outcome": "talked"})
    assert answer["Location"] == f"{reverse('contact-new')}?person={told.sam.pk}&how=phone"
    assert CallAttempt.objects.count() == 1


def test_calls_end_kindly_when_asked(told, page):
    sent = {"id": new_id(), "outcome": "no_more_calls"}
    html = page(told.ana).post(about(told, "call-new"), sent, follow=True).content.decode()
    assert "The door stays open" in html
    assert CallWish.objects.live().count() == 0


def test_a_wish_for_calls_is_written_and_ended(told, page):
    browser = page(told.ana)
    sent = {"every_days": 30, "next_on": today(), "coach": ""}
    browser.post(about(told, "call-wish"), sent)
    assert [(w.every_days, w.coach) for w in CallWish.objects.live()] == [(30, None)]
    browser.post(about(told, "call-wish-end"))
    assert CallWish.objects.live().count() == 0


def test_today_shows_what_waits(told, page):
    html = page(told.ana).get(reverse("today")).content.decode()
    words = ["bring the form", "The park", "Calls they wish for", "Who I walk with"]
    assert [word in html for word in words] == [True] * 4


@pytest.mark.parametrize("name", ["eve", "oz", "tam", "val", "ada", "rex"])
def test_today_of_others_names_nobody(told, page, name):
    answer = page(getattr(told, name)).get(reverse("today"))
    assert (answer.status_code, "Sam" in answer.content.decode()) == (200, False)


@pytest.mark.parametrize("name", ["eve", "oz", "tam", "val", "ada", "rex"])
def test_others_find_none_of_these_pages(told, page, name):
    browser = page(getattr(told, name))
    names = ["note-new", "promise-new", "appointment-new", "call-new", "call-wish"]
    places = [about(told, name) for name in names]
    places += [reverse(name, args=[told.note.pk]) for name in ("note", "note-correct")]
    places += [reverse("appointment-move", args=[told.appointment.pk])]
    assert [browser.get(place).status_code for place in places] == [404] * 8
    posts = [
        about(told, "call-wish-end"),
        reverse("promise-end", args=[told.promise.pk]),
        reverse("appointment-end", args=[told.appointment.pk]),
    ]
    assert [browser.post(place, {"outcome": "kept"}).status_code for place in posts] == [404] * 3
    assert (CallWish.objects.live().count(), Promise.objects.live().count()) == (1, 1)


def test_a_program_adds_to_its_lists_and_puts_away(house, page):
    browser, place = page(house.max), reverse("contact-lists")
    sent = {"kind": "move", "id": new_id(), "name": "walked the dog", "craft": "rc"}
    browser.post(place, sent)
    listened = Move.objects.get(key="listened")
    browser.post(reverse("move-row", args=[listened.pk]), {"act": "put_away"})
    names = {move.name for move in moves_of(house.harbor)}
    assert ["walked the dog" in names, "listened" in names] == [True, False]
    assert "listened" in {move.name for move in moves_of(house.bridge)}
    browser.post(reverse("move-row", args=[listened.pk]), {"act": "take_up"})
    assert listened in moves_of(house.harbor)


@pytest.mark.parametrize("name", ["ana", "sue", "eve", "oz", "rex", "val"])
def test_only_those_who_run_a_program_change_its_lists(house, page, name):
    browser, row = page(getattr(house, name)), Item.objects.first()
    assert browser.get(reverse("contact-lists")).status_code == 404
    assert browser.post(reverse("item-row", args=[row.pk])).status_code == 404
