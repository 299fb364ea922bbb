"""Limits by the minute: they slow, they say for how long, and they lock nobody out."""

import pytest
from allauth.core.internal import ratelimit
from django.conf import settings
from django.test import Client
from django.urls import reverse

PASSWORD = "four quiet words here"


@pytest.fixture
def ana(house):
    house.ana.set_password(PASSWORD)
    house.ana.save()
    return house.ana


@pytest.fixture
def minutes(monkeypatch):
    """`minutes(n)` puts the clock of the limits forward."""
    ahead, real = [0], ratelimit.time.time
    monkeypatch.setattr(ratelimit.time, "time", lambda: real() + sum(ahead))
    return lambda n: ahead.append(60 * n)


def try_as(client, email, password=PASSWORD):
    return client.post(reverse("account_login"), {"login": email, "password": password})


@pytest.fixture
def sixty(monkeypatch, db):
    """Sixty people sign in within a minute, from one address."""
    monkeypatch.setattr("alongside.web.sign_in.adapter.Adapter.authenticate", lambda *a, **k: None)
    for number in range(60):
        answer = try_as(Client(), f"{number}@example.org")
        assert answer.status_code == 200
    monkeypatch.undo()


def test_after_sixty_tries_a_minute_one_waits_a_minute(sixty, client, ana):
    answer = try_as(client, ana.email)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert "Nothing is locked. Wait a minute, then try again." in answer.content.decode()


def test_whoever_keeps_trying_does_not_push_the_minute_further(sixty, client, ana, minutes):
    minutes(0.9)
    assert try_as(client, ana.email).status_code == 429
    minutes(0.2)
    assert try_as(client, ana.email).status_code == 302


def test_the_minute_holds_at_one_address_only(sixty, ana):
    assert try_as(Client(REMOTE_ADDR="203.0.113.9"), ana.email).status_code == 302


def test_a_session_that_is_open_goes_on_meanwhile(sixty, page, house):
    assert page(house.ben).get(reverse("today")).status_code == 200


def test_the_page_speaks_spanish_and_has_our_look(sixty, client):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "es"
    words = try_as(client, "somebody@example.org").content.decode()
    assert ('lang="es"' in words, "alongside/base.css" in words) == (True, True)
    assert "Wait a minute" not in words


def test_every_limit_counts_one_minute_and_none_an_account_that_others_can_name():
    limits = {**settings.ACCOUNT_RATE_LIMITS, **settings.MFA_RATE_LIMITS}
    rates = [rate for told in limits.values() for rate in ratelimit.parse_rates(told)]
    assert {(rate.duration, rate.per == "key") for rate in rates} == {(60.0, False)}
