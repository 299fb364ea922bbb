"""Somebody comes back after two years: all is there, and no word judges."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from alongside.audit.models import Entry
from alongside.common.clock import now
from alongside.contacts.actions import Draft, Present, record_attempt, record_contacts, record_note
from alongside.contacts.queries.returning import is_back_after_long
from alongside.journeys.actions.long_view import check_in, wish_for_check_ins
from alongside.journeys.actions.plan import add_step, hope, set_goal
from alongside.journeys.actions.walk import name_concern, see
from alongside.journeys.queries.long_view import check_in_wish_of
from alongside.people.actions import start_person
from alongside.people.actions.safety import record_death
from alongside.team.models import Membership

pytestmark = pytest.mark.django_db
GREETING = "Good to see you. Everything is as you left it."
JUDGING = re.compile(
    r"relaps(?!e\s+prevention)|absen|lost contact|\blapse|inactive|overdue|missed|failed|drop"
    r"|gone for|late\b|away for|since your last|days? ago|should|finally|non-?compl|disengag"
    r"|returned to use",
    re.IGNORECASE,
)


@pytest.fixture
def at(monkeypatch):
    """Turns the clock to a day."""

    def turn(year, month, day):
        moment = datetime(year, month, day, 15, tzinfo=timezone.get_default_timezone())
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return turn


@pytest.fixture
def kim(house, at):
    """A person with a walk behind them that went quiet two years ago."""
    Membership.objects.update(since=date(2020, 1, 1))
    at(2024, 3, 1)
    kim = start_person(program=house.harbor, called="Kim", by=house.ana, walks_with=house.ana)
    concern = name_concern(recoveree=kim, name="my kids", by=house.ana)
    see(recoveree=kim, answer="not_known", words="no idea", concern=concern, by=house.ana)
    hope(recoveree=kim, words="a garden", by=house.ana)
    goal = set_goal(recoveree=kim, words="An ID card", by=house.ana)
    add_step(goal=goal, words="ask", by=house.ana)
    record_note(recoveree=kim, body="We walked by the river.", by=house.ana)
    wish_for_check_ins(recoveree=kim, until=date(2028, 1, 1), by=house.ana)
    at(2026, 6, 1)
    return kim


def pages(browser, person, *names):
    for name in ("person", "journey", *names):
        yield browser.get(reverse(name, args=[person.pk])).content.decode()


def test_they_are_greeted_on_both_pages_and_no_word_judges(page, ana, kim):
    for shown in pages(page(ana), kim):
        assert GREETING in shown
        words = re.sub(r"<[^>]+>", " ", shown.partition("<main")[2].partition("</main>")[0])
        assert [found[0] for found in JUDGING.finditer(words)] == []


def test_everything_is_as_they_left_it(page, ana, kim):
    person, journey = pages(page(ana), kim)
    assert "We walked by the river." in person
    assert all(words in journey for words in ("my kids", "a garden", "An ID card"))
    assert "Staying in touch" in journey


def test_the_greeting_stays_for_the_first_day_and_is_gone_on_the_next(page, ana, kim, at):
    draft = Draft(present=[Present(kim, note="Back.")])
    record_contacts([draft], program=kim.program, by=ana)
    assert [GREETING in shown for shown in pages(page(ana), kim)] == [True, True]
    at(2026, 6, 2)
    assert [GREETING in shown for shown in pages(page(ana), kim)] == [False, False]


def test_opening_the_page_writes_nothing_but_that_it_was_read(page, ana, kim):
    before = Entry.objects.order_by("pk").last().pk
    assert len(list(pages(page(ana), kim))) == 2
    verbs = set(Entry.objects.filter(pk__gt=before).values_list("verb", flat=True))
    assert verbs == {"record.read"}


def test_it_is_a_year_and_not_less(ana, kim, at):
    see(recoveree=kim, answer="not_known", by=ana)
    at(2027, 5, 31)
    assert not is_back_after_long(kim)
    at(2027, 6, 1)
    assert is_back_after_long(kim)


def test_our_tries_that_reached_nobody_are_no_sign_of_them(ana, kim, at):
    wish = check_in_wish_of(kim)
    record_attempt(recoveree=kim, outcome="no_answer", by=ana, at=now() - timedelta(days=40))
    check_in(wish=wish, answer="not_reached", on=now().date() - timedelta(days=30), by=ana)
    assert is_back_after_long(kim)
    check_in(wish=wish, answer="talked", on=now().date() - timedelta(days=3), by=ana)
    assert not is_back_after_long(kim)


def test_somebody_new_is_not_greeted_as_back(page, ana, sam):
    assert not is_back_after_long(sam)
    assert [GREETING in shown for shown in pages(page(ana), sam)] == [False, False]


def test_after_a_death_nobody_is_greeted(page, ana, kim):
    record_death(recoveree=kim, by=ana)
    assert [GREETING in shown for shown in pages(page(ana), kim)] == [False, False]


def test_a_day_for_checking_in_that_went_by_is_not_held_up_to_them(page, ana, kim):
    *_others, shown = pages(page(ana), kim, "check-ins")
    assert check_in_wish_of(kim).next_on.year == 2024
    assert "The next one: on any day you like" in shown
    assert 'name="next_on" value="2026-06-01"' in shown
