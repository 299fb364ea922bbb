"""Growth: the person's own, by quarter and by concern; beside nobody else's, with no target."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.common.clock import today
from alongside.journeys.actions.measures import take_measure
from alongside.journeys.actions.plan import add_step, set_goal, take_step
from alongside.journeys.actions.walk import name_concern
from alongside.journeys.measures import newest
from alongside.journeys.models import Step
from alongside.journeys.queries.growth import rulers_of, steps_by_quarter
from alongside.people.actions import join_records, start_person
from alongside.web.presenters.growth import BOTTOM, TOP, quarters, steps_taken, sureness
from tests.web.test_measure_pages import words_of

ALONE, TOGETHER, COACH = (str(who.value) for who in Step.TakenBy)
QUARTERS = st.dates(date(2015, 1, 1), date(2026, 12, 31)).map(
    lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
)
COUNTS = st.dictionaries(st.sampled_from([ALONE, TOGETHER, COACH]), st.integers(1, 9), min_size=1)


def step(goal, by, on, taken_by):
    return take_step(
        step=add_step(goal=goal, words="a call", by=by), taken_by=taken_by, by=by, on=on
    )


def sure(sam, by, value, *, days=0, **more):
    return take_measure(
        recoveree=sam,
        measure=newest()["rulers"],
        mode="together",
        answers={"confidence": value},
        language="en",
        by=by,
        taken_on=today() - timedelta(days=days),
        **more,
    )


@pytest.fixture
def goal(ana, sam):
    return set_goal(recoveree=sam, words="An ID card", by=ana)


def test_steps_are_counted_by_quarter_and_by_who_took_them(ana, sam, goal):
    for on, who in [((2026, 1, 31), ALONE), ((2026, 3, 31), ALONE), ((2026, 4, 1), COACH)]:
        step(goal, ana, date(*on), who)
    add_step(goal=goal, words="still open", by=ana)
    assert steps_by_quarter(sam) == {
        date(2026, 1, 1): {ALONE: 2},
        date(2026, 4, 1): {COACH: 1},
    }


def test_steps_of_a_joined_record_count_and_those_of_others_do_not(ana, max, house, sam, goal):
    other, third = (start_person(program=house.harbor, called=c, by=ana) for c in ("Sammy", "Kim"))
    for person in (other, third):
        step(set_goal(recoveree=person, words="A bed", by=ana), ana, date(2026, 1, 2), TOGETHER)
    join_records(kept=sam, joined=other, by=max)
    step(goal, ana, date(2026, 1, 3), ALONE)
    assert steps_by_quarter(sam) == {date(2026, 1, 1): {ALONE: 1, TOGETHER: 1}}


@given(st.dictionaries(QUARTERS, COUNTS, min_size=1, max_size=12))
def test_every_quarter_is_there_once_and_all_steps_are_drawn(counted):
    shown = quarters(counted)
    firsts = [one.first for one in shown]
    assert (firsts[0], firsts[-1]) == (min(counted), max(counted))
    assert firsts == sorted(set(firsts))
    assert set(counted) <= set(firsts)
    assert {one.first: one.total for one in shown if one.total} == {
        day: sum(counts.values()) for day, counts in counted.items()
    }
    for one in shown:
        assert sum(part.n for part in one.parts) == one.total
        assert all(TOP - 0.2 <= part.y <= BOTTOM for part in one.parts)
    total = sum(sum(counts.values()) for counts in counted.values())
    assert sum(n for _who, _words, n in steps_taken(counted)) == total


def test_without_steps_nothing_is_drawn():
    assert quarters({}) == []


def test_how_sure_is_told_for_each_concern_on_its_own(ana, sam):
    kids = name_concern(recoveree=sam, name="my kids", by=ana)
    for value, days, more in [(2, 90, {"concern": kids}), (8, 50, {}), (5, 0, {"concern": kids})]:
        sure(sam, ana, value, days=days, **more)
    told = {
        one.about: [value for _on, value, _words in one.rows] for one in sureness(rulers_of(sam))
    }
    assert told == {"my kids": [5, 2], "Life in general": [8]}


def test_a_ruler_left_out_is_no_zero(ana, sam):
    row = newest()["rulers"]
    told = {"mode": "together", "language": "en", "by": ana}
    take_measure(recoveree=sam, measure=row, answers={"importance": 9}, **told)
    assert sureness(rulers_of(sam)) == []


def test_the_page_says_it_in_plain_sentences(page, ana, sam, goal):
    sure(sam, ana, 2, days=1)
    sure(sam, ana, 7)
    for who in (ALONE, ALONE, TOGETHER):
        step(goal, ana, today(), who)
    told = words_of(page(ana).get(reverse("growth", args=[sam.pk])))
    assert "you said 2. On " in told
    assert "2 steps by yourself" in told
    assert "1 step together with your coach" in told
    assert "0 steps by your coach, for you" in told


def test_each_quarter_is_told_in_words_that_fit_a_phone(page, ana, sam, goal):
    for on, who in [((2026, 1, 5), ALONE), ((2026, 2, 5), TOGETHER), ((2026, 8, 5), ALONE)]:
        step(goal, ana, date(*on), who)
    told = words_of(page(ana).get(reverse("growth", args=[sam.pk])))
    assert told[told.index("July to September") :].startswith(
        "July to September 2026 1 by yourself April to June 2026 none written down "
        "January to March 2026 1 by yourself, 1 together with your coach"
    )


def test_each_line_leads_to_saying_it_anew_about_the_same(page, ana, sam):
    kids = name_concern(recoveree=sam, name="my kids", by=ana)
    sure(sam, ana, 2, concern=kids)
    browser = page(ana)
    html = browser.get(reverse("growth", args=[sam.pk])).content.decode()
    [link] = re.findall(r'href="([^"]+about=[^"]+)"', html)
    form = browser.get(unescape(link)).content.decode()
    assert re.search(rf'<option value="concern:{kids.pk}"[^>]*selected', form)


def test_it_is_there_for_someone_of_whom_nothing_is_known_yet(page, ana, sam):
    told = words_of(page(ana).get(reverse("growth", args=[sam.pk])))
    assert "Nothing said yet." in told
    assert "No steps are written down as taken yet." in told
