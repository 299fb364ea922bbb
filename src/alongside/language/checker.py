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

#: To see the edges of words of so many bytes at once is cheap for some hundred words; for the
#: thousands of a whole language it would take longer to make ready than it saves.
SHORT, FEW = 4, 1_000
NAMES = -1_000_000  # before all rules: of equal words the first counts


class Checker:
    """A set of rules made ready. Making one takes a moment; `checker_for` keeps them.

    A person's words stand before rules that others have too, and those are not made anew.
    """

    def __init__(self, rules: Rules) -> None:
        shared = checker_for(rules.shared) if rules.shared else None
        self.rules = rules
        self.language = LANGUAGES[rules.language]
        self.left_alone: LeftAlone = shared.left_alone if shared else LeftAlone(rules)
        self.said: dict[tuple[int, str], tuple[str, ...]] = {}
        looks: dict[tuple[bytes, bool], list[tuple[int, Look]]] = {}
        for order, look in _in_order(rules):
            exact = bool(look.rule and look.rule.exact_case)
            for spelling in self.language.spellings(look.word, exact_case=exact):
                looks.setdefault((spelling.encode(), exact), []).append((order, look))
        self.known = [Known.word(spelling, found) for (spelling, _), found in looks.items()]
        self.automata = [Automaton(list(looks), short=SHORT if len(looks) < FEW else 0)]
        if shared:
            self.known = shared.known + self.known
            self.automata = shared.automata + self.automata

    def ends(self, data: bytes) -> list[tuple[int, int]]:
        """(where it ends, number of the known word) of all in these bytes."""
        found, before = self.automata[0].ends(data), self.automata[0].size
        for automaton in self.automata[1:]:
            found += [(end, number + before) for end, number in automaton.ends(data)]
            before += automaton.size
        return found

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
        return Walk(self.known, self.ends, self.left_alone, senses=senses)

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
    """Names first, then the rules by how far from the end they stand, but for those shared."""
    shared = len(rules.shared.rules) if rules.shared else 0
    if rules.shared is None:
        yield from ((NAMES, look) for look in name_looks(rules.names, rules))
    for place, rule in enumerate(rules.rules[: len(rules.rules) - shared]):
        yield from ((place - len(rules.rules), look) for look in rule_forms(rule, rules))


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
