"""Two at the same instant: one row, the same answer for both, and nobody is shown an error."""

from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from alongside.audit import trail
from alongside.audit.models import Entry
from alongside.audit.verify import faults
from alongside.common.clock import today
from alongside.common.ids import new_id
from alongside.consent.models import Disclosure
from alongside.contacts.actions import end_call_wish, wish_for_calls
from alongside.contacts.models import CallWish
from alongside.journeys.models import Reflection
from alongside.journeys.queries.stages import stages_in_use
from alongside.people import models as people
from alongside.people.actions import join_records, part, start_person, undo_join
from alongside.people.actions.handing import hand_over
from alongside.people.actions.safety import (
    answer_appeal,
    appeal,
    pause,
    record_death,
    take_back_death,
)
from alongside.people.actions.telling import add_way, correct_way
from tests.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def sent(account, address, told):
    """Sending a form: its answer, as (status, where to)."""
    browser = Client(raise_request_exception=False)
    browser.force_login(account)

    def send():
        answer = browser.post(address, told)
        return answer.status_code, answer.get("Location")

    return send


def verbs(verb) -> int:
    return Entry.objects.filter(verb=verb).count()


TOLD = {
    "grounds": "not breathing",
    "recipient": "Dr. Ade",
    "address": "City Hospital",
    "at": "2026-01-05T10:00",
    "told": "naloxone, twice",
    "method": "spoken",
}


@pytest.mark.parametrize("method", ["printed", "spoken"])
def test_what_is_told_in_an_emergency_is_told_once_with_one_receipt(house, method):
    told = TOLD | {"id": str(new_id()), "method": method}
    page = reverse("emergency", args=[house.sam.pk])
    receipt = reverse("disclosure", args=[house.sam.pk, told["id"]])
    assert at_once(*[sent(house.ana, page, told)] * 3) == [(302, receipt)] * 3
    assert (Disclosure.objects.count(), verbs("disclosure.permit")) == (1, 1)


def test_a_page_turned_round_and_tapped_twice_counts_once(house):
    first = Client()
    first.force_login(house.ana)
    stage = stages_in_use(house.harbor)[0].id
    told = {"id": str(new_id()), f"stage_{stage.hex}": "3"}

    def tap():
        browser = Client(raise_request_exception=False)
        browser.cookies = first.cookies
        return browser.post(reverse("style-served"), told).status_code

    assert at_once(*[tap] * 3) == [302] * 3
    assert Reflection.objects.count() == 1


def test_a_copy_leaves_once(house):
    told = {"id": str(new_id()), "extent": "whole", "method": "printed"}
    page = reverse("copy", args=[house.sam.pk])
    answers = at_once(*[sent(house.ana, page, told)] * 3)
    assert sorted(answers, key=str) == [(200, None), (302, page), (302, page)]
    assert Disclosure.objects.count() == 1


def test_two_wishes_for_calls_are_one(house):
    got = at_once(*[lambda: wish_for_calls(recoveree=house.sam, by=house.ana).pk] * 3)
    assert got == [CallWish.objects.get().pk] * 3


def test_a_wish_ended_twice_is_ended_once(house):
    wish = wish_for_calls(recoveree=house.sam, by=house.ana)
    got = at_once(*[lambda: end_call_wish(wish=wish, by=house.ana).ended_at is not None] * 3)
    assert (got, verbs("call_wish.end")) == ([True] * 3, 1)


def test_a_pairing_ended_twice_is_ended_once(house):
    pairing = people.Pairing.objects.get(recoveree=house.sam)
    got = at_once(*[lambda: part(pairing=pairing, by=house.ana).until] * 3)
    assert (got, verbs("pairing.end")) == ([today()] * 3, 1)


def test_a_death_sent_twice_is_recorded_once_and_support_offered_once(house):
    id = new_id()
    got = at_once(*[lambda: record_death(recoveree=house.sam, by=house.ana, id=id).pk] * 3)
    assert (got, people.SupportOffer.objects.count()) == ([id] * 3, 1)


