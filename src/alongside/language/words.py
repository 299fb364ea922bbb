"""Rules made ready to look for: every form of every word, and the senses around it."""

from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType

from alongside.language import english, spanish
from alongside.language.anchors import Form, forms
from alongside.language.patterns import parse
from alongside.language.rules import Rule, Rules
from alongside.language.senses import Senses, Wording, nearby, surroundings

Filled = tuple[tuple[str, str], ...]
Span = tuple[int, int, Filled]
LANGUAGES: dict[str, ModuleType] = {"en": english, "es": spanish}


@dataclass(frozen=True, eq=False)
class Look:
    """One form of a rule's words: `word` is looked for, the rest is tried around it."""

    rule: Rule | None
    word: str
    kinds: tuple[str, ...]
    before: Wording | None
    after: Wording | None
    reach: int
    last: frozenset[str] | None
    first: frozenset[str] | None
    senses: Senses | None
    language: ModuleType

    def span(self, window: str, start: int, end: int) -> Span | None:
        """Where the whole of it stands around its word, and what stands in for its lists."""
        filled: Filled = ()
        if self.before:
            before = self.before.regex.search(window, max(0, start - self.reach), start)
            if before is None:
                return None
            start, filled = before.start(), tuple(before.groupdict().items())
        if self.after:
            after = self.after.regex.match(window, end)
            if after is None:
                return None
            end, filled = after.end(), filled + tuple(after.groupdict().items())
        return start, end, filled

    def kind(self, window: str, start: int) -> str:
        return self.language.which_kind(self.kinds, window, start)


def rule_forms(rule: Rule, rules: Rules) -> list[Look]:
    return _looks(rule, rules.language, tuple(rules.lists.items()))


@lru_cache(maxsize=16_384)
def _looks(rule: Rule, language: str, lists: tuple) -> list[Look]:
    words = dict(lists)
    told = LANGUAGES[language]
    senses = Senses(
        surroundings(rule.fine_when, words),
        surroundings(rule.harmful_when, words),
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
    before = Wording(rf"(?<!\w){form.before}\Z") if form.before else None
    after = Wording(rf"{form.after}(?!\w)") if form.after else None
    return Look(
        rule, form.word, kinds, before, after, form.reach, form.last, form.first, senses, told
    )


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
