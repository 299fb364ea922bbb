"""Markdown of courses as safe HTML. No HTML of the writer's goes through.

Two marks of our own: `[^key]` cites a source; `{said: word}` is a word that is taught about
and not used, so that whoever checks language can tell it from the course's own.
"""

import re
from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

CITATION = re.compile(r"\[\^([a-z0-9-]+)\]")
SAID = re.compile(r"\{said: ?([^{}\n]+)\}")
_MARK = re.compile(f"{CITATION.pattern}|{SAID.pattern}")
_FIGURE = re.compile(r"\b(?:1[6-9]|20)\d\d\b|\d ?%|\bper ?cent\b|\bpor ciento\b", re.IGNORECASE)

Number = Callable[[str], int]


def cited(text: str) -> list[str]:
    """Keys of sources, each once, in the order they stand."""
    return list(dict.fromkeys(CITATION.findall(text)))


def without_taught(text: str) -> str:
    """The text with words that are only taught about blanked out, everything else in place."""
    return SAID.sub(lambda match: " " * len(match[0]), text)


def plain(text: str, *, quotes: tuple[str, str] = ("", "")) -> str:
    """The text where no HTML goes: without cites, taught words between these quotation marks."""
    before, after = quotes
    return SAID.sub(lambda match: f"{before}{match[1].strip()}{after}", CITATION.sub("", text))


def html(text: str, number: Number | None = None) -> str:
    """Safe HTML. `number` gives a source's number in the list below; without it, cites go."""
    return _PARSER.render(text, {"number": number})


def blocks_with_figures(text: str) -> list[tuple[int, str]]:
    """(line, text) of paragraphs, list items and rows with a year or a share and no source."""
    lines = text.splitlines()
    found = {}
    for token in _PARSER.parse(text, {"number": None}):
        if token.type == "inline" and token.map:
            start, end = token.map
            block = "\n".join(lines[start:end])
            if _FIGURE.search(SAID.sub("", block)) and not CITATION.search(block):
                found[start + 1] = block.strip()
    return list(found.items())


def _mark(state: StateCore) -> None:
    """Splits texts at our two marks."""
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = [new for child in token.children for new in _parted(child)]


def _parted(token: Token) -> list[Token]:
    if token.type != "text" or not _MARK.search(token.content):
        return [token]
    parts, done = [], 0
    for match in _MARK.finditer(token.content):
        parts.append(Token("text", "", 0, content=token.content[done : match.start()]))
        kind = "source" if match[1] else "said"
        parts.append(Token(kind, "", 0, content=match[1] or match[2].strip()))
        done = match.end()
    parts.append(Token("text", "", 0, content=token.content[done:]))
    return parts


def _source(_renderer, tokens, index, _options, env) -> str:
    number, key = env.get("number"), tokens[index].content
    if number is None:
        return ""
    return f'<sup class="source"><a href="#source-{key}">{number(key)}</a></sup>'


def _said(renderer, tokens, index, _options, _env) -> str:
    word = renderer.text([Token("text", "", 0, content=tokens[index].content)], 0, {}, {})
    return f'<q class="taught">{word}</q>'


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
    parser.disable("image")  # a page of a course asks nothing of other servers
    parser.core.ruler.push("course_marks", _mark)
    parser.add_render_rule("source", _source)
    parser.add_render_rule("said", _said)
    return parser


_PARSER = _parser()


def tree(text: str) -> list[dict[str, Any]]:
    """The text as nested plain data, for documents that are not HTML.

    Each part has its type (heading, paragraph, bullet_list, table, text, source …), what it
    says, its level or address where there is one, and its parts.
    """
    return [_plain(node) for node in SyntaxTreeNode(_PARSER.parse(text, {"number": None})).children]


def _plain(node: SyntaxTreeNode) -> dict[str, Any]:
    return {
        "type": node.type,
        "says": "" if node.children else node.content,
        "level": int(node.tag[1]) if node.type == "heading" else 0,
        "parts": [_plain(child) for child in node.children],
    }
