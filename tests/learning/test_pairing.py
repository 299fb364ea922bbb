"""Pairs and triads: everybody once, nobody alone, and no meeting twice while it can be."""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.learning.policies.pairing import cast, drawn, pairs_in, sizes


@given(st.integers(0, 60), st.integers(2, 3), st.integers())
def test_everybody_sits_in_one_group_and_nobody_alone(count, size, seed):
    groups = drawn(range(count), size=size, met=Counter(), chance=Random(seed))
    assert sorted(who for group in groups for who in group) == list(range(count))
    assert [n for n in sizes(count, size) if n == 1] == ([1] if count == 1 else [])
    assert all(len(group) in (size - 1, size, size + 1) for group in groups if count > size)


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 8), st.integers())
def test_pairs_do_not_meet_twice_while_it_can_be_helped(half, seed):
    """As long as each has met fewer than half of the others, there is such a draw."""
    met, chance = Counter(), Random(seed)
    for _ in range(half):
        met += pairs_in(drawn(range(2 * half), size=2, met=met, chance=chance))
    assert max(met.values()) == 1


@settings(max_examples=20, deadline=None)
@given(st.integers(3, 13), st.integers())
def test_three_draws_of_triads_in_a_room_of_nine_or_more_repeat_little(thirds, seed):
    met, chance = Counter(), Random(seed)
    for _ in range(3):
        met += pairs_in(drawn(range(3 * thirds), size=3, met=met, chance=chance))
    assert sum(n - 1 for n in met.values()) <= (0 if thirds > 4 else 3)


@given(st.integers(2, 4), st.integers())
def test_each_has_every_role_before_any_comes_twice(count, seed):
    roles, held, people = ("coach", "recoveree", "observer"), Counter(), list(range(count))
    for _ in range(count if count == 3 else 1):
        told = cast(people, roles, held=held)
        assert sorted(who for who, _role in told) == people
        held.update(told)
    assert max(held.values()) == 1


def test_a_fourth_watches_too():
    told = cast(["a", "b", "c", "d"], ("coach", "recoveree", "observer"), held=Counter())
    assert sorted(role for _who, role in told) == ["coach", "observer", "observer", "recoveree"]
