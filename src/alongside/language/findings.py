"""What the checker says about a text."""

from typing import Literal, NamedTuple

Severity = Literal["A", "B", "C"]
SEVERITIES: tuple[Severity, ...] = ("A", "B", "C")


class Finding(NamedTuple):
    """Words that may harm, and what one could say instead.

    `text` is `whole[start:end]`, in characters. Each suggestion fits in that very place:
    number, capitals and "a" or "an" are seen to, and where the article has to change it is
    part of the words found. Severity: A please change, B consider, C good to know.
    """

    start: int
    end: int
    text: str
    suggestions: tuple[str, ...]
    reason: str
    severity: Severity
    rule: str
    source: str


def put_in(text: str, findings: list[Finding]) -> str:
    """The text with the first suggestion of each finding in its place."""
    for finding in reversed(findings):
        if finding.suggestions:
            text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
    return text
