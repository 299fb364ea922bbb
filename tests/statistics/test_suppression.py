"""Nobody finds a count that was left out, even knowing the rules."""

from collections import defaultdict
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.statistics.suppression import Hidden, Table, suppress, suppress_one

COUNTS = st.lists(st.integers(0, 60), min_size=1, max_size=9)


@cache
def worlds(size, least, most, with_total):
    """All tables there could be, by what is shown of them."""
    by_shown = defaultdict(list)
    for counts in product(range(most + 1), repeat=size):
        by_shown[suppress(counts, least=least, with_total=with_total)].append(counts)
    return by_shown


@pytest.mark.parametrize(
    ("size", "least"),
    [(1, 11), (2, 11), (3, 7), *((size, least) for size in (1, 2, 3, 4) for least in (2, 3, 4, 5))],
)
@pytest.mark.parametrize("with_total", [True, False])
def test_every_count_left_out_could_be_another(size, least, with_total):
    """Among all tables that look the same from outside, each hidden count differs."""
    most = 3 * least
    found = [
        (shown, place)
        for shown, tables in worlds(size, least, most, with_total).items()
        for place, cell in enumerate(shown.cells)
        if isinstance(cell, Hidden) and len({counts[place] for counts in tables}) < 2
    ]
    assert found == []


@given(COUNTS, st.integers(0, 20))
def test_what_is_shown_is_true(counts, least):
    table = suppress(counts, least=least)
    shown = [(cell, count) for cell, count in zip(table.cells, counts, strict=True)]
    assert all(cell == count for cell, count in shown if not isinstance(cell, Hidden))
    assert all(0 < count < max(least, 3) for cell, count in shown if cell is Hidden.FEW)
    assert table.total in (sum(counts), Hidden.FEW)


@given(COUNTS, st.integers(2, 20))
def test_no_small_count_is_shown(counts, least):
    cells = suppress(counts, least=least).cells
    assert [cell for cell in cells if isinstance(cell, int) and 0 < cell < least] == []


@given(COUNTS, st.integers(0, 20))
def test_the_order_of_the_groups_does_not_matter(counts, least):
    table = suppress(counts, least=least)
    assert suppress(counts[::-1], least=least) == Table(table.cells[::-1], table.total)


def test_one_small_count_takes_the_next_larger_one_with_it():
    table = suppress([40, 3, 20, 0], least=11)
    assert table == Table((40, Hidden.NOT_SHOWN, Hidden.NOT_SHOWN, 0), 63)


def test_two_small_counts_keep_each_others_secret():
    assert suppress([40, 3, 8], least=11) == Table((40, Hidden.FEW, Hidden.FEW), 51)


def test_a_small_total_takes_everything_with_it():
    assert suppress([3, 0], least=11) == Table((Hidden.NOT_SHOWN,) * 2, Hidden.FEW)


def test_large_counts_and_nothing_at_all_stay():
    assert suppress([40, 0, 11], least=11) == Table((40, 0, 11), 51)
    assert [suppress_one(n, least=11) for n in (0, 10, 11)] == [0, Hidden.FEW, 11]
