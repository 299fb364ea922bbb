"""Who sees whom in the team."""

import pytest

from alongside.team.actions import end_membership, write_coach_page
from alongside.team.models import Membership
from alongside.team.queries import (
    accounts_managed_by,
    coach_pages_for,
    memberships_managed_by,
    sites_managed_by,
)
from alongside.team.roles import MEANINGS, May


@pytest.fixture
def shown(house):
    return write_coach_page(account=house.ana, by=house.ana, hello="Hello.", is_shown=True)


def pages(reader):
    return list(coach_pages_for(reader))


def test_a_shown_page_is_read_by_those_who_walk_with_people(house, shown):
    assert [pages(r) for r in (house.ben, house.sue, house.max)] == [[shown]] * 3


@pytest.mark.parametrize("name", ["eve", "oz", "rex", "val", "tam", "ada"])
def test_nobody_else_reads_it(house, shown, name):
    assert pages(getattr(house, name)) == []


def test_a_page_that_is_not_shown_is_read_by_nobody(house):
    write_coach_page(account=house.ana, by=house.ana, hello="Hello.", is_shown=False)
    assert pages(house.ben) == []


def test_the_page_of_a_coach_who_left_is_gone(house, shown):
    end_membership(membership=Membership.objects.get(account=house.ana), by=house.max)
    assert pages(house.ben) == []


@pytest.mark.parametrize("name", ["eve", "ana", "oz", "rex", "sue"])
def test_who_does_not_run_a_program_manages_nothing(house, name):
    reader = getattr(house, name)
    assert not memberships_managed_by(reader).exists()
    assert not sites_managed_by(reader).exists()
    assert not accounts_managed_by(reader).exists()


def test_a_manager_manages_their_own_program_alone(house):
    programs = set(memberships_managed_by(house.max).values_list("program", flat=True))
    assert programs == {house.harbor.pk}


def test_every_right_is_told_in_words():
    assert set(MEANINGS) == set(May)
