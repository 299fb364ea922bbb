"""Codes of courses: a whole cohort joins at once, and whoever guesses waits, locking nobody out.

With the real limits.
"""

from datetime import UTC, datetime

import pytest
from allauth.core.internal import ratelimit
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import reverse

from alongside.learning.models import Participant
from alongside.web.guessing import count_wrong, may_try
from tests.learning.conftest import begin, sit_down
from tests.learning.test_room import phone
from tests.together import at_once

MOST = 30  # wrong ones in a minute at one address
PRESSED = 6  # while many are guessed from everywhere
EVERYWHERE = 300
SLOWED = "Nothing is locked. Wait a minute, then try again."


@pytest.fixture
def cohort(house):
    return begin(house, seats=60)


@pytest.fixture
def minutes(monkeypatch):
    """The clock of the limits stands still; `minutes(n)` puts it forward."""
    began, ahead = datetime(2026, 1, 1, tzinfo=UTC).timestamp(), [0]
    monkeypatch.setattr(ratelimit.time, "time", lambda: began + sum(ahead))
    return lambda n: ahead.append(60 * n)


def at(address):
    return RequestFactory(REMOTE_ADDR=address).get("/")


def type_code(code, address="192.0.2.1"):
    return Client(REMOTE_ADDR=address).post(reverse("room-code"), {"code": code})


def open_link(code, address="192.0.2.1"):
    return Client(REMOTE_ADDR=address).get(reverse("room-join", args=[code]))


def guess(times, address="192.0.2.1"):
    for _ in range(times):
        count_wrong(at(address))


@pytest.fixture
def pressed(minutes):
    """As many were guessed from everywhere as are taken calmly."""
    for number in range(EVERYWHERE):
        guess(1, f"198.51.{number // 250}.{number % 250}")


def test_the_limits_are_those_of_this_file():
    assert {
        "wrong": f"{MOST}/m/ip",
        "pressed": f"{PRESSED}/m/ip",
        "anywhere": f"{EVERYWHERE}/m/key",
    } == settings.JOIN_RATE_LIMITS


def test_forty_join_from_one_network_in_a_minute_though_some_mistype(cohort, minutes):
    for number in range(40):
        browser = Client(REMOTE_ADDR="192.0.2.1")
        if number % 2:
            assert type_code("WRONG").status_code == 200
        there = browser.post(reverse("room-code"), {"code": cohort.code})
        joined = browser.post(there.url, {"called": f"Person {number}"})
        assert (there.status_code, joined.status_code) == (302, 302)
    assert Participant.objects.filter(cohort=cohort).count() == 40


@pytest.mark.parametrize("send", [type_code, open_link])
def test_after_many_wrong_ones_a_code_waits_a_minute_right_or_wrong(cohort, minutes, send):
    assert {send("WRONG").status_code for _ in range(MOST)} <= {200, 404}
    for code in ("WRONG", cohort.code):
        answer = send(code)
        assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
        html = answer.content.decode()
        assert [SLOWED in html, f'value="{code}"' in html] == [True, True]


def test_the_minute_passes_and_whoever_keeps_trying_does_not_push_it(cohort, minutes):
    guess(MOST)
    minutes(0.9)
    assert [type_code("WRONG").status_code for _ in range(3)] == [429] * 3
    minutes(0.2)
    assert type_code(cohort.code).status_code == 302


def test_another_address_and_whoever_has_a_seat_are_not_slowed(cohort, minutes):
    guess(MOST)
    assert type_code(cohort.code, "203.0.113.9").status_code == 302
    [lu] = sit_down(cohort, "Lu")
    assert phone(cohort, lu).get(reverse("room", args=[cohort.pk])).status_code == 200
    browser = phone(cohort, lu)
    browser.defaults["REMOTE_ADDR"] = "192.0.2.1"
    there = reverse("room", args=[cohort.pk])
    assert browser.get(reverse("room-join", args=[cohort.code])).url == there


def test_while_many_are_guessed_from_everywhere_each_address_has_fewer(cohort, pressed, minutes):
    assert type_code(cohort.code, "203.0.113.9").status_code == 302
    found = [type_code("WRONG", "203.0.113.9").status_code for _ in range(PRESSED + 1)]
    assert found == [200] * PRESSED + [429]
    assert type_code(cohort.code, "203.0.113.10").status_code == 302
    minutes(1.1)
    assert type_code(cohort.code, "203.0.113.9").status_code == 302


def test_an_empty_box_is_no_guess(cohort, minutes):
    assert {type_code("").status_code for _ in range(MOST + 1)} == {200}


def test_of_many_at_the_same_moment_each_is_counted(minutes):
    at_once(*[lambda: guess(1)] * 8)
    guess(MOST - 9)
    assert may_try(at("192.0.2.1"))
    guess(1)
    assert not may_try(at("192.0.2.1"))


def test_the_wait_is_told_in_spanish(cohort, minutes):
    guess(MOST)
    browser = Client(REMOTE_ADDR="192.0.2.1", headers={"Accept-Language": "es"})
    html = browser.post(reverse("room-code"), {"code": "NOPE"}).content.decode()
    assert ["Espera un minuto" in html, SLOWED in html] == [True, False]
