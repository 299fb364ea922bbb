"""Whoever leads: the agenda, steps, activities, agreements; and two who press at once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.common.clock import now
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.learning.actions.agreeing import agree, propose, support, take_out
from alongside.learning.actions.attending import check_in, check_out
from alongside.learning.actions.leading import (
    begin_slot,
    close_round,
    draw_again,
    end_slot,
    go_to_step,
    open_round,
    recall,
)
from alongside.learning.models import Agreement, Presence, Room, Round, Slot, Tally
from alongside.learning.queries.attendance import standing_of
from alongside.learning.queries.draws import groups_of
from alongside.learning.queries.room import agenda, agreements_of, room_now, room_of
from tests.learning.conftest import begin, opened, placed, sit_down, slot_of
from tests.together import at_once


def version(cohort):
    return Room.objects.get(cohort=cohort).version


def test_beginning_a_module_ends_the_one_before_and_closes_what_is_open(house, cohort, seats):
    round = opened(cohort, "values", house.tam)
    begin_slot(slot=slot_of(cohort, "talking"), by=house.tam)
    assert Round.objects.get(pk=round.pk).closed_at is not None
    assert slot_of(cohort, "values").ended_at is not None
    assert room_now(room_of(cohort)).slot == slot_of(cohort, "talking")


def test_pressed_twice_it_is_done_once(house, cohort):
    slot = slot_of(cohort, "values")
    begin_slot(slot=slot, by=house.tam)
    before = version(cohort)
    begin_slot(slot=slot, by=house.tam)
    assert version(cohort) == before


def test_a_module_that_is_over_does_not_begin_anew(house, cohort):
    slot = slot_of(cohort, "values")
    begin_slot(slot=slot, by=house.tam)
    end_slot(slot=slot, by=house.tam)
    begin_slot(slot=slot, by=house.tam)
    assert room_now(room_of(cohort)).slot is None


def test_when_a_module_runs_over_the_rest_is_laid_anew(house, cohort):
    """Half an hour over: breaks stay whole, and the end is told as it is."""
    slot = slot_of(cohort, "safe-place")
    begin_slot(slot=slot, by=house.tam)
    day = cohort.cohortdays.get()
    Slot.objects.filter(pk=slot.pk).update(started_at=day.begins_at)
    found = agenda(cohort, day.begins_at + timedelta(minutes=50))[0]
    ahead = {line.slot.key or "break": line.minutes for line in found.lines if line.state == "next"}
    assert ahead["break"] == 10
    assert sum(ahead.values()) == 80
    assert found.late == 0
    later = agenda(cohort, day.begins_at + timedelta(minutes=110))[0]
    assert later.late == 110 + 10 + 5 * 12 - 130


def test_only_a_step_of_what_runs_can_be_gone_to(house, cohort):
    slot = slot_of(cohort, "talking")
    with pytest.raises(NotAllowed, match="Begin this module first"):
        go_to_step(cohort=cohort, slot=slot, step=1, by=house.tam)
    begin_slot(slot=slot, by=house.tam)
    go_to_step(cohort=cohort, slot=slot, step=99, by=house.tam)
    assert Room.objects.get(cohort=cohort).step == 1


def test_one_thing_is_open_at_a_time(house, cohort):
    opened(cohort, "talking", house.tam)
    told = {"cohort": cohort, "slot": slot_of(cohort, "talking"), "step": 1, "by": house.tam}
    with pytest.raises(NotAllowed, match="Close it first"):
        open_round(id=new_id(), **told)


def test_whoever_comes_is_drawn_in_when_it_is_drawn_again(house, cohort, seats):
    round = opened(cohort, "talking", house.tam)
    sit_down(cohort, "Late")
    draw_again(round=round, by=house.tam)
    assert sorted(len(group) for group in groups_of(round)) == [2, 2, 3]


def test_only_those_who_are_here_are_drawn(house, cohort, seats):
    for seat in seats[:4]:
        check_in(participant=seat.participant, by=None)
    check_out(participant=seats[3].participant, by=None)
    groups = groups_of(opened(cohort, "talking", house.tam))
    here = {seat.participant.called for group in groups for seat in group}
    assert here == {"Lu", "Kit", "Noa"}


def test_an_agreement_is_proposed_supported_worded_anew_and_recalled_to_all(house, cohort, seats):
    first = propose(cohort=cohort, words="Be kind", id=new_id(), participant=seats[0].participant)
    support(agreement=first, participant=seats[1].participant, wants=True)
    agree(agreement=first, by=house.tam)
    told = {"words": "Be kind and honest", "id": new_id(), "replaces": first}
    second = propose(cohort=cohort, **told)
    agree(agreement=second, by=house.tam)
    assert [(one.words, one.support) for one in agreements_of(cohort)] == [
        ("Be kind and honest", 0)
    ]
    recall(cohort=cohort, agreement=second, by=house.tam)
    assert Room.objects.get(cohort=cohort).recalled == second
    take_out(agreement=second, by=house.tam)
    assert Room.objects.get(cohort=cohort).recalled is None


def test_nobodys_name_stands_with_an_agreement():
    names = {field.name for field in Agreement._meta.concrete_fields}
    assert names & {"participant", "by", "account"} == set()


def test_a_wrong_act_is_told_and_changes_nothing(page, house, cohort):
    before = version(cohort)
    tam, address = page(house.tam), reverse("lead-act", args=[cohort.pk])
    for sent in ({}, {"act": "jump"}, {"act": "begin"}, {"act": "begin", "slot": new_id()}):
        assert tam.post(address, sent).status_code == 302
    assert version(cohort) == before


def test_a_slot_of_another_cohort_is_no_choice(page, house, cohort):
    other = begin(house, name="Autumn")
    sent = {"act": "begin", "slot": slot_of(other, "values").pk}
    page(house.tam).post(reverse("lead-act", args=[cohort.pk]), sent)
    assert Slot.objects.running().exists() is False


def test_arriving_late_counts_what_was_left(house, cohort, seats):
    slot = slot_of(cohort, "values")
    begin_slot(slot=slot, by=house.tam)
    end_slot(slot=slot, by=house.tam)
    at = now()
    Slot.objects.filter(pk=slot.pk).update(started_at=at - timedelta(minutes=20), ended_at=at)
    lu = seats[0].participant
    Presence.objects.create(
        participant=lu, came_at=at - timedelta(minutes=15), went_at=at + timedelta(minutes=5)
    )
    found = {one.key: one.minutes for one in standing_of(lu).attended}
    assert found == {**dict.fromkeys(found, 0), "values": 15}


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def test_two_who_press_begin_have_begun_it_once(self, house, cohort):
        slot, other = slot_of(cohort, "values"), slot_of(cohort, "talking")
        acts = [lambda s=s: begin_slot(slot=s, by=house.tam) for s in (slot, slot, other)]
        assert at_once(*acts) == [None, None, None]
        assert Slot.objects.running().filter(cohort=cohort).count() == 1

    def test_two_who_open_something_have_opened_one(self, house, cohort):
        slot = slot_of(cohort, "talking")
        begin_slot(slot=slot, by=house.tam)
        told = {"cohort": cohort, "slot": slot, "by": house.tam}
        acts = [lambda n=n: open_round(step=n, id=new_id(), **told) for n in (0, 1)]
        got = at_once(*acts)
        assert sorted(isinstance(one, NotAllowed) for one in got) == [False, True]
        assert Round.objects.open().count() == 1

    def test_forty_answer_at_the_same_time_and_each_counts_once(self, house):
        cohort = begin(house, seats=40)
        seats = sit_down(cohort, *(f"P{n}" for n in range(40)))
        round = opened(cohort, "values", house.tam)
        got = at_once(*(lambda s=s: placed(round, s, 3, 5) for s in seats))
        assert [one for one in got if isinstance(one, Exception)] == []
        told = {(row.item, row.place): row.count for row in Tally.objects.filter(round=round)}
        assert told == {("any-change", 3): 40, ("medicine", 5): 40}

    def test_the_last_seat_is_taken_once(self, house):
        cohort = begin(house, seats=2)
        sit_down(cohort, "Lu")
        got = at_once(*(lambda n=n: sit_down(cohort, n)[0] for n in ("Kit", "Noa", "Jo")))
        places = sorted(one.participant.place for one in got)
        assert places == ["seat", "waiting", "waiting"]

    def test_closing_and_answering_at_once_loses_nothing(self, house, cohort, seats):
        round = opened(cohort, "values", house.tam)
        acts = [lambda s=s: placed(round, s, 3, 5) for s in seats]
        got = at_once(*acts, lambda: close_round(round=round, by=house.tam))
        counted = sum(row.count for row in Tally.objects.filter(round=round, item="medicine"))
        assert counted == sum(not isinstance(one, NotAllowed) for one in got[:-1])
