"""Being there: shares of a module, late or gone for a while, and hours by tag."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alongside.learning.policies.attendance import Attended, hours_by_tag, is_complete, share_of

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


def test_a_module_that_was_made_up_counts_whole():
    missed = Attended("a", "A", 60, 0.0, is_made_up=True)
    assert (missed.minutes, is_complete([missed])) == (60, True)


def test_being_there_is_not_yet_completing():
    there = [Attended("a", "A", 60, 1.0), Attended("b", "B", 60, 0.5)]
    assert is_complete(there) is False
    assert is_complete([]) is False


def test_hours_are_told_for_each_domain():
    there = [Attended("a", "A", 60, 1.0), Attended("b", "B", 60, 0.5)]
    tags = {"a": {"ethics": 30, "talk": 30}, "b": {"talk": 60}}
    assert hours_by_tag(there, tags) == {"ethics": 0.5, "talk": 1.0}
