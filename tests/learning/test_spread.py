"""What a room sees of its answers: nothing while a round is open, and never of a few."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.learning.policies.spread import LEAST_ANSWERS, Moved, shown

counts = st.lists(st.integers(0, 9), min_size=7, max_size=7)


@given(counts)
def test_an_open_round_shows_nothing(told):
    assert shown(told, is_closed=False) is None


@given(counts)
def test_a_closed_one_shows_all_or_nothing(told):
    expected = tuple(told) if sum(told) >= LEAST_ANSWERS else None
    assert shown(told, is_closed=True) == expected


def test_the_shift_is_that_of_the_middle():
    assert Moved("a", (5, 0, 0), (0, 0, 5)).shift == 2.0


def test_nothing_is_compared_with_too_few():
    assert Moved("a", None, (0, 0, 5)).shift is None
