"""Who walks with whom, rest and waking."""

from datetime import timedelta

import pytest

from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.people.actions import pair, part, rest, wake
from alongside.people.models import Answer, Death, Pairing, Rhythm
from alongside.people.queries import recoverees_for
from alongside.people.queries.cards import awake_for, resting_for, walking_with
from alongside.people.queries.standing import is_resting
from alongside.people.queries.walking import pairings_of, walking_today
from alongside.team.roles import May


def coaches(person):
    return [pairing.coach.name for pairing in walking_today(person)]


def test_several_coaches_may_walk_with_one_person(house):
    pair(recoveree=house.sam, coach=house.ben, by=house.ana)
    assert sorted(coaches(house.sam)) == ["Ana", "Ben"]


def test_after_an_end_the_pairing_can_still_be_read(house):
    [pairing] = walking_today(house.sam)
    part(pairing=pairing, by=house.ana)
    assert (coaches(house.sam), pairings_of(house.sam).count()) == ([], 1)


def test_a_pairing_sent_twice_is_one(house):
    twice = {"recoveree": house.sam, "coach": house.ben, "by": house.ana, "id": new_id()}
    assert pair(**twice) == pair(**twice)
    assert Pairing.objects.filter(coach=house.ben).count() == 1


def test_one_cannot_walk_twice_with_the_same_person(house):
    with pytest.raises(NotAllowed):
        pair(recoveree=house.sam, coach=house.ana, by=house.ben)


@pytest.mark.parametrize("name", ["eve", "oz", "rex"])
def test_only_those_who_coach_here_can_be_paired(house, name):
    with pytest.raises(NotAllowed):
        pair(recoveree=house.sam, coach=getattr(house, name), by=house.ana)


def test_a_pairing_cannot_end_before_it_began_nor_on_two_days(house):
    [pairing] = walking_today(house.sam)
    with pytest.raises(NotAllowed):
        part(pairing=pairing, by=house.ana, until=today() - timedelta(days=1))
    part(pairing=pairing, by=house.ana)
    with pytest.raises(NotAllowed):
        part(pairing=pairing, by=house.ben, until=today() + timedelta(days=1))


def test_a_journey_rests_and_wakes_as_often_as_it_likes(house):
    turns = []
    for turn in (rest, wake, rest, wake):
        turn(recoveree=house.sam, by=house.ana)
        turns.append(is_resting(house.sam))
    assert turns == [True, False, True, False]


def test_rest_closes_nothing(house):
    rest(recoveree=house.sam, by=house.ana)
    assert coaches(house.sam) == ["Ana"]
    assert [p.called for p in recoverees_for(house.ben, May.WRITE_CONTACTS)] == ["Sam"]
    pair(recoveree=house.sam, coach=house.ben, by=house.ana)
    assert (list(resting_for(house.ana)), list(awake_for(house.ana))) == ([house.sam], [])


def test_a_rest_cannot_begin_tomorrow_nor_twice(house):
    with pytest.raises(NotAllowed):
        rest(recoveree=house.sam, by=house.ana, on=today() + timedelta(days=1))
    rest(recoveree=house.sam, by=house.ana)
    with pytest.raises(NotAllowed):
        rest(recoveree=house.sam, by=house.ana)
    assert Rhythm.objects.count() == 1


def test_where_a_death_is_recorded_nothing_new_begins(house):
    Death(recoveree=house.sam, by=house.ana).save()
    for verb in (rest, wake, lambda **told: pair(coach=house.ben, **told)):
        with pytest.raises(NotAllowed):
            verb(recoveree=house.sam, by=house.ana)
    assert list(walking_with(house.ana)) == list(awake_for(house.ana)) == []


def test_strangers_walk_with_nobody(house):
    for stranger in (house.eve, house.oz, house.rex):
        lists = (walking_with(stranger), awake_for(stranger), resting_for(stranger))
        assert [list(people) for people in lists] == [[], [], []]
    assert Answer.objects.count() == 0
