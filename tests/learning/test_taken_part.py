"""A colleague comes back to a course they took part in, from any device, also afterward."""

import pytest
from django.test import Client
from django.urls import reverse

from alongside.learning.actions.cohorts import end_cohort
from alongside.learning.actions.taking_part import join
from alongside.learning.own import fingerprint
from alongside.web.seats import cookie_name


@pytest.fixture
def taken(house, cohort):
    """Ana's part in a course that is over, with the secret of the link she had."""
    row, secret = join(cohort=cohort, called="Ana", by=house.ana)
    end_cohort(cohort=cohort, by=house.tam)
    return row, secret


def test_my_learning_leads_back_into_a_course_that_is_over(page, house, cohort, taken):
    client, (row, secret) = page(house.ana), taken
    address = reverse("taken-part", args=[row.pk])
    assert f'href="{address}"' in client.get(reverse("learning")).content.decode()
    assert "links you had before end" in client.get(address).content.decode()
    opened = client.post(address)
    assert opened.url == reverse("room", args=[cohort.pk])
    assert client.get(opened.url).status_code == 200
    row.refresh_from_db()
    assert row.key_hash == fingerprint(client.cookies[cookie_name(cohort.pk)].value)
    assert row.key_hash != fingerprint(secret)


def test_whoever_holds_the_seat_already_keeps_their_link(page, house, cohort, taken):
    client, (row, secret) = page(house.ana), taken
    client.cookies[cookie_name(cohort.pk)] = secret
    for ask in (client.get, client.post):
        assert ask(reverse("taken-part", args=[row.pk])).url == reverse("room", args=[cohort.pk])
    row.refresh_from_db()
    assert row.key_hash == fingerprint(secret)


@pytest.mark.parametrize("who", ["ben", "tam", "eve", "oz"])
def test_a_seat_is_nobody_elses(house, taken, who):
    client, (row, secret) = Client(), taken
    client.force_login(getattr(house, who))
    address = reverse("taken-part", args=[row.pk])
    assert (client.get(address).status_code, client.post(address).status_code) == (404, 404)
    row.refresh_from_db()
    assert row.key_hash == fingerprint(secret)
