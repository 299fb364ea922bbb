"""In demo mode anyone may be a made-up person; elsewhere the door does not exist."""

import pytest
from django.urls import reverse


@pytest.fixture
def demo_house(house):
    house.organization.is_demo = True
    house.organization.save()
    return house


def door(account):
    return reverse("demo-sign-in", args=[account.pk])


def test_one_button_signs_in_as_a_made_up_person(client, demo_house):
    page = client.get(reverse("account_login"))
    assert door(demo_house.ana) in page.content.decode()
    assert client.post(door(demo_house.ana)).url == reverse("today")
    assert client.get(reverse("today")).wsgi_request.user == demo_house.ana


def test_a_real_account_has_no_such_button_and_no_such_door(client, house):
    assert door(house.ana) not in client.get(reverse("account_login")).content.decode()
    assert client.post(door(house.ana)).status_code == 404


def test_outside_demo_mode_there_is_no_such_door(client, demo_house, settings):
    settings.DEMO = False
    assert door(demo_house.ana) not in client.get(reverse("account_login")).content.decode()
    assert client.post(door(demo_house.ana)).status_code == 404


def test_following_a_link_signs_nobody_in(client, demo_house):
    assert client.get(door(demo_house.ana)).status_code == 404


def test_whoever_has_left_or_was_closed_has_no_button(client, demo_house):
    page = client.get(reverse("account_login")).content.decode()
    assert door(demo_house.rex) not in page


def test_nobody_makes_an_account_for_themself(client, db):
    page = client.get(reverse("account_signup"))
    assert page.templates[0].name == "account/signup_closed.html"
