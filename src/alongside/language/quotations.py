"""Whose words are these? What somebody is quoted with is theirs, and so is left alone.

Quotation marks of any kind, lines that begin with `>`, and lines marked as the person's own
words. A quotation ends with its paragraph; one that nobody closed is believed for UNCLOSED
letters, and a single mark that nobody closed is an apostrophe. Marks around one word are
quotation marks too: whose irony it is, no program can tell.
"""

import re
from itertools import chain

from alongside.language.patterns import GAP, nearby, parse, sequence
from alongside.language.rules import Rules

Spans = list[tuple[int, int]]

UNCLOSED = 400
CLOSING = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "‹": "›", "‘": "’", "‚": "‘’", "「": "」", "『": "』",
    "＂": "＂", '"': '"', "'": "'", "”": "”", "»": "«", "›": "‹",
}  # fmt: skip
EITHER_WAY = "\"'”»›＂"  # these open only before a word and after none
SINGLE = "'‘‚"
MARKS = re.compile("[\"'“”„‟«»‹›‘’‚「」『』＂]")
CLIPPED = re.compile(r"['’‘](?:\d\ds?\b|em\b|til\b|tis\b|cause\b|bout\b|n['’])", re.IGNORECASE)
BLOCK = re.compile(r"^[ \t]{0,3}>[^\n]*", re.MULTILINE)
NOT_PROSE = re.compile(
    r"```.*?(?:```|\Z)|``[^\n]{1,400}?''|`[^`\n]{1,400}`"  # code, and quotations of old typewriters
    r"|(?:https?://|www\.)\S{1,2000}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}"
    r"|(?<![\w./-])(?:[\w-]{1,64}[./]){1,8}(?:com|org|gov|net|edu|info|html?|pdf|docx?|xlsx?|txt|md"
    r"|py|js|css|csv|json|toml|ya?ml)\b(?:/\S{0,500})?"
    r"|(?<![\w/])/[\w-]{1,64}(?:/[\w.-]{0,64}){1,16}"
    r"|\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|%\(\w{1,64}\)s|\$?\{\w{1,64}\}|</?[a-zA-Z][^<>\n]{0,300}>",
    re.DOTALL,
)
HINTS = ("`", "://", "www.", "@", "/", "{", "%(", "<", ".")
SENTENCE = re.compile(r"[^.!?\n]*[.!?]*[ \t]*")


class LeftAlone:
    """What is left alone in a paragraph, by the labels and pronouns of a language."""

    def __init__(self, rules: Rules) -> None:
        self.own = _label(rules.own_words, rules)
        self.said = _label(rules.said_by, rules)
        self.first_person = nearby(rules.first_person, rules.lists)

    def __call__(self, window: str) -> Spans:
        spans = list(quoted(window))
        if ">" in window:
            spans += [match.span() for match in BLOCK.finditer(window)]
        if any(hint in window for hint in HINTS):
            spans += [match.span() for match in NOT_PROSE.finditer(window)]
        if ":" in window:
            spans += chain(self._own_lines(window), self._said(window))
        return joined(spans)

    def _own_lines(self, window: str) -> Spans:
        """The line after a label such as "In their words:"; all that follows an empty one."""
        if self.own is None:
            return []
        found = []
        for match in self.own.finditer(window):
            end = window.find("\n", match.end())
            is_heading = not window[match.end() : end].strip() if end >= 0 else False
            found.append((match.end(), len(window) if end < 0 or is_heading else end))
        return found

    def _said(self, window: str) -> Spans:
        """Of "Client states: I …" the sentences that say I."""
        if self.said is None or not self.first_person:
            return []
        found = []
        for match in self.said.finditer(window):
            end = match.end()
            while (said := SENTENCE.match(window, end)) and self.first_person.search(said[0]):
                end = said.end()
            found.append((match.end(), end))
        return found


def _label(labels: tuple[str, ...], rules: Rules) -> re.Pattern | None:
    if not labels:
        return None
    words = "|".join(sequence(parse(label, rules.lists)).removesuffix(GAP) for label in labels)
    begins, colon = r"(?:^|(?<=[\n.!?;|]))[\s>*•#_\"“(-]{0,12}", r"[ \t*_)]{0,4}[:：][*_]{0,3}"
    return re.compile(f"{begins}(?:{words}){colon}", re.IGNORECASE)


def quoted(window: str) -> Spans:
    """The quotations of a paragraph, outermost only, with their marks."""
    found, opened = [], -1
    closing = ""
    for match in MARKS.finditer(window):
        at, mark = match.start(), match[0]
        if opened >= 0 and mark in closing and _can_close(window, at):
            found.append((opened, at + 1))
            opened = -1
        elif _can_open(window, at, mark) and (opened < 0 or window[opened] in (mark, *SINGLE)):
            if opened >= 0:
                found += _unclosed(window, opened, at)
            opened, closing = at, CLOSING[mark]
    if opened >= 0:
        found += _unclosed(window, opened, len(window))
    return found


def _unclosed(window: str, opened: int, until: int) -> Spans:
    if window[opened] in SINGLE:
        return []
    return [(opened, min(opened + UNCLOSED, until))]


def _can_open(window: str, at: int, mark: str) -> bool:
    if mark not in CLOSING:
        return False
    before, after = window[at - 1 : at], window[at + 1 : at + 2]
    if mark in "'‘‚" and (before.isalnum() or CLIPPED.match(window, at)):
        return False
    if mark in EITHER_WAY:
        return (
            not (before.isalnum() or before in tuple(".,!?%)]"))
            and not after.isspace()
            and after != ""
        )
    return True


def _can_close(window: str, at: int) -> bool:
    """An apostrophe within a word closes nothing, nor does a mark right before a word."""
    mark, before, after = window[at], window[at - 1 : at], window[at + 1 : at + 2]
    if mark in "'’‘":
        return not after.isalnum() and not before.isspace()
    return not (mark == '"' and before.isspace() and after.isalnum())


def joined(spans: Spans) -> Spans:
    """In order, and without one lying in another."""
    made: Spans = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made
