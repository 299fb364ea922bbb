"""Handing over: nothing becomes invisible to the next coach."""

import pytest

from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.people.actions import join_records, start_person
from alongside.people.actions.handing import hand_over, mark_hand_over_seen
from alongside.people.actions.safety import record_death
from alongside.people.queries import recoverees_for
from alongside.people.queries.handing import hand_overs_for, hand_overs_of
from alongside.people.queries.walking import walking_today
from alongside.team.actions import change_program
from alongside.team.roles import May


def hand(house, **more):
    told = {"urgent": "court on Monday", "promised": "a ride"} | more
    return hand_over(
        recoveree=house.sam, from_coach=house.ana, to_coach=house.ben, by=house.ana, **told
    )


def coaches(recoveree):
    return sorted(pairing.coach.name for pairing in walking_today(recoveree))


def test_the_next_coach_walks_on_and_the_one_before_ends(house):
    hand(house)
    assert coaches(house.sam) == ["Ben"]


def test_both_walk_on_when_the_coach_before_stays(house):
    hand(house, stays=True)
    assert coaches(house.sam) == ["Ana", "Ben"]


def test_in_own_people_the_record_goes_to_the_next_coach(house):
    change_program(program=house.harbor, by=house.max, walking="own_people")
    hand(house)
    reached = [list(recoverees_for(who, May.READ_PEOPLE)) for who in (house.ana, house.ben)]
    assert reached == [[], [house.sam]]


def test_it_waits_for_the_next_coach_until_seen_and_stays_in_the_record(house):
    told = hand(house)
    assert [row.urgent for row in hand_overs_for(house.ben)] == ["court on Monday"]
    mark_hand_over_seen(hand_over=told, by=house.ben)
    assert list(hand_overs_for(house.ben)) == []
    assert [row.promised for row in hand_overs_of(house.sam)] == ["a ride"]


def test_sent_twice_it_is_handed_over_once(house):
    id = new_id()
    assert hand(house, id=id) == hand(house, id=id)
    assert hand_overs_of(house.sam).count() == 1


@pytest.mark.parametrize("name", ["eve", "oz", "rex", "ana"])
def test_nobody_takes_over_who_does_not_coach_here_or_walks_already(house, name):
    with pytest.raises(NotAllowed):
        hand_over(
            recoveree=house.sam, from_coach=house.ana, to_coach=getattr(house, name), by=house.ana
        )
    assert coaches(house.sam) == ["Ana"]


def test_a_hand_over_of_a_record_that_is_joined_later_still_waits(house):
    hand(house)
    other = start_person(program=house.harbor, called="Samuel", by=house.ana)
    join_records(kept=other, joined=house.sam, by=house.sue)
    assert [row.urgent for row in hand_overs_for(house.ben)] == ["court on Monday"]


def test_after_a_death_nothing_waits(house):
    hand(house)
    record_death(recoveree=house.sam, by=house.ben)
    assert list(hand_overs_for(house.ben)) == []


@pytest.mark.parametrize("name", ["eve", "oz", "ana"])
def test_it_waits_for_nobody_else(house, name):
    hand(house)
    assert list(hand_overs_for(getattr(house, name))) == []
