"""Our own words keep to our own rules: docs, templates, messages in every language, made-up notes.

What names words to teach about them stands in quotation marks, or in Markdown and HTML
between `<!-- words: taught -->` and `<!-- words: end -->`. What the people of the demo say
of themselves is theirs and not looked at.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.pofile import read_po

from alongside.language import check, load_rules
from alongside.language.asking import language_of, languages
from alongside.language.documents import read

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "src" / "alongside"
READ = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "docs", HOUSE / "web" / "templates"]
SEVERITIES = ("A", "B")
#: Of a made-up life only what staff wrote: the rest is said by the person.
BY_STAFF = ("note", "promise")


class Words(NamedTuple):
    where: str
    text: str
    language: str = "en"


def told(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def files() -> Iterator[Words]:
    for place in READ:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.suffix not in (".md", ".html", ".txt"):
                continue
            for source in read(path.read_bytes(), path.name):
                yield from (Words(told(path, 1), one.text) for one in source.passages)


def messages() -> Iterator[Words]:
    """Each message where it stands in the sources, and its words in the other languages."""
    for path in sorted(HOUSE.glob("locale/*/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            catalog = read_po(file)
        for message in catalog:
            where = next(iter(message.locations), (path.name, 0))
            for text in _texts(message.id):
                yield Words(f"{where[0]}:{where[1] or 0}", text)
            for text in _texts(message.string):
                yield Words(told(path, message.lineno or 0), text, path.parts[-3])


def _texts(words) -> tuple[str, ...]:
    return tuple(filter(None, words if isinstance(words, list | tuple) else (words,)))


def stories() -> Iterator[Words]:
    for path in sorted(HOUSE.glob("demo/stories/*.toml")):
        text = path.read_text(encoding="utf-8")
        for words in _by_staff(tomllib.loads(text), path.stem == "notes"):
            line = text[: max(0, text.find(words[:20]))].count("\n") + 1
            yield Words(told(path, line), words, language_of(words, otherwise="en"))


def _by_staff(value, is_theirs: bool) -> Iterator[str]:
    if isinstance(value, str) and is_theirs:
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _by_staff(one, is_theirs)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _by_staff(one, is_theirs or key in BY_STAFF)


def main() -> int:
    rules = {language: load_rules(language) for language in languages()}
    found = looked_at = 0
    for words in [*files(), *messages(), *stories()]:
        looked_at += 1
        if words.language not in rules:
            continue
        for finding in check(words.text, rules=rules[words.language]):
            if finding.severity in SEVERITIES:
                found += 1
                before = words.text[: finding.start].count("\n")
                place, _, line = words.where.rpartition(":")
                instead = " · ".join(finding.suggestions)
                print(f"{place}:{int(line) + before}: “{finding.text}” → {instead}")
    if found or looked_at < 1000:
        print(f"{found} findings in {looked_at:,} texts of ours.", file=sys.stderr)
    return int(bool(found) or looked_at < 1000)


if __name__ == "__main__":
    sys.exit(main())
