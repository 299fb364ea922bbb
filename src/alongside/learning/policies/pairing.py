"""Drawing pairs and triads so that people meet those they have not met."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations, permutations
from random import Random
from typing import TypeVar

Who = TypeVar("Who", bound=Hashable)
Met = Counter  # of frozensets of two
#: How often the draw is begun anew before it takes the best it has seen.
TRIES = 40


def sizes(count: int, size: int) -> list[int]:
    """How many are in each group: nobody is left alone unless there is nobody else."""
    if count < size:
        return [count] if count else []
    groups, left = divmod(count, size)
    if left == 0:
        return [size] * groups
    if left == 1:
        return [size] * (groups - 1) + [size + 1]
    return [size] * groups + [left]


def pairs_in(groups: Iterable[Sequence[Who]]) -> Met:
    """Who has met whom, and how often."""
    return Counter(frozenset(two) for group in groups for two in combinations(group, 2))


def drawn(people: Sequence[Who], *, size: int, met: Met, chance: Random) -> list[list[Who]]:
    """Groups of this size with as few repeated meetings as the draw can find."""
    best: list[list[Who]] = []
    fewest = -1
    for _ in range(TRIES):
        groups = _mended(_dealt(people, size, chance), met)
        repeats = sum(_cost(group, met) for group in groups)
        if fewest < 0 or repeats < fewest:
            best, fewest = groups, repeats
        if not fewest:
            break
    return best


def _dealt(people: Sequence[Who], size: int, chance: Random) -> list[list[Who]]:
    left = chance.sample(list(people), len(people))
    return [[left.pop() for _ in range(n)] for n in sizes(len(people), size)]


def _mended(groups: list[list[Who]], met: Met) -> list[list[Who]]:
    """Two people of two groups change places as long as that spares a repeated meeting."""
    while any(_cost(group, met) for group in groups) and _change_places(groups, met):
        pass
    return groups


def _change_places(groups: list[list[Who]], met: Met) -> bool:
    for one, other in combinations(groups, 2):
        before = _cost(one, met) + _cost(other, met)
        if before and _swapped_for_the_better(one, other, before, met):
            return True
    return False


def _swapped_for_the_better(one: list, other: list, before: int, met: Met) -> bool:
    for a in range(len(one)):
        for b in range(len(other)):
            one[a], other[b] = other[b], one[a]
            if _cost(one, met) + _cost(other, met) < before:
                return True
            one[a], other[b] = other[b], one[a]
    return False


def _cost(group: Sequence[Who], met: Met) -> int:
    return sum(met[frozenset(two)] for two in combinations(group, 2))


def cast(group: Sequence[Who], roles: Sequence[str], *, held: Counter) -> list[tuple[Who, str]]:
    """Who plays what in a group: whoever has had a role least often gets it.

    held: how often (who, role) was. Who is more than there are roles has the last one.
    """
    parts = [*roles, *[roles[-1]] * len(group)][: len(group)]
    best = min(
        permutations(group),
        key=lambda order: sum(held[each] for each in zip(order, parts, strict=True)),
    )
    return list(zip(best, parts, strict=True))
