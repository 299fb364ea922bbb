"""The small picture of a person's own numbers: whole, independent of order, gaps left open."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alongside.web.presenters.lines import BOTTOM, GAP, LEFT, RIGHT, TOP, Series, picture

START = date(2021, 1, 1)
VALUES = st.lists(
    st.tuples(st.dates(START, date(2026, 1, 1)), st.integers(0, 10)),
    min_size=1,
    max_size=60,
    unique_by=lambda value: value[0],
)


def drawn(values, bounds=(0, 10)):
    days = [on for on, _value in values]
    shown = picture([Series("x", values)], bounds=bounds, days=(min(days), max(days)))
    [line] = shown.lines
    return line


@given(VALUES)
def test_every_number_is_a_point_inside_the_frame(values):
    line = drawn(values)
    assert [(point.on, point.value) for point in line.points] == sorted(values)
    assert all(LEFT <= point.x <= RIGHT and TOP <= point.y <= BOTTOM for point in line.points)


@given(VALUES, st.randoms())
def test_the_order_in_which_they_were_written_down_changes_nothing(values, random):
    shuffled = list(values)
    random.shuffle(shuffled)
    assert drawn(shuffled) == drawn(values)


@given(VALUES)
def test_later_is_to_the_right_and_more_is_upwards(values):
    points = drawn(values).points
    assert [point.x for point in points] == sorted(point.x for point in points)
    by_value = sorted(points, key=lambda point: point.value)
    assert [point.y for point in by_value] == sorted((p.y for p in points), reverse=True)


@given(VALUES)
def test_what_lies_far_apart_is_not_joined(values):
    points, joined = drawn(values).points, set()
    for stretch in drawn(values).stretches:
        places = stretch.split()
        joined |= set(itertools.pairwise(places))
    near = [(a, b) for a, b in itertools.pairwise(points) if (b.on - a.on).days <= GAP]
    assert joined == {(f"{a.x},{a.y}", f"{b.x},{b.y}") for a, b in near}


def test_one_day_alone_stands_in_the_middle():
    [point] = drawn([(START, 5)]).points
    assert (point.x, point.y) == ((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2)


def test_many_points_say_only_the_first_and_the_last_number():
    values = [(START + timedelta(days=n), n) for n in range(10)]
    assert [point.value for point in drawn(values).points if point.says] == [0, 9]


def test_least_and_most_are_the_ends_of_the_frame_and_there_is_no_other_mark():
    shown = picture([Series("x", [(START, 41)])], bounds=(10, 60), days=(START, START))
    assert [tick.value for tick in shown.ticks] == [10, 35, 60]
