"""Names, told by their capitals: the Inmate Records Unit, Clean Machine Car Wash, Stoner Avenue.

No list holds every name. Words with capitals are one when what stands with them is what names
begin or end with (Office of …, … Unit, … Avenue), or when "the" stands before them and more
capitals behind. Headings have capitals too, so there must be small words in the sentence.
"""

import re

from alongside.language.rules import Rules
from alongside.language.senses import plain, sentence_around, word_before

REACH = 120
GAP = r"(?:\s{1,3}|-)"
LINK = r"(?:of|for|to|and|&|the|on|against)"
CAPITAL = r"[A-Z][\w&]{0,30}"
AHEAD = re.compile(rf"(?:['’]s?)?((?:{GAP}(?:{LINK}\s){{0,2}}{CAPITAL}){{1,8}})")
BEHIND = re.compile(rf"(?<!\w)((?:{CAPITAL}\s{LINK}\s){{1,3}}|{CAPITAL}\s{LINK}\sthe\s)\Z")
THE = re.compile(rf"\b[Tt]he\s(?:{CAPITAL}\s){{0,3}}\Z")
YEAR = re.compile(rf"(?:\s(?:{LINK}\s)?{CAPITAL}){{0,6}}\s\((?:19|20)\d\d\)")
TO_ANOTHER = re.compile(rf"\sto\s{CAPITAL}")
WORD = re.compile(r"[^\W\d_]+")
SMALL = re.compile(r"(?<![\w'’])(?!(?:with|from|your|this|that)\b)[a-z]{4}|[a-z]\.\Z")


class Names:
    """Whether words are part of a name, by the lists `name-end` and `name-begin` of a language."""

    def __init__(self, rules: Rules) -> None:
        self.ends = frozenset(map(plain, rules.lists.get("name-end", ())))
        self.begins = frozenset(map(plain, rules.lists.get("name-begin", ())))
        self.people = frozenset(map(plain, rules.lists.get("someone", ())))

    def hold(self, window: str, start: int, end: int) -> bool:
        written = window[start:end]
        if written.islower() or not self.ends:
            return False
        words = WORD.findall(written)
        if not words or not words[-1].istitle():
            return False
        if not (self._is_begun(window, start) or self._goes_on(window, start, end)):
            return False
        return SMALL.search(sentence_around(window, start, end)) is not None

    def _is_begun(self, window: str, start: int) -> bool:
        """Office of Inmate Advocacy; the novel Junkie Summer."""
        if word_before(window, start) in self.begins:
            return True
        before = BEHIND.search(window, max(0, start - REACH), start)
        return before is not None and self._has_end(before[1])

    def _goes_on(self, window: str, start: int, end: int) -> bool:
        """Inmate Records Unit; Addict to Athlete; the Junkie Vintage shop, not the Addict Mother.

        And a film with its year: Clean and Sober (1988).
        """
        if YEAR.match(window, end):
            return True
        ahead = AHEAD.match(window, end, end + REACH)
        if ahead is None:
            return False
        if self._has_end(ahead[1]) or TO_ANOTHER.match(window, end):
            return True
        has_the = THE.search(window, max(0, start - REACH), start) is not None
        return has_the and plain(WORD.findall(ahead[1])[0]) not in self.people

    def _has_end(self, words: str) -> bool:
        return not self.ends.isdisjoint(map(plain, WORD.findall(words)))
