"""Words that were found: which of them count, and what fits in their place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType

from alongside.language.rules import Rule

CLUSTER = 64  # overlapping words that are weighed against each other at once


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words found, under which rule, and whether they are fine there; a name has no rule."""

    start: int
    end: int
    order: int
    rule: Rule | None
    kind: str
    words: str
    article: str  # what stands before them, with its gap
    filled: tuple[tuple[str, str], ...]  # what stood in the place of a list


def longest(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Of words that overlap, the longest; of equals, the one whose rule stands first."""
    cluster: list[Candidate] = []
    end = 0
    for candidate in candidates:
        if cluster and (candidate.start >= end or len(cluster) >= CLUSTER):
            yield from _weighed(cluster)
            cluster = []
        end = max(end, candidate.end) if cluster else candidate.end
        cluster.append(candidate)
    yield from _weighed(cluster)


def _weighed(cluster: list[Candidate]) -> list[Candidate]:
    if len(cluster) == 1:
        return cluster
    kept: list[Candidate] = []
    for candidate in sorted(cluster, key=lambda c: (c.start - c.end, c.order, c.start)):
        if all(candidate.end <= k.start or k.end <= candidate.start for k in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def fit(
    candidate: Candidate, options: tuple[str, ...], language: ModuleType
) -> tuple[int, str, tuple[str, ...]]:
    """(start, words, suggestions): with the article where it has to change along."""
    words, start = candidate.words, candidate.start
    for name, said in candidate.filled:
        said = said.lower() if said.istitle() else said
        options = tuple(option.replace(f"{{{name}}}", said) for option in options)
    options = tuple(option for option in options if "{" not in option)
    article = candidate.article.strip()
    if article and any(language.with_article(article, option) for option in options):
        gap = candidate.article[len(article) :]
        options = tuple(
            (language.with_article(article, option) or article) + gap + option for option in options
        )
        return start - len(candidate.article), candidate.article + words, options
    if words[:1].isupper():
        abbreviated = candidate.rule is not None and candidate.rule.exact_case
        shout = words.isupper() and len(words) > 1 and not abbreviated
        options = tuple(o.upper() if shout else o[:1].upper() + o[1:] for o in options)
    return start, words, options
