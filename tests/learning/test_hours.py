"""Being there: shares of a module, late or gone for a while, and hours by tag."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alongside.learning.policies.attendance import Attended, hours_by_tag, share_of
from alongside.learning.policies.completing import Missing

NINE = datetime(2026, 12, 1, 9, tzinfo=UTC)


def at(minutes):
    return NINE + timedelta(minutes=minutes)


RUN = (at(0), at(60))
spans = st.lists(
    st.tuples(st.integers(-60, 120), st.integers(0, 120)).map(
        lambda s: (at(s[0]), at(s[0] + s[1]))
    ),
    max_size=6,
)


@given(spans)
def test_nobody_is_there_for_longer_than_it_took(there):
    assert 0 <= share_of(RUN, there) <= 1


@given(spans)
def test_being_there_twice_at_once_counts_once(there):
    assert share_of(RUN, there + there) == share_of(RUN, there)


def test_who_came_fifteen_minutes_late_has_three_quarters():
    assert share_of(RUN, [(at(15), at(90))]) == 0.75


def test_a_minute_that_was_missed_is_not_credited():
    assert Attended("a", "A", 60, share_of(RUN, [(at(1), at(60))])).minutes == 59


@given(st.floats(0, 1), st.integers(0, 200))
def test_what_is_made_up_fills_what_was_missed_and_never_more(share, made_up):
    one = Attended("a", "A", 60, share, made_up=made_up)
    assert one.there <= one.minutes <= 60


@given(st.floats(0, 1), st.integers(0, 60))
def test_with_the_minutes_that_are_still_missing_it_is_enough(share, made_up):
    one = Attended("a", "A", 60, share, made_up=made_up)
    more = replace(one, made_up=made_up + one.still_missing(0.9))
    assert more.is_enough(0.9)
    assert one.is_enough(0.9) is (one.still_missing(0.9) == 0)


def test_what_is_missing_is_told_in_plain_words():
    missing = Missing(
        (
            Attended("a", "Values", 60, 0.5, made_up=10),
            Attended("b", "Words", 60, 0.0, is_over=False),
        ),
        0.9,
        plan=True,
        evaluation=True,
    )
    assert missing.said == [
        "Values: 14 minutes to make up",
        "1 module that is yet to come",
        "an action plan",
        "the evaluation, handed in without a name",
    ]


def test_hours_are_told_for_each_domain():
    there = [Attended("a", "A", 60, 1.0), Attended("b", "B", 60, 0.5)]
    tags = {"a": {"ethics": 30, "talk": 30}, "b": {"talk": 60}}
    assert hours_by_tag(there, tags) == {"ethics": 0.5, "talk": 1.0}
