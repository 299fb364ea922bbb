"""Verbs on the team."""

from datetime import timedelta

import pytest

from alongside.audit.models import Entry
from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.team.actions import (
    change_role,
    close_account,
    found_organization,
    invite,
    name_supervisor,
    open_account,
)
from alongside.team.models import Account, Membership
from alongside.team.queries import may_anywhere, members_of
from alongside.team.roles import May, Role


def membership(account):
    return Membership.objects.get(account=account, until=None)


def test_an_invitation_makes_an_account_without_a_password(house):
    member = invite(
        program=house.harbor, name="Ivy", email="ivy@example.org", role=Role.COACH, by=house.max
    )
    assert (member.account.name, member.account.has_usable_password()) == ("Ivy", False)
    assert may_anywhere(member.account, May.READ_PEOPLE)


def test_a_colleague_of_a_sister_program_keeps_the_account_they_have(house):
    member = invite(
        program=house.harbor, name="Eve", email="EVE@example.org", role=Role.COACH, by=house.max
    )
    assert member.account == house.eve


def test_an_address_of_another_organization_is_refused(house):
    elsewhere = found_organization(name="Hilltop")
    open_account(organization=elsewhere, email="ivy@example.org", name="Ivy")
    with pytest.raises(NotAllowed):
        invite(
            program=house.harbor, name="Ivy", email="ivy@example.org", role=Role.COACH, by=house.max
        )


def test_nobody_is_in_a_program_twice(house):
    with pytest.raises(NotAllowed):
        invite(
            program=house.harbor,
            name="Ana",
            email=house.ana.email,
            role=Role.MANAGER,
            by=house.max,
        )


def test_a_changed_role_ends_today_and_the_new_one_begins(house):
    old = membership(house.ana)
    new = change_role(membership=old, role=Role.SUPERVISOR, by=house.max)
    old.refresh_from_db()
    assert (old.until, new.since, new.role) == (today(), today(), Role.SUPERVISOR)
    assert may_anywhere(house.ana, May.PAUSE)


def test_nobody_changes_their_own_role(house):
    with pytest.raises(NotAllowed):
        change_role(membership=membership(house.ada), role=Role.COACH, by=house.ada)


def test_naming_a_supervisor_is_written_down(house):
    member = name_supervisor(
        membership=membership(house.ana), supervised_by=house.sue, by=house.max
    )
    assert Entry.objects.filter(verb="membership.supervisor", object_id=member.pk).count() == 1


def test_a_closed_account_holds_no_rights_from_that_moment(house):
    close_account(account=house.ana, by=house.ada)
    assert not may_anywhere(house.ana, May.READ_PEOPLE)
    assert Account.objects.get(pk=house.ana.pk).is_active is False


def test_those_of_today_stand_before_those_who_left(house):
    until = [member.until for member in members_of(house.harbor)]
    assert until == [None] * 8 + [today() - timedelta(days=1)]
