"""The room from beginning to end: joining by code, one activity live, closed, and the movement."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from alongside.learning.actions.leading import close_round
from alongside.learning.models import Room
from alongside.web.seats import cookie_name
from tests.learning.conftest import opened, placed, sit_down, slot_of


def phone(cohort, seat) -> Client:
    """A phone without scripts that holds this seat."""
    client = Client()
    client.cookies[cookie_name(cohort.pk)] = seat.secret
    return client


def act(page, cohort, **told):
    return page.post(reverse("lead-act", args=[cohort.pk]), told)


def test_one_joins_with_a_code_and_a_name_and_nothing_else(client, cohort):
    found = client.post(reverse("room-code"), {"code": cohort.code.lower()})
    assert found.url == reverse("room-join", args=[cohort.code])
    joined = client.post(found.url, {"called": "Lu"})
    assert joined.url == reverse("room", args=[cohort.pk])
    html = client.get(joined.url).content.decode()
    assert "Nothing is going on in the room now" in html


def test_a_wrong_code_says_what_to_do(client, cohort):
    html = client.post(reverse("room-code"), {"code": "NOPE"}).content.decode()
    assert "There is no course with this code now" in html


def test_the_room_goes_from_module_to_activity_to_what_the_group_said(page, house, cohort, seats):
    tam, lu = page(house.tam), phone(cohort, seats[0])
    act(tam, cohort, act="begin", slot=slot_of(cohort, "values").pk)
    html = lu.get(reverse("room", args=[cohort.pk])).content.decode()
    assert "Place yourself" in html
    html = tam.get(reverse("lead", args=[cohort.pk])).content.decode()
    told = dict(re.findall(r'name="(id|slot|step)" value="([^"]+)"', html))
    act(tam, cohort, act="open", **told | {"slot": slot_of(cohort, "values").pk, "step": 0})
    page_of_lu = lu.get(reverse("room", args=[cohort.pk]))
    assert "Any change a person calls good is good." in page_of_lu.content.decode()
    round = page_of_lu.context["round"]
    for seat in seats:
        sent = {"place_0": "2", "place_1": "7"}
        answer = phone(cohort, seat).post(reverse("room-answer", args=[cohort.pk, round.pk]), sent)
        assert answer.status_code == 302
    act(tam, cohort, act="close", round=round.pk)
    html = lu.get(reverse("room", args=[cohort.pk])).content.decode()
    assert "1: 0, 2: 6, 3: 0" in html
    assert ["Place yourself" in html, "How the group answered" in html] == [False, True]


def test_the_movement_is_shown_to_all_and_ones_own_to_oneself(house, cohort, seats):
    first = opened(cohort, "values", house.tam)
    [placed(first, seat, 2, 4) for seat in seats]
    close_round(round=first, by=house.tam)
    second = opened(cohort, "values-again", house.tam)
    [placed(second, seat, place, 4) for seat, place in zip(seats, (3, 6, 6, 6, 6, 6), strict=True)]
    close_round(round=second, by=house.tam)
    lu = phone(cohort, seats[0]).get(reverse("room-movement", args=[cohort.pk]))
    kit = phone(cohort, seats[1]).get(reverse("room-movement", args=[cohort.pk]))
    assert "from 2 to 3" in lu.content.decode()
    assert "from 2 to 6" in kit.content.decode()
    assert [one.counts for one in lu.context["movements"]] == [
        ((0, 6, 0, 0, 0, 0, 0), (0, 0, 1, 0, 0, 5, 0)),
        ((0, 0, 0, 6, 0, 0, 0), (0, 0, 0, 6, 0, 0, 0)),
    ]


def test_a_phone_asks_for_two_numbers_and_hears_nothing_while_they_stay(client, cohort):
    room = Room.objects.get(cohort=cohort)
    address = reverse("room-pulse", args=[room.pulse_id])
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (first.content, again.status_code, again.content) == (b"1.0", 304, b"")
    sit_down(cohort, "Lu")
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).content == b"1.1"


@pytest.mark.parametrize("name", ["eve", "oz", "rex", "ana"])
def test_who_does_not_lead_it_does_not_find_the_facilitators_page(page, house, cohort, name):
    assert page(getattr(house, name)).get(reverse("lead", args=[cohort.pk])).status_code == 404
