"""What is masked in a text before it is looked at; what is masked stays as long."""

import re

from alongside.language.documents.sources import GAP

#: A comment that says: this part names words in order to teach about them.
TEACHING = re.compile(
    r"<!--\s*words: taught\s*-->.*?(?:<!--\s*words: end\s*-->|\Z)", re.DOTALL | re.IGNORECASE
)
UNSEEN = re.compile(r"[^\n]")


def masked(match: re.Match) -> str:
    return UNSEEN.sub(GAP, match[0])


def without_teaching(text: str) -> str:
    return TEACHING.sub(masked, text)
