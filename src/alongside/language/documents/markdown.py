"""Markdown, with what is not prose masked: every character stays in place."""

import re

from markdown_it import MarkdownIt

from alongside.language.documents.masks import masked, without_teaching
from alongside.language.documents.sources import GAP, Passage, Source, decoded

FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)(?:\n|\Z)", re.DOTALL)
#: In one line of Markdown. Where one of these could run on, it is bounded.
INLINE = re.compile(
    r"(?P<ticks>`{1,8})(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`)"  # `code`
    r"|<(?:https?://|mailto:)[^<>\s]{1,2000}>"
    r"|</?[A-Za-z][^<>]{0,2000}>|<!--.{0,2000}?-->"
    r"|(?<=\])\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)"  # [words](address)
    r"|^ {0,3}\[[^\]\n]{1,500}\]:.*$"  # [words]: address
)


def read_markdown(data: bytes) -> list[Source]:
    text = decoded(data).replace("\r\n", "\n")
    return [Source(text, [Passage(prose_of(text))])]


def prose_of(text: str) -> str:
    """The same text, as long, with code, addresses and tags masked."""
    text = FRONT_MATTER.sub(masked, text)
    text = without_teaching(text)
    lines = text.split("\n")
    for first, last in code_blocks(text):
        for number in range(first, min(last, len(lines))):
            lines[number] = GAP * len(lines[number])
    return "\n".join(INLINE.sub(masked, line) if _has_marks(line) else line for line in lines)


def code_blocks(text: str):
    """(first line, line after the last) of every block of code."""
    for token in MarkdownIt("commonmark").disable("inline").parse(text):
        if token.type in ("fence", "code_block") and token.map:
            yield token.map


def _has_marks(line: str) -> bool:
    return "`" in line or "<" in line or "](" in line or "]:" in line
