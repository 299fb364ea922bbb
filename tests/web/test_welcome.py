"""The one-use link by which somebody makes an account their own."""

from datetime import timedelta

import pytest
from django.conf import settings as real
from django.core import signing
from django.test import Client
from django.urls import reverse

from alongside.audit.models import Entry
from alongside.team.actions import make_link
from alongside.team.models import Membership

PASSWORD = "four quiet words here"


@pytest.fixture
def in_earnest(settings):
    settings.DEMO = False


def status_of(token):
    return Client().get(reverse("welcome", args=[token])).status_code


@pytest.fixture
def days(monkeypatch):
    """`days(n)` puts the clock of signed links forward."""
    clock = signing.time.time
    return lambda n: monkeypatch.setattr(
        signing.time, "time", lambda: clock() + timedelta(days=n).total_seconds()
    )


def test_a_link_waits_seven_days(house, days):
    token = make_link(account=house.ben)
    assert real.WELCOME_LINK_LIVES.days == 7
    days(6.99)
    assert status_of(token) == 200
    days(7.01)
    assert status_of(token) == 404


def test_how_long_it_waits_is_a_setting(house, days, settings):
    settings.WELCOME_LINK_LIVES = timedelta(days=2)
    token = make_link(account=house.ben)
    days(2.01)
    assert status_of(token) == 404


def test_a_new_link_ends_the_older_one(house):
    first, second = make_link(account=house.ben), make_link(account=house.ben)
    assert (status_of(first), status_of(second)) == (404, 200)


def test_a_new_link_leaves_those_of_others_as_they_are(house):
    bens = make_link(account=house.ben)
    make_link(account=house.oz)
    assert status_of(bens) == 200


def test_a_manager_who_makes_a_new_link_ends_the_older_one(page, house):
    older = make_link(account=house.ben)
    member = Membership.objects.get(account=house.ben)
    answer = page(house.max).post(reverse("member-link", args=[member.pk]))
    assert "for 7 days" in answer.content.decode()
    assert (status_of(older), status_of(answer.context["link"].split("/")[-2])) == (404, 200)
    assert Entry.objects.filter(verb="account.link", actor_id=house.max.pk).count() == 1


def test_an_invited_person_sets_a_password_and_then_a_second_factor(client, house, in_earnest):
    address = reverse("welcome", args=[make_link(account=house.ben)])
    page = client.post(address, {"password": PASSWORD}, follow=True)
    assert page.redirect_chain[-1][0] == reverse("mfa_index")
    assert client.get(reverse("today")).url == reverse("mfa_index")
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_an_invited_person_may_begin_with_a_passkey(client, house, in_earnest):
    address = reverse("welcome", args=[make_link(account=house.ben)])
    assert client.post(address, {"passkey": "1"}).url == reverse("mfa_add_webauthn")
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200


def test_a_welcome_link_works_once(client, house):
    address = reverse("welcome", args=[make_link(account=house.ben)])
    client.get(address)
    client.post(address, {"password": PASSWORD})
    assert client.get(address).status_code == 404
    assert client.get(reverse("welcome", args=["made-up"])).status_code == 404


def test_a_weak_password_is_told_and_the_link_still_works(client, house):
    address = reverse("welcome", args=[make_link(account=house.ben)])
    assert client.post(address, {"password": "password"}).status_code == 200
    assert client.get(address).status_code == 200
