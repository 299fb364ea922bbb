"""Limits by the minute: they slow, they say for how long, and they lock nobody out."""

from datetime import UTC, datetime

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
    """The clock of the limits stands still; `minutes(n)` puts it forward."""
    began, ahead = datetime(2026, 1, 1, tzinfo=UTC).timestamp(), [0]
    monkeypatch.setattr(ratelimit.time, "time", lambda: began + sum(ahead))
    return lambda n: ahead.append(60 * n)


def try_as(client, email, password=PASSWORD):
    return client.post(reverse("account_login"), {"login": email, "password": password})


@pytest.fixture
def many(minutes, house, settings):
    """As many people as may sign in within a minute from one address (here six) have tried."""
    assert settings.ACCOUNT_RATE_LIMITS["login"] == "60/m/ip"
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"login": "6/m/ip"}
    for number in range(6):
        assert try_as(Client(), f"{number}@example.org").status_code == 200


def test_after_too_many_tries_one_waits_a_minute(many, client, ana):
    answer = try_as(client, ana.email)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert "Nothing is locked. Wait a minute, then try again." in answer.content.decode()


def test_whoever_keeps_trying_does_not_push_the_minute_further(many, client, ana, minutes):
    minutes(0.9)
    assert try_as(client, ana.email).status_code == 429
    minutes(0.2)
    assert try_as(client, ana.email).status_code == 302


def test_the_minute_holds_at_one_address_only(many, ana):
    assert try_as(Client(REMOTE_ADDR="203.0.113.9"), ana.email).status_code == 302


def test_a_session_that_is_open_goes_on_meanwhile(many, page, house):
    assert page(house.ben).get(reverse("today")).status_code == 200


def test_the_page_speaks_spanish_and_has_our_look(many, client):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "es"
    words = try_as(client, "somebody@example.org").content.decode()
    assert ('lang="es"' in words, "alongside/base.css" in words) == (True, True)
    assert "Wait a minute" not in words


def test_every_limit_counts_one_minute_and_none_an_account_that_others_can_name():
    limits = {**settings.ACCOUNT_RATE_LIMITS, **settings.MFA_RATE_LIMITS}
    rates = [rate for told in limits.values() for rate in ratelimit.parse_rates(told)]
    assert {(rate.duration, rate.per == "key") for rate in rates} == {(60.0, False)}
