"""The wall: what you may not see does not exist, on every address there is.

The addresses are read from the URL table and what their ids are of from `kinds.py`, so a
new page stands behind the wall from its first day, or this fails.
"""

import re
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import URLPattern, get_resolver, reverse

from alongside.team.roles import GRANTS, Role
from tests.conftest import AT_HARBOR
from tests.signed_in import browser_of
from tests.web.kinds import BY_PAGE, MAKERS, OPEN, PAGES, PLAIN

STRANGERS = ["eve", "oz", "rex"]
COLLEAGUES = ["max", "ana", "sue", "ada"]
NEW_EACH_TIME = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"')


@dataclass(frozen=True)
class Address:
    """One line of the URL table: its name, its ids, the view behind it, what is no id."""

    name: str
    parameters: tuple[str, ...]
    view: object
    plain: tuple[str, ...] = ()

    @property
    def needs_sign_in(self) -> bool:
        return getattr(self.view, "login_required", True)

    def path(self, ids: dict) -> str:
        told = {p: ids[self.kind(p)] for p in self.parameters}
        return reverse(self.name, kwargs=told | {p: PLAIN[p] for p in self.plain})

    def kind(self, parameter: str) -> str:
        return BY_PAGE.get(self.name, parameter) if parameter in UNTOLD else parameter


UNTOLD = {"row_id", "other_id"}


def addresses(patterns=None, above=()):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        parameters = (*above, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLPattern):
            plain = tuple(p for p in parameters if p in PLAIN)
            ids = tuple(p for p in parameters if p not in PLAIN)
            yield Address(pattern.name, ids, pattern.callback, plain)
        else:
            yield from addresses(pattern.url_patterns, parameters)


def is_ours(address) -> bool:
    return address.view.__module__.startswith("alongside.")


WITH_ID = [a for a in addresses() if a.parameters and a.name not in OPEN]
WITHOUT_ID = [a for a in addresses() if not a.parameters and is_ours(a)]
named = pytest.mark.parametrize("address", WITH_ID, ids=lambda a: a.name)


@pytest.fixture
def ids(house, address):
    """What the address is of, at Harbor."""
    kinds = {address.kind(parameter) for parameter in address.parameters}
    return {kind: MAKERS[kind](house) for kind in kinds}


def made_up() -> dict:
    return {kind: 987_654_321 if kind == "pk" else uuid4() for kind in MAKERS}


def answer(client, method, address, ids):
    """Status and words, without what is new each time and without the address itself."""
    path = address.path(ids)
    with transaction.atomic():
        response = getattr(client, method)(path)
        transaction.set_rollback(True)
    words = (
        NEW_EACH_TIME.sub("", response.content.decode(errors="replace"))
        if not response.streaming
        else ""
    )
    return response.status_code, words.replace(path, "")


def test_every_id_says_what_it_is_of():
    told = {(a.name, a.kind(p)) for a in WITH_ID for p in a.parameters}
    assert {(page, kind) for page, kind in told if kind not in MAKERS} == set()


def test_only_these_addresses_are_open_and_hold_a_secret_of_their_own():
    open_ = {a.name for a in addresses() if a.parameters and not a.needs_sign_in}
    assert open_ == OPEN


@named
def test_to_a_stranger_it_is_as_if_it_did_not_exist(house, ids, address):
    for name in STRANGERS:
        browser = browser_of(getattr(house, name))
        for method in ["get", "post"]:
            found = answer(browser, method, address, ids)
            assert found == answer(browser, method, address, made_up()), name
            assert found[0] in (404, 405), name


@named
def test_somebody_at_harbor_reaches_it(house, ids, address):
    """Else the wall would be proved by pages that nobody can open."""
    assert any(reaches(getattr(house, name), address, ids) for name in COLLEAGUES)


def reaches(account, address, ids) -> bool:
    browser = browser_of(account)
    answers = {answer(browser, method, address, ids)[0] for method in ["get", "post"]}
    return bool(answers - {404, 405})


@named
def test_nobody_reaches_it_without_signing_in(client, ids, address):
    for method in ["get", "post"]:
        response = getattr(client, method)(address.path(ids))
        assert response.url.startswith(reverse("account_login"))


def test_every_page_without_an_id_has_a_rule():
    pages = {a.name for a in WITHOUT_ID if a.needs_sign_in}
    assert pages - set(PAGES) == set()


@pytest.mark.parametrize("address", WITHOUT_ID, ids=lambda a: a.name)
def test_a_page_opens_to_the_roles_that_hold_its_right_alone(house, address):
    if not address.needs_sign_in:
        return
    may = PAGES[address.name]
    expected = {role for role in Role if may is None or may in GRANTS[role]}
    assert {role for role in Role if opens(address, account_in(house, role))} == expected


def account_in(house, role):
    return getattr(house, next(name for name, r in AT_HARBOR.items() if r == role))


def opens(address, account) -> bool:
    browser = browser_of(account)
    status, _ = answer(browser, "get", address, {})
    if status == 405:
        status, _ = answer(browser, "post", address, {})
    return status != 404