def test_two_who_record_the_same_death_record_one(house):
    got = at_once(
        lambda: record_death(recoveree=house.sam, by=house.ana, id=new_id()),
        lambda: record_death(recoveree=house.sam, by=house.sue, id=new_id()),
    )
    assert sorted(type(one).__name__ for one in got) == ["Death", "NotAllowed"]
    assert people.Death.objects.count() == 1


def test_a_death_taken_back_twice_is_taken_back_once(house):
    death = record_death(recoveree=house.sam, by=house.ana)
    got = at_once(*[lambda: take_back_death(death=death, by=house.ana).pk] * 3)
    assert (got, verbs("death.take_back")) == ([death.pk] * 3, 1)


def test_a_hand_over_sent_twice_hands_over_once(house):
    id = new_id()
    told = {"recoveree": house.sam, "from_coach": house.ana, "to_coach": house.ben}
    got = at_once(*[lambda: hand_over(**told, by=house.ana, id=id).pk] * 3)
    assert got == [id] * 3
    live = people.Pairing.objects.filter(until=None).values_list("coach__name", flat=True)
    assert list(live) == ["Ben"]


@pytest.fixture
def twin(house):
    return start_person(program=house.harbor, called="Sammy", by=house.ana)


def test_two_joins_at_once_are_one_and_never_a_circle(house, twin):
    there = {"kept": house.sam, "joined": twin}
    back = {"kept": twin, "joined": house.sam}
    got = at_once(*(lambda t=t: join_records(**t, by=house.max).pk for t in (there, there, back)))
    assert people.Join.objects.count() == 1
    [join] = people.Join.objects.all()
    assert {one for one in got if isinstance(one, UUID)} == {join.pk}


def test_a_join_undone_twice_is_undone_once(house, twin):
    join = join_records(kept=house.sam, joined=twin, by=house.max)
    got = at_once(*[lambda: undo_join(join=join, by=house.max)] * 3)
    assert sorted(type(one).__name__ for one in got) == ["Join", "NotAllowed", "NotAllowed"]
    assert verbs("recoveree.part") == 1


def test_a_way_corrected_twice_makes_one_new_way(house):
    way = add_way(recoveree=house.sam, by=house.ana, kind="phone", address="555-0100")
    told, id = {"kind": "phone", "address": "555-0199"}, new_id()
    got = at_once(*[lambda: correct_way(way=way, by=house.ana, id=id, **told).pk] * 3)
    assert (got, people.Way.objects.live().count()) == ([id] * 3, 1)


def test_an_appeal_answered_twice_is_answered_once(house):
    until = today() + timedelta(days=3)
    told = pause(recoveree=house.sam, reason="R", until=until, appeal_to="Max", by=house.ana)
    row = appeal(pause=told, words="No.", by=house.ana)
    got = at_once(*[lambda: answer_appeal(appeal=row, answer="Yes.", by=house.max).pk] * 3)
    assert (got, verbs("pause.answer")) == ([row.pk] * 3, 1)


def test_two_chains_written_in_opposite_order_stay_whole(house):
    """Each transaction is written whole or not at all; the database settles who goes first."""
    one, other = house.organization.pk, new_id()
    met = Barrier(2, timeout=2)

    def write(*chains):
        with transaction.atomic():
            trail.record("list.read", by=house.ana, organization_id=chains[0])
            if connection.vendor == "postgresql":  # SQLite lets one in at a time
                met.wait()
            trail.record("list.read", by=house.ana, organization_id=chains[1])
        return True

    trail.record("list.read", by=house.ana, organization_id=other)
    got = at_once(lambda: write(one, other), lambda: write(other, one))
    whole = sum(done is True for done in got)
    assert whole >= 1
    assert (verbs("list.read"), list(faults())) == (1 + 2 * whole, [])
