"""Questions asked of the rules: which are about a word, and which are for a text."""

import re

from alongside.language.checker import checker_for
from alongside.language.rulefiles import HERE
from alongside.language.rules import Rule, Rules

#: The small words that make up a third of any text, and that the other language lacks.
ENGLISH = "the and of to is was with for that at from his her she they are has"
SPANISH = "el la de que y los las un una con por para del se su es lo"
SMALL = {"en": set(ENGLISH.split()), "es": set(SPANISH.split())}
LETTERS_OF = {"es": re.compile("[ñ¿¡áéíóú]")}
WORD = re.compile(r"[^\W\d_]+")
LOOKED_AT = 4_000  # letters


def rules_about(words: str, rules: Rules) -> list[Rule]:
    """The rules that could find these words, whatever stands beside them, or are called so."""
    name = words.strip().lower().replace(" ", "-")
    called = [rule for rule in rules.rules if rule.id == name]
    return list(dict.fromkeys([*checker_for(rules).explain(words), *called]))


def languages() -> tuple[str, ...]:
    """The languages for which there are rules."""
    return tuple(sorted(folder.name for folder in HERE.iterdir() if folder.is_dir()))


def language_of(text: str, *, otherwise: str) -> str:
    """English or Spanish, by the small words in it; `otherwise` where they do not tell."""
    words = WORD.findall(text[:LOOKED_AT].lower())
    told = {language: sum(word in small for word in words) for language, small in SMALL.items()}
    told["es"] += len(LETTERS_OF["es"].findall(text[:LOOKED_AT].lower()))
    first, second = sorted(told, key=told.__getitem__, reverse=True)
    is_clear = told[first] >= 2 * told[second] + 2
    return first if is_clear and first in languages() else otherwise
