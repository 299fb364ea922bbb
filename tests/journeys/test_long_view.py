"""Staying in touch for years: wished for, offered, and ended by the person's word."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from alongside.audit.models import Entry
from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.journeys.actions.long_view import check_in, end_check_ins, wish_for_check_ins
from alongside.journeys.models import CheckIn, CheckInWish
from alongside.journeys.policies.long_view import last_day, months_later, next_check_in
from alongside.journeys.queries.long_view import check_in_wish_of, check_ins_due, check_ins_of
from alongside.people.actions import join_records, start_person
from alongside.people.actions.safety import pause, record_death

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)


def wish(sam, by, **more):
    told = {"until": last_day(today()), "next_on": today(), **more}
    return wish_for_check_ins(recoveree=sam, by=by, **told)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 22), 3, date(2027, 2, 22)),
        (date(2026, 12, 1), 60, date(2031, 12, 1)),
    ],
)
def test_months_are_those_of_the_calendar(day, months, later):
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("answer", "then"),
    [
        ("talked", date(2026, 7, 5)),
        ("not_now", date(2026, 2, 5)),
        ("not_reached", date(2026, 1, 12)),
        ("no_more", None),
    ],
)
def test_each_answer_moves_the_next_day(answer, then):
    assert next_check_in(answer, on=date(2026, 1, 5), every_months=6) == then


def test_said_again_the_wish_changes_and_is_still_one(ana, sam):
    first = wish(sam, ana)
    second = wish(sam, ana, every_months=12)
    assert first == second == check_in_wish_of(sam)
    assert check_in_wish_of(sam).every_months == 12


@pytest.mark.parametrize(
    "wrong",
    [
        {"every_months": 2},
        {"next_on": today() - A_DAY},
        {"until": today() - A_DAY},
        {"until": last_day(today()) + A_DAY},
    ],
)
def test_it_reaches_five_years_ahead_and_not_back(ana, sam, wrong):
    with pytest.raises(NotAllowed):
        wish(sam, ana, **wrong)


def test_an_answer_moves_on_and_their_word_ends_it(ana, sam):
    held = wish(sam, ana, every_months=6)
    check_in(wish=held, answer="talked", words="Fine, mostly.", by=ana)
    assert check_in_wish_of(sam).next_on == months_later(today(), 6)
    check_in(wish=held, answer="no_more", by=ana)
    assert check_in_wish_of(sam) is None
    with pytest.raises(NotAllowed):
        check_in(wish=held, answer="talked", by=ana)
    assert [row.answer for row in check_ins_of(sam)] == ["no_more", "talked"]


def test_sent_twice_it_is_one_and_moves_once(ana, sam):
    held, id = wish(sam, ana), new_id()
    rows = [check_in(wish=held, answer="no_more", by=ana, id=id) for _ in range(2)]
    assert rows[0] == rows[1] == CheckIn.objects.get()


def test_with_its_last_day_it_ends_by_itself(ana, sam):
    held = wish(sam, ana, until=today() + 20 * A_DAY)
    check_in(wish=held, answer="not_reached", by=ana)
    assert check_in_wish_of(sam).next_on == today() + 7 * A_DAY
    check_in(wish=held, answer="talked", by=ana)
    assert check_in_wish_of(sam) is None


def test_it_is_on_today_for_whoever_walks_along(ana, ben, eve, oz, rex, sam):
    held = wish(sam, ana)
    assert check_ins_due(ana) == [held]
    assert [check_ins_due(who) for who in (ben, eve, oz, rex)] == [[], [], [], []]


def test_with_nobody_beside_them_it_is_for_all_in_reach(house):
    kim = start_person(program=house.harbor, called="Kim", by=house.ana)
    held = wish(kim, house.ana)
    assert [check_ins_due(who) for who in (house.ben, house.sue, house.max)] == [[held]] * 3
    assert [check_ins_due(who) for who in (house.eve, house.oz, house.rex)] == [[], [], []]


def test_before_its_day_it_is_not_there(ana, sam):
    wish(sam, ana, next_on=today() + A_DAY)
    assert check_ins_due(ana) == []


def test_after_its_last_day_nobody_is_asked(ana, sam):
    held = wish(sam, ana)
    CheckInWish.objects.filter(pk=held.pk).update(
        next_on=today() - 9 * A_DAY, until=today() - A_DAY
    )
    assert check_ins_due(ana) == []


def test_after_a_death_nobody_is_asked(ana, sam):
    wish(sam, ana)
    record_death(recoveree=sam, by=ana)
    assert check_ins_due(ana) == []
    with pytest.raises(NotAllowed):
        wish(sam, ana)


def test_a_pause_takes_no_check_in_away_as_it_takes_no_call(house, ana, sam):
    held = wish(sam, ana)
    told = {"reason": "A fight.", "until": today() + A_DAY, "appeal_to": "Max"}
    pause(recoveree=sam, by=house.max, **told)
    assert check_ins_due(ana) == [held]


def test_two_records_of_one_person_make_one_check_in_and_end_together(house):
    twin = start_person(program=house.harbor, called="Sammy", by=house.ana, walks_with=house.ana)
    wish(twin, house.ana)
    held = wish(house.sam, house.ana)
    join_records(kept=house.sam, joined=twin, by=house.max)
    assert check_ins_due(house.ana) == [held]
    end_check_ins(recoveree=house.sam, by=house.ana)
    assert check_ins_due(house.ana) == []
    assert not CheckInWish.objects.live().exists()


def test_its_words_are_sealed_and_not_in_the_trail(ana, sam):
    check_in(wish=wish(sam, ana), answer="talked", words="Zwitscherling", by=ana)
    told = Entry.objects.filter(verb__startswith="check_in").values_list("verb", "detail")
    assert [verb for verb, _ in told] == ["check_in_wish.begin", "check_in.write"]
    assert "Zwitscherling" not in str(list(told))


def test_a_check_in_is_wished_for_had_and_ended_on_its_pages(page, ana, sam):
    browser, address = page(ana), reverse("check-ins", args=[sam.pk])
    days = {"next_on": today().isoformat(), "until": last_day(today()).isoformat()}
    assert browser.post(address, {"every_months": 6, **days}).status_code == 302
    assert "Would like to hear from us" in browser.get(reverse("today")).content.decode()
    held = check_in_wish_of(sam)
    told = {"id": new_id(), "answer": "talked", "on": today().isoformat(), "words": "Well."}
    assert browser.post(reverse("check-in", args=[sam.pk, held.pk]), told).status_code == 302
    assert "“Well.”" in browser.get(address).content.decode()
    assert browser.post(reverse("check-ins-end", args=[sam.pk])).status_code == 302
    assert check_in_wish_of(sam) is None
    assert "Would like to hear" not in browser.get(reverse("today")).content.decode()
