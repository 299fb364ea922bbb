"""The people of every test.

*ana* coaches at Harbor, *sam* is the recoveree she walks with. *eve* coaches in a sister
program and must see nothing of it. *oz* is an outreach worker at Harbor, *max* its
manager, *sue* its supervisor, *ada* its administrator, *val* its evaluator, and *rex*
coached there until yesterday.
"""

import gc
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import override_settings
from django.utils import translation

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
from tests.migrated import begin_as_a_copy, end_other_sessions, throw_away
from tests.quick import (
    empty_what_is_filled,
    keep_what_views_give,
    list_static_files_once,
    sign_with_few_keys,
)
from tests.schedule import Schedule, in_order
from tests.signed_in import session_of
from tests.standing import Standing

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


def pytest_collection_modifyitems(items):
    items[:] = in_order(items)


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """What is there before the first test stays: the collector of garbage need not look there."""
    gc.disable()
    found = yield
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()
    return found


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Schedule(config, log)


@pytest.fixture(autouse=True)
def fresh_memory():
    """Keys, counters and the last page's language are remembered; each test begins without."""
    keyring.forget()
    cache.clear()
    translation.deactivate()


@pytest.fixture(autouse=True, scope="session")
def quick():
    """Costs that teach a test nothing are paid once, or at the lowest rate (`quick.py`)."""
    with pytest.MonkeyPatch.context() as patch:
        list_static_files_once(patch)
        keep_what_views_give(patch)
        empty_what_is_filled(patch)
        sign_with_few_keys(patch)
        with override_settings(PASSWORD_HASHERS=["tests.quick.QuickArgon2"]):
            yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, django_db_blocker):
    with django_db_blocker.unblock():
        begin_as_a_copy()
    yield
    with django_db_blocker.unblock():
        throw_away()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """A browser may leave while the server still answers it: the database goes all the same."""
    yield
    with django_db_blocker.unblock():
        end_other_sessions()


@pytest.fixture(scope="session")
def django_db_keepdb():
    """A file that was copied is there already."""
    return connection.vendor == "sqlite"


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


@pytest.fixture(scope="session")
def built_house(django_db_setup, django_db_blocker):
    """The house as the program's own actions build it, once; nothing of it stays stored."""
    with django_db_blocker.unblock(), transaction.atomic():
        standing = Standing.of(build_house)
        transaction.set_rollback(True)
    return standing


@pytest.fixture
def house(db, built_house):
    """Everybody named above, in programs with nothing else in them."""
    return built_house.put_up()


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
        client.cookies[settings.SESSION_COOKIE_NAME] = session_of(account)
        return client

    return sign_in
