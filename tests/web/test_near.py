"""What stands open on Today, and what is folded for later."""

from datetime import date, timedelta

from alongside.web.presenters.near import near_and_later

TODAY = date(2026, 11, 22)


def split(*days):
    """Rows that are so many days away; None is a row without a day."""
    rows = [None if away is None else TODAY + timedelta(days=away) for away in days]
    near = near_and_later(rows, lambda day: day, today=TODAY)
    return len(near.now), len(near.later)


def test_what_is_late_or_for_today_stands_open_however_much_it_is():
    assert split(-9, -1, 0, 0, 1, 1, 2, 3) == (4, 4)


def test_the_first_stands_open_even_if_none_is_for_today():
    assert split(1, 5, 6, 7, None) == (1, 4)


def test_one_alone_is_not_folded_away():
    assert split(0, 4) == (2, 0)


def test_what_is_folded_says_from_which_day():
    rows = [TODAY, TODAY, TODAY + timedelta(days=1), TODAY + timedelta(days=9)]
    assert near_and_later(rows, lambda day: day, today=TODAY).next_on == rows[2]
    assert near_and_later([None] * 4, lambda day: day, today=TODAY).next_on is None


def test_nothing_is_nothing():
    assert split() == (0, 0)
    assert not near_and_later([], lambda day: day, today=TODAY)
