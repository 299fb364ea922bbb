"""What is open goes along with a person who is handed over, and nobody loses sight of it."""

from datetime import timedelta

from django.urls import reverse

from alongside.common.clock import now, today
from alongside.common.ids import new_id
from alongside.contacts import actions
from alongside.contacts.queries import calls_due, promises_of
from alongside.people.actions import join_records, start_person
from alongside.people.actions.walking import part
from alongside.people.queries.handing import hand_overs_for
from alongside.people.queries.walking import walking_today


def open_things(house, sam):
    told = {"recoveree": sam, "by": house.ana}
    actions.make_promise(words="a bus pass", due_on=today() + timedelta(days=9), **told)
    actions.make_appointment(at=now() + timedelta(days=30), place="the library", **told)
    actions.wish_for_calls(every_days=9, coach=house.ana, **told)


def sent(house, **more):
    told = {"from_coach": house.ana.pk, "to_coach": house.ben.pk, "urgent": "court on Monday"}
    return told | {"id": new_id()} | more


WORDS = ["a bus pass", "the library", "every 9 days"]


def told(text):
    return [words in text for words in WORDS]


def test_what_is_open_is_listed_before_and_on_the_next_coachs_today_until_seen(house, page):
    open_things(house, house.sam)
    url, browser = reverse("hand-over", args=[house.sam.pk]), page(house.ana)
    assert told(browser.get(url).content.decode()) == [True] * 3
    browser.post(url, sent(house))
    browser = page(house.ben)
    shown = browser.get(reverse("today")).content.decode()
    assert (told(shown), "court on Monday" in shown) == ([True] * 3, True)
    [hand_over] = hand_overs_for(house.ben)
    browser.post(reverse("hand-over-seen", args=[hand_over.pk]))
    shown = browser.get(reverse("today")).content.decode()
    assert ("court on Monday" in shown, "a bus pass" in shown) == (False, True)


def test_handed_over_from_nobody_what_a_coach_who_left_held_goes_along(house, page):
    open_things(house, house.sam)
    [pairing] = walking_today(house.sam)
    part(pairing=pairing, by=house.ana)
    page(house.max).post(reverse("hand-over", args=[house.sam.pk]), sent(house, from_coach=""))
    assert [row.words for row in promises_of(house.ben)] == ["a bus pass"]
    assert [wish.coach for wish in calls_due(house.ben)] == [house.ben]


def test_what_is_open_on_a_joined_record_goes_along(house, page):
    other = start_person(program=house.harbor, called="Samuel", by=house.ana)
    open_things(house, other)
    join_records(kept=house.sam, joined=other, by=house.sue)
    page(house.ana).post(reverse("hand-over", args=[house.sam.pk]), sent(house))
    assert told(page(house.ben).get(reverse("today")).content.decode()) == [True] * 3
