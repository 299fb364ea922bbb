"""Words that were found: which of them count, and what fits in their place."""

from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import NamedTuple

from alongside.language.rules import Rule

CLUSTER = 64  # overlapping words that are weighed against each other at once


class Candidate(NamedTuple):
    """Words found, and under which rule; a name, and words that are fine there, have none."""

    start: int
    end: int
    order: int
    rule: Rule | None
    kind: str
    words: str
    article: str  # what stands before them, with its gap
    filled: tuple[tuple[str, str], ...]  # what stood in the place of a list
    before_noun: bool = False  # as an adjective stands: what is said instead has to fit there
    owns: bool = False  # the addict's mother


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
    if candidate.filled or "{" in "".join(options):
        options = tuple(_filled(options, candidate.filled))
    if candidate.before_noun:
        options = tuple(option for option in options if language.may_stand_before_noun(option))
    if candidate.owns:
        options = tuple(dict.fromkeys(map(language.as_owner, options)))
    article = "" if _is_verb(candidate.kind) else candidate.article.strip()
    if article and any(language.with_article(article, option) for option in options):
        gap = candidate.article[len(article) :]
        options = tuple(
            (language.with_article(article, option) or article) + gap + option for option in options
        )
        start -= len(candidate.article)
        return start, candidate.article + words, _cased(candidate, options, article=True)
    return start, words, _cased(candidate, options, article=False)


def _is_verb(kind: str) -> bool:
    """“La manipula”: what looks like an article is her."""
    return kind != "" and not kind.startswith(("one", "many"))


def _cased(candidate: Candidate, options: tuple[str, ...], *, article: bool) -> tuple[str, ...]:
    """In the capitals of what was there: AN ADDICT, Addicts, addicts."""
    words = candidate.words
    abbreviated = candidate.rule is not None and candidate.rule.exact_case
    if words.isupper() and len(words) > 1 and not abbreviated:
        return tuple(option.upper() for option in options)
    if words[:1].isupper() and not article:
        return tuple(option[:1].upper() + option[1:] for option in options)
    return options


def _filled(options: tuple[str, ...], filled: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """With what was said in the place of a list; without what needs a list that is not there."""
    for option in options:
        for name, said in filled:
            if said is not None:
                option = option.replace(f"{{{name}}}", said.lower() if said.istitle() else said)
        if "{" not in option:
            yield option
