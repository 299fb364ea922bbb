"""Looking through a text: one pass of an automaton, then the senses of what it found."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from alongside.language.automaton import Automaton
from alongside.language.candidates import Candidate, fit, longest
from alongside.language.findings import Finding
from alongside.language.quotations import LeftAlone
from alongside.language.reading import Unfolding
from alongside.language.rulefiles import load_rules
from alongside.language.rules import Rule, Rules
from alongside.language.walk import AHEAD, Known, Walk
from alongside.language.words import LANGUAGES, Look, name_looks, rule_forms, suggestions

SHORT = 4  # bytes: to see the edges of these at once is cheap, of all would take seconds


class Checker:
    """A set of rules made ready. Making one takes a moment; `checker_for` keeps them."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.language = LANGUAGES[rules.language]
        self.left_alone = LeftAlone(rules)
        self.said: dict[tuple[int, str], tuple[str, ...]] = {}
        looks: dict[tuple[bytes, bool], list[tuple[int, Look]]] = {}
        for order, look in _in_order(rules):
            exact = bool(look.rule and look.rule.exact_case)
            for spelling in self.language.spellings(look.word, exact_case=exact):
                looks.setdefault((spelling.encode(), exact), []).append((order, look))
        self.known = [Known.word(spelling, found) for (spelling, _), found in looks.items()]
        self.automaton = Automaton(list(looks), short=SHORT)

    def check(self, text: str) -> list[Finding]:
        return list(self.check_stream([text]))

    def check_stream(self, chunks: Iterable[str]) -> Iterator[Finding]:
        """The findings of a text that comes in chunks, whatever their size."""
        unfolding = Unfolding()
        found = longest(self._walk().candidates(unfolding.pieces(chunks)))
        for candidate in found:
            if candidate.rule is not None:
                yield self._finding(candidate, candidate.rule, unfolding)
            if unfolding.changes:
                unfolding.forget(candidate.start - 2 * AHEAD)

    def explain(self, words: str) -> list[Rule]:
        found = self._walk(senses=False).candidates([words])
        rules = [candidate.rule for candidate in found if candidate.rule is not None]
        return sorted(dict.fromkeys(rules), key=self.rules.rules.index)

    def _walk(self, *, senses: bool = True) -> Walk:
        return Walk(self.known, self.automaton.ends, self.left_alone, senses=senses)

    def _finding(self, candidate: Candidate, rule: Rule, unfolding: Unfolding) -> Finding:
        key = id(rule), candidate.kind  # quicker than to compare rules, and they stay
        options = self.said.get(key)
        if options is None:
            options = self.said[key] = suggestions(rule, candidate.kind, self.rules.language)
        start, words, fitted = fit(candidate, options, self.language)
        end = candidate.end
        if unfolding.changes:
            words = unfolding.as_given(start, end, words)
            start, end = unfolding.start(start), unfolding.end(end)
        return Finding(start, end, words, fitted, rule.reason, rule.severity, rule.id, rule.source)


def _in_order(rules: Rules) -> Iterator[tuple[int, Look]]:
    """Names first, then rules: of equal words the first counts."""
    yield from ((-1, look) for look in name_looks(rules.names, rules))
    for order, rule in enumerate(rules.rules):
        yield from ((order, look) for look in rule_forms(rule, rules))


@lru_cache(maxsize=64)
def checker_for(rules: Rules) -> Checker:
    return Checker(rules)


def check(text: str, language: str = "en", *, rules: Rules | None = None) -> list[Finding]:
    """Words in a text that may harm, in order, each with what one could say instead.

    Quotations and other words of the person themselves are left alone, and so are names.
    """
    return checker_for(rules or load_rules(language)).check(text)


def check_stream(
    chunks: Iterable[str], language: str = "en", *, rules: Rules | None = None
) -> Iterator[Finding]:
    """The same findings as `check` for a text of any length, in little memory."""
    return checker_for(rules or load_rules(language)).check_stream(chunks)


def explain(word: str, language: str = "en", *, rules: Rules | None = None) -> list[Rule]:
    """The rules that know this word or these words, whatever stands around them."""
    return checker_for(rules or load_rules(language)).explain(word)
