"""The people of every test.

*ana* coaches at Harbor, *sam* is the recoveree she walks with. *eve* coaches in a sister
program and must see nothing of it. *oz* is an outreach worker at Harbor, *max* its
manager, *sue* its supervisor, *ada* its administrator, *val* its evaluator, and *rex*
coached there until yesterday.
"""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.db.backends.base.operations import BaseDatabaseOperations

from alongside.audit.append_only import APPEND_ONLY
from alongside.common.clock import today
from alongside.common.sealing import keyring
from alongside.people.actions import start_person
from alongside.team.actions import (
    add_member,
    add_site,
    end_membership,
    found_organization,
    open_account,
    open_program,
)
from alongside.team.roles import Role

AT_HARBOR = {
    "ana": Role.COACH,
    "ben": Role.COACH,
    "oz": Role.OUTREACH_WORKER,
    "sue": Role.SUPERVISOR,
    "tam": Role.TRAINER,
    "max": Role.MANAGER,
    "val": Role.EVALUATOR,
    "ada": Role.ADMINISTRATOR,
    "rex": Role.COACH,
}


@pytest.fixture(autouse=True)
def fresh_memory():
    """Keys and counters are remembered in memory; each test begins without."""
    keyring.forget()
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def tests_may_empty_the_trail():
    """After a test with transactions of its own Django empties every table, the trail too."""
    empty = BaseDatabaseOperations.execute_sql_flush

    def lift_and_empty(self, statements):
        with self.connection.cursor() as cursor:
            APPEND_ONLY.lift(cursor, self.connection.vendor)
            empty(self, statements)
            APPEND_ONLY.put(cursor, self.connection.vendor)

    BaseDatabaseOperations.execute_sql_flush = lift_and_empty
    yield
    BaseDatabaseOperations.execute_sql_flush = empty


def build_house() -> SimpleNamespace:
    organization = found_organization(name="Riverside Recovery")
    harbor = open_program(organization=organization, name="Harbor")
    bridge = open_program(organization=organization, name="Bridge")
    house = SimpleNamespace(organization=organization, harbor=harbor, bridge=bridge)
    house.site = add_site(program=harbor, name="Front Street")
    long_ago = today() - timedelta(days=400)
    for name, role in AT_HARBOR.items():
        account = _open(organization, name)
        member = add_member(program=harbor, account=account, role=role, since=long_ago)
        if name == "rex":
            end_membership(membership=member, by=account, until=today() - timedelta(days=1))
        setattr(house, name, account)
    house.eve = _open(organization, "eve")
    add_member(program=bridge, account=house.eve, role=Role.COACH, since=long_ago)
    house.sam = start_person(program=harbor, called="Sam", by=house.ana, walks_with=house.ana)
    return house


def _open(organization, name):
    return open_account(
        organization=organization, email=f"{name}@example.org", name=name.capitalize()
    )


@pytest.fixture
def house(db):
    return build_house()


@pytest.fixture
def sam(house):
    return house.sam


def _person(name):
    @pytest.fixture(name=name)
    def person(house):
        return getattr(house, name)

    return person


ana, ben, eve, oz, sue, tam, max_, val, ada, rex = (
    _person(name) for name in ["ana", "ben", "eve", "oz", "sue", "tam", "max", "val", "ada", "rex"]
)


@pytest.fixture
def page(client, house):
    """A browser without JavaScript: `page(house.ana)` is the test client, signed in as Ana."""

    def sign_in(account):
        client.force_login(account)
        return client

    return sign_in
