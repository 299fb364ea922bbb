"""Web pages: what a reader sees of them, with its language and its place in the file."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

from alongside.language.documents.masks import masked, without_teaching
from alongside.language.documents.sources import GAP, Passage, Source, decoded, line_starts

#: Not prose, or the words of another.
SILENT = {"script", "style", "template", "code", "pre", "kbd", "samp", "var", "blockquote", "cite"}
SILENT |= {"svg", "math", "object", "iframe"}
INLINE = {"a", "abbr", "b", "bdi", "bdo", "data", "del", "dfn", "em", "font", "i", "ins", "mark"}
INLINE |= {"s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr", "label"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
VOID |= {"track", "wbr"}
#: Elements that end where the next of their kind begins.
SHUT_BY_THEIR_LIKE = {"p", "li", "td", "th", "tr", "dt", "dd", "option"}
#: What the templates of many programs hold beside their words.
TEMPLATE = re.compile(r"\{%[^%\n]*%\}|\{\{[^}\n]*\}\}|\{#[^#\n]*#\}")


def read_page(data: bytes) -> list[Source]:
    text = decoded(data)
    reader = _Reader(text)
    reader.feed(TEMPLATE.sub(masked, without_teaching(text)))
    reader.close()
    return [Source(text, reader.finished())]


class _Reader(HTMLParser):
    """Gathers pieces of text with their places; a new passage where the language changes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = line_starts(text)
        self._passages: list[Passage] = []
        self._open: list[tuple[str, str, int]] = [("", "", 0)]  # tag, language, how silent
        self._count: Counter[str] = Counter()
        self._begin("")

    def _begin(self, language: str) -> None:
        self._language = language
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._origins: list[int] = []
        self._length = 0

    def finished(self) -> list[Passage]:
        if any(map(str.strip, self._pieces)):
            told = (tuple(self._starts), tuple(self._origins), self._language)
            self._passages.append(Passage("".join(self._pieces), *told))
        self._begin(self._language)
        return self._passages

    def _put(self, words: str) -> None:
        _, language, silent = self._open[-1]
        if silent:
            words = GAP if words.strip() else ""
        if not words:
            return
        if language != self._language and words.strip():
            self.finished()
            self._begin(language)
        line, column = self.getpos()
        self._starts.append(self._length)
        self._origins.append(self._lines[line - 1] + column)
        self._pieces.append(words)
        self._length += len(words)

    def handle_starttag(self, tag, attrs):
        if tag in SHUT_BY_THEIR_LIKE and self._open[-1][0] == tag:
            self._shut()
        if tag not in INLINE:
            self._put("\n" if tag == "br" else "\n\n")
        if tag == "q":
            self._put("“")
        if tag in VOID:
            return
        _, language, silent = self._open[-1]
        language = (dict(attrs).get("lang") or language)[:2].lower()
        self._open.append((tag, language, silent + (tag in SILENT)))
        self._count[tag] += 1

    def handle_startendtag(self, tag, attrs):
        if tag in VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag == "q":
            self._put("”")
        while self._count[tag]:
            if self._shut() == tag:
                break
        if tag not in INLINE:
            self._put("\n\n")

    def _shut(self) -> str:
        tag = self._open.pop()[0]
        self._count[tag] -= 1
        return tag

    def handle_data(self, data):
        self._put(data)

    def handle_entityref(self, name):
        sign = unescape(f"&{name};")
        self._put(sign if sign != f"&{name};" else f"&{name}")

    def handle_charref(self, name):
        self._put(unescape(f"&#{name};"))
