"""Whose words are these? What somebody is quoted with is theirs, and so is left alone.

Quotation marks of any kind, lines that begin with `>`, and lines marked as the person's own
words. A quotation ends with its paragraph; one that nobody closed is believed for UNCLOSED
letters, and a single mark that nobody closed is an apostrophe. Marks around one word are
quotation marks too: whose irony it is, no program can tell.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from alongside.language.anchors import edge, length
from alongside.language.capitals import Names
from alongside.language.patterns import GAP, Part, parse, sequence
from alongside.language.rules import Rules
from alongside.language.senses import WORD, nearby, plain, word_before

Spans = list[tuple[int, int]]
Colons = list[tuple[int, str]]  # where, and the word before it

UNCLOSED = 400
CLOSING = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "‹": "›", "‘": "’", "‚": "‘’", "「": "」", "『": "』",
    "＂": "＂", '"': '"', "'": "'", "”": "”", "»": "«", "›": "‹",
}  # fmt: skip
EITHER_WAY = "\"'”»›＂"  # these open only before a word and after none
SINGLE = "'‘‚"
# But for those within a word, as in don't. The marks stand first: so they are found quickly.
MARKS = re.compile(r"[\"“”„‟«»‹›‚「」『』＂'‘’](?:(?<!['‘’])|(?<![^\W_].)|(?![^\W_]))")
OPENS_ASCII = re.compile(r"[\"'](?<![^\W_].)(?<![.,!?%)\]].)(?=\S)")
CLIPPED = re.compile(r"['’‘](?:\d\ds?\b|em\b|til\b|tis\b|cause\b|bout\b|n['’])", re.IGNORECASE)
BLOCK = re.compile(r"^[ \t]{0,3}>[^\n]*", re.MULTILINE)
COLON = re.compile("[:：]")
BEGINS = re.compile(r"[\n.!?;|]")
NAME = "@"
CAPITAL = re.compile("[A-ZÁÉÍÓÚÑ]")
CODE = {
    "`": re.compile(r"```.*?(?:```|\Z)|``[^\n]{1,400}?''|`[^`\n]{1,400}`", re.DOTALL),
    "{": re.compile(r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\{\w{1,64}\}", re.DOTALL),
    "%(": re.compile(r"%\(\w{1,64}\)s"),
    "<": re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>"),
}
BLANK = re.compile(r"\s")
ALONE = re.compile(r"[.,;:!?)]?(?:\s|\Z)")  # most words: a mark at most, and no more
ADDRESS = re.compile(
    r"://|www\.|[\w+-]@[\w-]|^[\"'(<\[]?/?(?:[\w.-]{1,64}/){2,16}[\w.-]{0,64}$"
    r"|[\w-]\.(?:com|org|gov|net|edu|info|html?|pdf|docx?|xlsx?|txt|md|py|js|css|csv|json|toml|ya?ml)\b",
)
TOKEN = 400  # letters of an address on either side
LINE = re.compile(r"\S[^\n]*")
TURN = re.compile(r"(?<=[.!?…]\s).(?=[¿¡A-ZÁÉÍÓÚÑ])")  # —¿Vienes? —Sí: another speaks
SENTENCE = re.compile(r"[^.!?\n]*[.!?]*[ \t]*")


class LeftAlone:
    """What is left alone in a paragraph, by the labels and pronouns of a language."""

    def __init__(self, rules: Rules) -> None:
        self.own = Labels(rules.own_words, rules)
        self.said = Labels(rules.said_by, rules)
        self.is_name = Names(rules).hold
        self.first_person = nearby(rules.first_person, rules.lists)
        self.dash = re.compile("|".join(map(re.escape, rules.dialogue))) if rules.dialogue else None

    def __call__(self, window: str) -> Spans:
        spans = quoted(window) if _has_marks(window) else []
        if ">" in window:
            spans += [match.span() for match in BLOCK.finditer(window)]
        for sign, code in CODE.items():
            if sign in window:
                spans += [match.span() for match in code.finditer(window)]
        if self.dash is not None and self.dash.search(window):
            spans += _spoken(window, self.dash)
        if ":" in window or "：" in window:
            found = (match.start() for match in COLON.finditer(window))
            colons = [(at, word_before(window, at).strip("_")) for at in found]
            spans += self._own_lines(window, colons) + self._said(window, colons)
        return joined(spans) if spans else spans

    def is_address(self, window: str, start: int, end: int) -> bool:
        """Whether the words stand in an address, a path or the name of a file."""
        if ALONE.match(window, end) and (not start or window[start - 1].isspace()):
            return False
        before, after = window[max(0, start - TOKEN) : start], window[end : end + TOKEN]
        token = BLANK.split(before)[-1] + window[start:end]
        token += BLANK.split(after, maxsplit=1)[0]
        return ("." in token or "/" in token or "@" in token) and bool(ADDRESS.search(token))

    def _own_lines(self, window: str, colons: Colons) -> Spans:
        """The line after a label such as "In their words:"; all that follows an empty one."""
        found = []
        for begin in self.own.ends(window, colons):
            end = window.find("\n", begin)
            line = window[begin : len(window) if end < 0 else end].strip()
            if not line or line[0] not in CLOSING:  # quotation marks say themselves how far it goes
                found.append((begin, len(window) if end < 0 or not line else end))
        return found

    def _said(self, window: str, colons: Colons) -> Spans:
        """Of "Client states: I …" the sentences that say I."""
        found = []
        end = 0
        for begin in self.said.ends(window, colons):
            if begin <= end:
                continue
            end = begin
            while (said := SENTENCE.match(window, end)) and self._says_i(said[0]):
                end = said.end()
            found.append((begin, end))
        return found

    def _says_i(self, words: str) -> bool:
        found = set(WORD.findall(plain(words)))
        return self.first_person is not None and self.first_person.holds(words, found)


def _spoken(window: str, dash: re.Pattern) -> Spans:
    """Of "—Soy adicto —dijo Luis—, y ya": what is said, by dashes that open and close it."""
    found = []
    for line in LINE.finditer(window):
        dashes = list(dash.finditer(window, *line.span()))
        if not dashes or dashes[0].start() != line.start():
            continue
        after = dashes[0].end()
        if not window[after : after + 1].strip():
            continue  # a dash with a space after it begins a list
        speaks = True
        ends = [*(mark.start() for mark in dashes[1:]), line.end()]
        for mark, end in zip(dashes, ends, strict=True):
            speaks = speaks or TURN.match(window, mark.start()) is not None
            if speaks:
                found.append((mark.end(), end))
            speaks = not speaks
    return found


class Labels:
    """Words before a colon which say whose the words behind it are."""

    def __init__(self, labels: tuple[str, ...], rules: Rules) -> None:
        parsed = [parse(label, rules.lists) for label in labels]
        named = [parts for parts in parsed if NAME in (_last_words(parts) or ())]
        kinds = (named, [parts for parts in parsed if parts not in named])
        self.kinds = [_Labels(kind) for kind in kinds if kind]

    def ends(self, window: str, colons: Colons) -> list[int]:
        """Where the words begin for which there is a label."""
        return sorted(end for kind in self.kinds for end in kind.ends(window, colons))


class _Labels:
    """Some of them: those that end with a name have to be tried at many more colons."""

    def __init__(self, parsed: list[tuple[Part, ...]]) -> None:
        lasts = [_last_words(parts) for parts in parsed]
        self.last = None if None in lasts else frozenset().union(*filter(None, lasts))
        self.reach = max(map(length, parsed)) + 24
        words = "|".join(sequence(parts).removesuffix(GAP) for parts in parsed)
        begins, colon = r"[\s>*•#_\"“(-]{0,12}", r"[ \t*_)]{0,4}[:：][*_]{0,3}"
        self.regex = re.compile(f"{begins}(?:{words}){colon}", re.IGNORECASE)

    def ends(self, window: str, colons: Colons) -> Iterator[int]:
        done = 0
        for at, word in colons:
            if at < done or not self._may_end(window, at, word):
                continue
            if end := self._end(window, done, at):
                done = end
                yield end

    def _may_end(self, window: str, at: int, word: str) -> bool:
        """A quick no for most colons, by what stands before them."""
        if self.last is None or word in self.last:
            return True
        return NAME in self.last and CAPITAL.search(window, max(0, at - 36), at) is not None

    def _end(self, window: str, low: int, at: int) -> int:
        """Where the label of a colon ends, if it has one that begins behind `low`; else 0."""
        low = max(low, at - self.reach)
        begins = (match.end() for match in BEGINS.finditer(window, max(0, low - 1), at))
        for begin in begins if low else (0, *begins):
            if label := self.regex.match(window, begin, at + 4):
                return label.end()
        return 0


def _last_words(parts: tuple[Part, ...]) -> frozenset[str] | None:
    """Of which words one stands last, NAME for any name; None where any word may."""
    last = parts[-1]
    if last.wildcard == NAME:
        return frozenset([NAME])
    plain_ones = tuple(phrase for phrase in last.phrases if not phrase.endswith(NAME))
    if plain_ones == last.phrases:
        return edge(parts, -1)
    if not plain_ones:
        return frozenset([NAME])
    words = edge((*parts[:-1], replace(last, phrases=plain_ones)), -1)
    return None if words is None else words | {NAME}


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


def _has_marks(window: str) -> bool:
    """A quick no for most paragraphs: they have apostrophes within words, and no more."""
    return (OPENS_ASCII if window.isascii() else MARKS).search(window) is not None


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
