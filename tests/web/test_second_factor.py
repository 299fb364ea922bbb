"""Outside demo mode nobody works without a second factor."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.urls import reverse

from alongside.audit.models import Entry

PASSWORD = "four quiet words here"


@pytest.fixture
def in_earnest(settings):
    settings.DEMO = False


@pytest.fixture
def ana(house):
    house.ana.set_password(PASSWORD)
    house.ana.save()
    return house.ana


def sign_in(client, account):
    return client.post(
        reverse("account_login"), {"login": account.email, "password": PASSWORD}, follow=True
    )


def code_for(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def set_up(client):
    page = client.get(reverse("mfa_activate_totp"), follow=True)
    if "password" in page.context["form"].fields:
        page = client.post(
            page.request["PATH_INFO"] + "?next=" + reverse("mfa_activate_totp"),
            {"password": PASSWORD},
            follow=True,
        )
    secret = page.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    return secret


def test_without_one_every_page_leads_to_setting_it_up(client, ana, in_earnest):
    assert sign_in(client, ana).redirect_chain[-1][0] == reverse("mfa_index")
    for page in ["today", "coaches", "own-page", "choose-program"]:
        assert client.get(reverse(page)).url == reverse("mfa_index")


def test_with_an_app_set_up_the_pages_open_and_the_next_sign_in_asks(client, ana, in_earnest):
    sign_in(client, ana)
    secret = set_up(client)
    assert client.get(reverse("today")).status_code == 200
    client.post(reverse("account_logout"))
    assert sign_in(client, ana).redirect_chain[-1][0] == reverse("mfa_authenticate")
    assert client.get(reverse("today")).status_code == 302
    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))


def test_wrong_codes_are_slowed_and_written_down(client, ana, in_earnest):
    sign_in(client, ana)
    set_up(client)
    client.post(reverse("account_logout"))
    sign_in(client, ana)
    for _ in range(5):
        page = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Please wait" in page.content.decode()
    assert Entry.objects.filter(verb="sign_in.fail", detail="totp").count() == 4


def test_a_recovery_code_opens_once(client, ana, in_earnest):
    sign_in(client, ana)
    set_up(client)
    codes = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    client.post(reverse("account_logout"))
    for expected in [302, 200]:
        sign_in(client, ana)
        assert client.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == expected
        client.post(reverse("account_logout"))


def test_in_demo_mode_none_is_needed(client, ana):
    assert sign_in(client, ana).redirect_chain[-1][0] == reverse("today")
