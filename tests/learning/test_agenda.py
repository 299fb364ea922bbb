"""The rest of a day, laid anew: minutes add up, breaks are kept, the end is told as it is."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from alongside.learning.policies.agenda import Part, laid_out

NINE = datetime(2026, 12, 1, 9, tzinfo=UTC)
parts = st.lists(
    st.builds(Part, id=st.builds(uuid4), minutes=st.integers(1, 180), is_break=st.booleans()),
    max_size=12,
)


@given(parts, st.integers(0, 900))
def test_each_begins_where_the_one_before_ends_and_breaks_stay_whole(these, minutes):
    laid = laid_out(these, begins_at=NINE, ends_at=NINE + timedelta(minutes=minutes))
    at = NINE
    for part, one in zip(these, laid, strict=True):
        assert one.part is part
        assert one.begins_at == at
        assert part.least <= one.minutes <= part.minutes
        assert not part.is_break or one.minutes == part.minutes
        at = one.ends_at


@given(parts, st.integers(0, 900))
def test_the_day_ends_in_time_if_that_can_be_done_and_else_says_so(these, minutes):
    laid = laid_out(these, begins_at=NINE, ends_at=NINE + timedelta(minutes=minutes))
    total = sum(one.minutes for one in laid)
    planned, least = sum(one.minutes for one in these), sum(one.least for one in these)
    assert total == min(planned, max(minutes, least))


def test_what_is_missing_is_shared_out():
    these = [Part(uuid4(), 60), Part(uuid4(), 15, is_break=True), Part(uuid4(), 30)]
    laid = laid_out(these, begins_at=NINE, ends_at=NINE + timedelta(minutes=90))
    assert [one.minutes for one in laid] == [50, 15, 25]


def test_nothing_is_left_out_where_all_of_it_is_not_enough():
    laid = laid_out([Part(uuid4(), 50), Part(uuid4(), 50)], begins_at=NINE, ends_at=NINE)
    assert [one.minutes for one in laid] == [30, 30]
