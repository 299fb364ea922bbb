"""A new password is looked at in the same way at every door, and what is wrong says what to do."""

import re

import pytest
from django.urls import reverse
from django.utils.html import escape

from alongside.team.actions import make_link

OLD, NEW = "four quiet words here", "ferry lantern onion walk"
WEAK = {
    "eleven long": "It must contain at least 12 characters.",
    "Password1234": "Many people use this password, so it is among the first that",
    "captain tam o'shanter": "This password is too close to your name or your e-mail address.",
    "harbormaster.ben@example.org": "This password is too close to your name or your e-mail",
}


@pytest.fixture
def ben(house):
    house.ben.name, house.ben.email = "Captain Tam O'Shanter", "harbormaster.ben@example.org"
    house.ben.set_password(OLD)
    house.ben.save()
    return house.ben


def welcome(client, ben, mailoutbox):
    return reverse("welcome", args=[make_link(account=ben)]), ["password"]


def change(client, ben, mailoutbox):
    client.post(reverse("account_login"), {"login": ben.email, "password": OLD})
    return reverse("account_change_password"), ["password1", "password2"]


def set_first(client, ben, mailoutbox):
    ben.set_unusable_password()
    ben.save()
    client.force_login(ben)
    return reverse("account_set_password"), ["password1", "password2"]


def reset(client, ben, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": ben.email})
    [link] = re.findall(r"https?://[^/]+(/\S+)", mailoutbox[0].body)
    return client.get(link).url, ["password1", "password2"]


@pytest.mark.parametrize("door", [welcome, change, set_first, reset])
def test_weak_passwords_are_refused_with_what_to_do_and_a_good_one_is_taken(
    client, ben, mailoutbox, door
):
    address, names = door(client, ben, mailoutbox)

    def send(password):
        return client.post(address, dict.fromkeys(names, password) | {"oldpassword": OLD})

    said = {
        password: escape(why) in send(password).content.decode() for password, why in WEAK.items()
    }
    assert said == dict.fromkeys(WEAK, True)
    html = send("eleven long").content.decode()
    told = ["please type them again", "Nothing you typed is lost", "At least 12 characters"]
    assert [html.count(words) for words in told] == [1, 0, 1]
    assert send(NEW).status_code == 302
    ben.refresh_from_db()
    assert ben.check_password(NEW)
