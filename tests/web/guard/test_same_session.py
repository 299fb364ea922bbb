"""Whoever leaves, or works as something else, sees so at the very next request."""

import pytest
from django.test import Client

from alongside.common.clock import today
from alongside.people.actions import part
from alongside.people.models import Pairing
from alongside.team.actions import change_program, change_role, end_membership
from alongside.team.models import Membership
from alongside.team.roles import Role
from tests.web.guard.walk import made
from tests.web.kinds import PAGES
from tests.web.test_wall import addresses, is_ours

WITH_RIGHT = [a for a in addresses() if is_ours(a) and (a.parameters or PAGES.get(a.name))]
#: Of the colleague herself, or open to whoever holds the secret in the address.
NOT_BEHIND_IT = {"welcome", "demo-sign-in"}


@pytest.fixture
def ana(house):
    """Ana's browser, in the midst of a session."""
    browser = Client()
    browser.force_login(house.ana)
    assert browser.get(f"/people/{house.sam.pk}/").status_code == 200
    return browser


def opened(browser, house) -> set[str]:
    """Of all addresses of records and of rights: those that still answer."""
    ids = made(house, but=())
    found = set()
    for address in WITH_RIGHT:
        known = all(address.kind(parameter) in ids for parameter in address.parameters)
        if known and address.name not in NOT_BEHIND_IT:
            for method in (browser.get, browser.post):
                if method(address.path(ids)).status_code not in (404, 405):
                    found.add(address.name)
    return found


def of(account) -> Membership:
    return Membership.objects.get(account=account)


def test_a_coach_who_left_finds_nothing_at_the_next_request(house, ana):
    end_membership(membership=of(house.ana), by=house.max, until=today())
    assert opened(ana, house) == set()


def test_nor_does_a_coach_who_is_an_outreach_worker_from_now_on(house, ana):
    change_role(membership=of(house.ana), role=Role.OUTREACH_WORKER, by=house.max)
    assert opened(ana, house) == set()


def test_where_people_walk_in_pairs_the_person_is_gone_with_the_pairing(house, ana):
    change_program(program=house.harbor, by=house.max, walking="own_people")
    page = f"/people/{house.sam.pk}/"
    assert ana.get(page).status_code == 200
    part(pairing=Pairing.objects.get(recoveree=house.sam), by=house.max)
    assert [ana.get(page).status_code, ana.post(f"{page}ways/").status_code] == [404, 404]
