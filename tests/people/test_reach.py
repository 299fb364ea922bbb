"""Who reaches whom."""

import pytest

from alongside.common.clock import today
from alongside.people.queries import recoverees_for
from alongside.people.queries.cards import awake_for
from alongside.team.actions import change_program, end_membership
from alongside.team.queries import memberships_of
from alongside.team.roles import May


def reached_by(reader, may=May.READ_PEOPLE):
    return [person.called for person in recoverees_for(reader, may)]


@pytest.mark.parametrize("name", ["ana", "ben", "sue", "max"])
def test_those_who_walk_with_people_reach_them(house, name):
    assert reached_by(getattr(house, name)) == ["Sam"]


@pytest.mark.parametrize("name", ["eve", "oz", "tam", "val", "ada", "rex"])
def test_everyone_else_reaches_nobody(house, name):
    assert reached_by(getattr(house, name)) == []


def test_in_own_people_a_coach_reaches_only_those_paired(house):
    change_program(program=house.harbor, by=house.max, walking="own_people")
    assert [reached_by(a) for a in (house.ana, house.ben)] == [["Sam"], []]


def test_a_list_whose_sql_is_kept_follows_the_reach_at_once(house):
    def listed():
        return [[p.called for p in awake_for(who)] for who in (house.ana, house.ben, house.eve)]

    assert listed() == [["Sam"], ["Sam"], []]
    change_program(program=house.harbor, by=house.max, walking="own_people")
    assert listed() == [["Sam"], [], []]
    for membership in memberships_of(house.ana):
        end_membership(membership=membership, by=house.max, until=today())
    assert listed() == [[], [], []]
