"""Rules and sets of rules, and what a program or a person changes in them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from alongside.language.findings import Severity

LETTERS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True)
class Rule:
    """One idea with its words, as it stands in a file of rules.

    `nouns` come with their plural, `verbs` with all forms, `words` as they are. `instead`
    holds “one / many” for nouns and “to …” for verbs. `off` says why a program leaves the
    words alone.
    """

    id: str
    severity: Severity
    reason: str
    source: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    fine_when: tuple[str, ...] = ()
    fine_near: tuple[str, ...] = ()
    harmful_when: tuple[str, ...] = ()
    harmful_near: tuple[str, ...] = ()
    exact_case: bool = False
    off: str = ""
    part: str = ""  # a rule may have several entries in a file, each with senses of its own
    file: str = ""
    line: int = 0

    def __hash__(self) -> int:
        return hash((self.id, self.part, self.nouns))


def _plain(wishes: tuple[str, ...]) -> list[tuple[str, str]]:
    """(as written, its words alone): people write what they like, and no patterns."""
    words = [(wish, " ".join(LETTERS.findall(wish))) for wish in wishes]
    return [(wish, plain) for wish, plain in words if plain]


@dataclass(frozen=True)
class Wishes:
    """Which words a person wants used for them, and which not (with what instead)."""

    wished: tuple[str, ...] = ()
    unwished: tuple[str, ...] = ()
    instead: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, eq=False)
class Rules:
    """A set of rules in one language. Compare and cache by identity."""

    language: str
    rules: tuple[Rule, ...]
    lists: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    dialogue: tuple[str, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    shared: "Rules | None" = None  # those behind a person's own, which are made ready once

    def __getitem__(self, rule_id: str) -> Rule:
        return self.entries(rule_id)[0]

    def entries(self, rule_id: str) -> list[Rule]:
        """All entries of a rule, the main one first; KeyError where there is none."""
        found = [rule for rule in self.rules if rule.id == rule_id]
        if not found:
            raise KeyError(rule_id)
        return sorted(found, key=lambda rule: rule.part)

    def without(self, rule_id: str, *, why: str) -> "Rules":
        """The words of this rule are left alone, also inside longer and shorter ones."""
        return self.with_rules(replace(rule, off=why) for rule in self.entries(rule_id))

    def with_rules(self, rules: Iterable[Rule]) -> "Rules":
        """A rule with a known id takes the place of the other; new ones come first."""
        own = {(rule.id, rule.part): rule for rule in rules}
        known = {(rule.id, rule.part) for rule in self.rules}
        new = tuple(rule for key, rule in own.items() if key not in known)
        kept = tuple(own.get((rule.id, rule.part), rule) for rule in self.rules)
        return replace(self, rules=new + kept, shared=None)

    def for_person(self, wishes: Wishes) -> "Rules":
        """With what a person said about the words for them; their word stands first."""
        unwished = [
            Rule(
                id="not-my-word",
                severity="A",
                reason=self.reasons.get("not-my-word", "This person asked not to be called this."),
                source=self.reasons.get("the-person", "the person"),
                nouns=(plain,),
                instead=(wishes.instead[word],) if word in wishes.instead else (),
            )
            for word, plain in _plain(wishes.unwished)
        ]
        wished = [
            Rule(
                id="my-word",
                severity="C",
                reason="",
                source="",
                nouns=(plain,),
                off=self.reasons.get("my-word", "This person wants this word used."),
            )
            for _, plain in _plain(wishes.wished)
        ]
        return replace(self, rules=(*unwished, *wished, *self.rules), shared=self)
