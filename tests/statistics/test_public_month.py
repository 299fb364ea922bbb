"""The month as it may leave: no count left out can be found from what is told beside it.

Worlds are all months that could have been, as far as the tables hang together: contacts,
those that were circles, how often named people were there, how many different people,
and how many were not named.
"""

from collections import defaultdict
from functools import cache
from itertools import product
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.reporting import months
from alongside.reporting.months import Block, Line, public_figures_of
from alongside.statistics.suppression import Hidden

MOST = 7
COUNTS = st.lists(st.integers(0, 40), min_size=1, max_size=6)


def block(key, counts, *, has_total=False):
    lines = tuple(Line(str(place), count) for place, count in enumerate(counts))
    return Block(key, key, lines, Line("all", sum(counts), minutes=60) if has_total else None)


def published(blocks, least):
    """{table: what is told of it, its total last}."""
    program = SimpleNamespace(small_count=least)
    with patch.object(months, "figures_of", lambda *_: blocks):
        told = public_figures_of(program, None)
    return {b.key: tuple(x.count for x in (*b.lines, *filter(None, [b.total]))) for b in told}


def can_be(circles, otherwise, in_circle, alone, people, others) -> bool:
    """A person is at most once at a contact, and somebody is at each."""
    if bool(in_circle) > bool(circles) or bool(alone) > bool(otherwise):
        return False
    if in_circle > people * circles or alone > people * otherwise or people > in_circle + alone:
        return False
    return others >= max(0, circles - in_circle) + max(0, otherwise - alone)


@cache
def worlds(least):
    """The months there could be, by what is published of them."""
    by_told = defaultdict(list)
    for circles, otherwise, in_circle, alone, people, others in product(range(MOST), repeat=6):
        world = (circles, otherwise, in_circle, alone, people, others)
        if can_be(*world):
            told = published(
                [
                    block("people", [people]),
                    block("circles", [circles, otherwise], has_total=True),
                    block("presence", [in_circle, alone, others]),
                ],
                least,
            )
            by_told[told["people"], told["circles"][:2], told["presence"]].append(world)
    return by_told


#: Where each count of a world stands in what is told.
PLACES = {0: (1, 0), 1: (1, 1), 2: (2, 0), 3: (2, 1), 4: (0, 0), 5: (2, 2)}


@pytest.mark.parametrize("least", [3])
def test_no_count_left_out_can_be_found_from_the_other_tables(least):
    found = []
    for told, all_of_them in worlds(least).items():
        if not any(max(world) < MOST - 2 for world in all_of_them):
            continue  # at the edge of what was tried, not of what there is
        for place, (table, line) in PLACES.items():
            values = {world[place] for world in all_of_them}
            is_small = 0 < min(values) < least
            if isinstance(told[table][line], Hidden) and len(values) < 2 and is_small:
                found.append((told, place, all_of_them[0]))
    assert found == []


@given(COUNTS, COUNTS, st.integers(2, 15))
def test_no_total_told_elsewhere_gives_a_count_back(kinds, items, least):
    """Whoever takes what is told from the total is left with at least two counts."""
    sites = [sum(kinds[1:]), kinds[0]]
    blocks = [
        block("contacts", kinds, has_total=True),
        block("sites", sites, has_total=True),
        block("given_naloxone", items, has_total=True),
    ]
    counts = {"contacts": kinds, "sites": sites, "given_naloxone": items}
    for key, (*cells, total) in published(blocks, least).items():
        hidden = [place for place, cell in enumerate(cells) if isinstance(cell, Hidden)]
        if not hidden or isinstance(total, Hidden):
            continue
        rest = sum(counts[key][place] for place in hidden)
        is_few = all(cells[place] is Hidden.FEW for place in hidden)
        most = len(hidden) * (max(least, 3) - 1) if is_few else rest + 1
        assert (len(hidden) > 1, len(hidden) < rest < most) == (True, True)
