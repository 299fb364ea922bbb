"""Signing in: what slows, what never locks, what is written down."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from alongside.audit.models import Entry
from alongside.common import clock
from alongside.config import settings as in_earnest
from alongside.team.actions import close_account

PASSWORD = "four quiet words here"


@pytest.fixture
def ana(house):
    house.ana.set_password(PASSWORD)
    house.ana.save()
    return house.ana


def try_as(client, account, password=PASSWORD, **extra):
    login = {"login": account.email, "password": password}
    return client.post(reverse("account_login"), login, **extra)


def verbs(account=None):
    entries = Entry.objects.filter(object_id=account.pk) if account else Entry.objects
    return list(entries.filter(verb__startswith="sign").values_list("verb", flat=True))


@pytest.fixture
def later(monkeypatch):
    """`later(seconds)` puts the clock of the waits forward."""
    ahead = timedelta()
    real = clock.now

    def forward(seconds):
        nonlocal ahead
        ahead += timedelta(seconds=seconds)

    monkeypatch.setattr("alongside.web.sign_in.waits.now", lambda: real() + ahead)
    return forward


def fail(client, account, times, **extra):
    for _ in range(times):
        last = try_as(client, account, "wrong", **extra)
    return last.content.decode()


def test_in_earnest_passwords_are_kept_with_argon2_at_its_full_cost():
    """Tests themselves pay less (`tests/quick.py`)."""
    assert in_earnest.PASSWORD_HASHERS[0] == "django.contrib.auth.hashers.Argon2PasswordHasher"


def test_the_right_password_signs_in_under_a_new_session(client, ana):
    client.get(reverse("account_login"))
    client.session.save()
    before = client.session.session_key
    assert try_as(client, ana).url == reverse("today")
    assert client.session.session_key != before
    assert verbs(ana) == ["sign_in"]


def test_a_few_slips_cost_nothing_and_then_waits_grow(client, ana, later):
    assert "Please wait" not in fail(client, ana, 4)
    assert "Please wait 2 seconds" in fail(client, ana, 1)
    later(2)
    assert "Please wait 4 seconds" in fail(client, ana, 2)


def test_no_wait_is_longer_than_half_a_minute_and_then_the_door_opens(client, ana, later):
    for _ in range(12):
        fail(client, ana, 1)
        later(30)
    assert try_as(client, ana).status_code == 302


def test_while_a_wait_lasts_even_the_right_password_is_not_tried(client, ana):
    fail(client, ana, 4)
    assert "Please wait" in try_as(client, ana).content.decode()


def test_somebody_guessing_elsewhere_does_not_slow_the_person_down(ana):
    fail(Client(REMOTE_ADDR="203.0.113.9"), ana, 6)
    assert try_as(Client(REMOTE_ADDR="198.51.100.7"), ana).status_code == 302


def test_in_the_same_house_a_browser_that_was_here_before_has_its_own_count(client, ana):
    try_as(client, ana)
    client.post(reverse("account_logout"))
    fail(Client(), ana, 6)
    assert try_as(client, ana).status_code == 302


def test_failures_and_sign_outs_are_written_down(client, ana):
    fail(client, ana, 1)
    try_as(client, ana)
    client.post(reverse("account_logout"))
    assert verbs(ana) == ["sign_in.fail", "sign_in", "sign_out"]


def test_a_failure_for_an_unknown_address_keeps_no_word_of_it(client, house):
    client.post(reverse("account_login"), {"login": "who@example.org", "password": "x"})
    [entry] = Entry.objects.filter(verb="sign_in.fail")
    assert (entry.object_id, entry.detail) == (None, "")


def test_a_closed_account_is_out_at_the_next_request(page, house):
    browser = page(house.ana)
    assert browser.get(reverse("today")).status_code == 200
    close_account(account=house.ana, by=house.ada)
    assert browser.get(reverse("today")).url.startswith(reverse("account_login"))


def test_signing_out_everywhere_ends_the_other_sessions(client, house):
    elsewhere = Client()
    elsewhere.force_login(house.ana)
    client.force_login(house.ana)
    client.post(reverse("sign-out-everywhere"))
    assert elsewhere.get(reverse("today")).status_code == 302


def test_asking_for_code_after_code_waits_too(ana):
    for _ in range(5):
        answer = Client().post(reverse("account_request_login_code"), {"email": ana.email})
    assert "Please wait" in answer.content.decode()


def test_an_emailed_code_signs_in(client, ana, mailoutbox):
    client.post(reverse("account_request_login_code"), {"email": ana.email})
    code = re.search(r"^[A-Z]{4}-[A-Z]{4}$", mailoutbox[0].body, re.M)[0]
    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert client.get(reverse("today")).wsgi_request.user == ana
