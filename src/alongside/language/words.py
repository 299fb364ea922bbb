"""Rules made ready to look for: every form of every word, and the senses around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType

from alongside.language import english
from alongside.language.patterns import (
    Form,
    Surroundings,
    forms,
    nearby,
    parse,
    surroundings,
)
from alongside.language.rules import Rule, Rules

Filled = tuple[tuple[str, str], ...]
Span = tuple[int, int, Filled]
LANGUAGES: dict[str, ModuleType] = {"en": english}


@dataclass(frozen=True)
class Senses:
    """What makes the words fine and what makes them harmful where they stand."""

    fine_when: Surroundings | None
    harmful_when: Surroundings | None
    fine_near: re.Pattern | None
    harmful_near: re.Pattern | None

    def judge(self, window: str, start: int, end: int, sentence: Callable) -> bool | None:
        """True: harmful. False: fine. None: these are other words that look alike.

        What stands right beside the words is stronger than what is near them.
        """
        if self.fine_when and self.fine_when.hold(window, start, end):
            return False
        if self.harmful_when and self.harmful_when.hold(window, start, end):
            return True
        if self.fine_near or self.harmful_near:
            low, high = sentence(window, start, end)
            if self.fine_near and self.fine_near.search(window, low, high):
                return False
            if self.harmful_near and self.harmful_near.search(window, low, high):
                return True
        return None if self.harmful_when or self.harmful_near else True


@dataclass(frozen=True, eq=False)
class Look:
    """One form of a rule's words: `word` is looked for, the rest is tried around it."""

    rule: Rule | None
    word: str
    kinds: tuple[str, ...]
    before: re.Pattern | None
    after: re.Pattern | None
    reach: int
    senses: Senses | None
    language: ModuleType

    def span(self, window: str, start: int, end: int) -> Span | None:
        """Where the whole of it stands around its word, and what stands in for its lists."""
        filled: Filled = ()
        if self.before:
            before = self.before.search(window, max(0, start - self.reach), start)
            if before is None:
                return None
            start, filled = before.start(), tuple(before.groupdict().items())
        if self.after:
            after = self.after.match(window, end)
            if after is None:
                return None
            end, filled = after.end(), filled + tuple(after.groupdict().items())
        return start, end, filled

    def kind(self, window: str, start: int) -> str:
        if len(self.kinds) == 1:
            return self.kinds[0]
        return self.language.which_kind(self.kinds, window, start)


def rule_forms(rule: Rule, rules: Rules) -> list[Look]:
    return _looks(rule, rules.language, tuple(rules.lists.items()))


@lru_cache(maxsize=16_384)
def _looks(rule: Rule, language: str, lists: tuple) -> list[Look]:
    words = dict(lists)
    told = LANGUAGES[language]
    senses = Senses(
        surroundings(rule.fine_when, words) if rule.fine_when else None,
        surroundings(rule.harmful_when, words) if rule.harmful_when else None,
        nearby(rule.fine_near, words),
        nearby(rule.harmful_near, words),
    )
    plain = not (rule.fine_when or rule.harmful_when or rule.fine_near or rule.harmful_near)
    patterns = [form for noun in rule.nouns for form in told.noun_forms(noun)]
    patterns += [form for verb in rule.verbs for form in told.verb_patterns(verb)]
    patterns += [(word, "") for word in rule.words]
    kinds: dict[Form, list[str]] = {}
    for pattern, kind in dict.fromkeys(patterns):
        for form in forms(parse(pattern, words)):
            kinds.setdefault(form, []).append(kind)
    return [
        _look(form, tuple(dict.fromkeys(found)), (rule, None if plain else senses), told)
        for form, found in kinds.items()
    ]


def _look(
    form: Form,
    kinds: tuple[str, ...],
    meaning: tuple[Rule | None, Senses | None],
    told: ModuleType,
) -> Look:
    rule, senses = meaning
    case = re.IGNORECASE
    before = re.compile(rf"(?<!\w){form.before}\Z", case) if form.before else None
    after = re.compile(rf"{form.after}(?!\w)", case) if form.after else None
    return Look(rule, form.word, kinds, before, after, form.reach, senses, told)


def name_looks(names: tuple[str, ...], rules: Rules) -> list[Look]:
    """Names that are left alone, whatever words are in them."""
    lists, told = dict(rules.lists), LANGUAGES[rules.language]
    return [
        _look(form, ("name",), (None, None), told)
        for name in names
        for form in forms(parse(name, lists))
    ]


@lru_cache(maxsize=65_536)
def suggestions(rule: Rule, kind: str, language: str) -> tuple[str, ...]:
    told = LANGUAGES[language]
    fitting = (told.suggestion(instead, kind) for instead in rule.instead)
    return tuple(words for words in dict.fromkeys(fitting) if words)
