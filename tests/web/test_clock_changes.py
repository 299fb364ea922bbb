"""The hour that comes twice in autumn, and the one that clocks skip in spring."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from alongside.common.clock import how_often, local, today
from alongside.common.ids import new_id
from alongside.contacts.models import Appointment, Contact

TWICE, SKIPPED = time(1, 30), time(2, 30)
FIRST_IS_MEANT = "this time comes twice: the first is meant"
NOT_THERE = "This time does not exist on that day"


@pytest.mark.parametrize(
    ("day", "at", "times"),
    [
        (date(2026, 11, 1), time(0, 59), 1),
        (date(2026, 11, 1), time(1), 2),
        (date(2026, 11, 1), time(1, 59), 2),
        (date(2026, 11, 1), time(2), 1),
        (date(2027, 3, 14), time(1, 59), 1),
        (date(2027, 3, 14), time(2), 0),
        (date(2027, 3, 14), time(2, 59), 0),
        (date(2027, 3, 14), time(3), 1),
    ],
)
def test_clocks_show_a_time_once_but_where_they_change(day, at, times):
    assert how_often(day, at) == times


def next_day(at: time, times: int) -> str:
    days = (today() + timedelta(days=n) for n in range(1, 400))
    return next(day.isoformat() for day in days if how_often(day, at) == times)


def make(browser, sam, day, at):
    sent = {"id": new_id(), "day": day, "time": at.isoformat("minutes"), "how": "in_person"}
    sent["place"] = "The ferry"
    return browser.post(reverse("appointment-new", args=[sam.pk]), sent, follow=True)


def test_of_a_time_that_comes_twice_the_first_is_taken_and_it_is_said(house, page):
    day = next_day(TWICE, 2)
    answer = make(page(house.ana), house.sam, day, TWICE)
    assert FIRST_IS_MEANT in answer.content.decode()
    at = local(Appointment.objects.get().at)
    assert (at.replace(tzinfo=None).isoformat("T", "minutes"), at.fold) == (f"{day}T01:30", 0)


def test_a_time_that_the_clocks_skip_is_told_and_what_was_typed_stays(house, page):
    day = next_day(SKIPPED, 0)
    html = make(page(house.ana), house.sam, day, SKIPPED).content.decode()
    typed = [day, 'value="02:30"', "The ferry", 'id="id_time_error"']
    assert [NOT_THERE in html, *(one in html for one in typed)] == [True] * 5
    assert not Appointment.objects.exists()


def test_a_contact_in_the_hour_that_was_skipped_is_asked_about_beside_its_time(house, page):
    days = (today() - timedelta(days=n) for n in range(1, 400))
    day = next(day.isoformat() for day in days if how_often(day, SKIPPED) == 0)
    sent = {"id": new_id(), "people": house.sam.pk, "program": house.harbor.pk, "act": "save"}
    sent |= {"when": "other", "day": day, "time": "02:30", "minutes": 25}
    html = page(house.ana).post(reverse("contact-new"), sent).content.decode()
    assert [NOT_THERE in html, 'value="02:30"' in html] == [True, True]
    assert not Contact.objects.exists()


def test_nothing_is_said_of_a_time_that_comes_once(house, page):
    tomorrow = (today() + timedelta(days=1)).isoformat()
    answer = make(page(house.ana), house.sam, tomorrow, time(12))
    assert FIRST_IS_MEANT not in answer.content.decode()
    assert local(Appointment.objects.get().at).time() == time(12)
