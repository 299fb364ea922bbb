"""The gold corpus: short texts in which every finding was marked by hand.

`gold/README.md` says how the files are written and how a word is judged. This module reads
them, and deals new texts out to the two halves:

    .venv/bin/python -m bench.language.corpus deal NEW_TEXTS.txt en notes
"""

import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path

GOLD = Path(__file__).parent / "gold"
KINDS = ("harmful", "near-miss", "mixed")
VOICES = ("notes", "policies", "leaflets", "web", "messages", "training")
HALVES = ("development", "measured")
MARK = re.compile(r"\[\[([^\[\]]+?)::([a-z0-9-]+)\]\]")
BRACKETS = re.compile(r"\[\[|\]\]")
SEED = 1987


class Malformed(ValueError):
    """A corpus file that cannot be read; the message begins with file and line."""


@dataclass(frozen=True)
class Mark:
    """A finding: characters `start` to `end` of the plain text, and the rule that says why."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Text:
    text: str
    kind: str
    voice: str
    marks: tuple[Mark, ...]
    place: str  # file and line, for the list of confusions

    def words(self, mark: Mark) -> str:
        return self.text[mark.start : mark.end]


def read(folder: Path) -> list[Text]:
    """All texts under `folder`, by file and in their order in it; a file's name is its voice."""
    return [
        text
        for path in sorted(folder.rglob("*.txt"))
        for text in _texts(path.read_text(encoding="utf-8"), path)
    ]


def blocks(source: str) -> list[tuple[int, list[str]]]:
    """The texts of a file as they stand, each with the number of its first line."""
    lines = source.splitlines()
    start = next((i for i, line in enumerate(lines) if not line.startswith("# ")), len(lines))
    found = [(start + 1, [])]
    for number, line in enumerate(lines[start:], start=start + 1):
        if line == "---":
            found.append((number + 1, []))
        else:
            found[-1][1].append(line)
    return [(number, body) for number, body in found if any(body)]


def _texts(source: str, path: Path):
    for number, (head, *body) in blocks(source):
        place = f"{path.parent.name}/{path.name}:{number}"
        kind = head.removeprefix("@ ")
        if kind not in KINDS or kind == head:
            raise Malformed(f"{place}: a text begins with @ and one of {', '.join(KINDS)}")
        text, marks = unmarked("\n".join(body).strip("\n"), place)
        yield Text(text, kind, path.stem, marks, place)


def unmarked(marked: str, place: str = "text") -> tuple[str, tuple[Mark, ...]]:
    """The text as a reader sees it, and where its marks lie in that."""
    plain, marks, after = "", [], 0
    for mark in MARK.finditer(marked):
        plain += marked[after : mark.start()]
        marks.append(Mark(len(plain), len(plain) + len(mark[1]), mark[2]))
        plain += mark[1]
        after = mark.end()
    plain += marked[after:]
    if BRACKETS.search(plain):
        raise Malformed(f"{place}: a mark is written [[words::rule]]")
    return plain, tuple(marks)


def halves(texts: list[list[str]], seed: str) -> dict[str, list[list[str]]]:
    """Texts of one voice dealt by a seeded draw, kind by kind, so that both halves are alike."""
    dealt = {half: [] for half in HALVES}
    draw = random.Random(seed)
    for kind in KINDS:
        pile = [text for text in texts if text[0] == f"@ {kind}"]
        draw.shuffle(pile)
        odd = draw.randrange(2)
        for position, text in enumerate(pile):
            dealt[HALVES[(position + odd) % 2]].append(text)
    for half in dealt.values():
        draw.shuffle(half)
    return dealt


def deal(new: Path, language: str, voice: str) -> None:
    """Adds the texts of a file to the two halves; the draw never moves what is there already."""
    texts = [body for _, body in blocks(new.read_text(encoding="utf-8"))]
    for half, share in halves(texts, f"{SEED}/{language}/{voice}/{new.stem}").items():
        path = GOLD / language / half / f"{voice}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        before = [body for _, body in blocks(path.read_text("utf-8"))] if path.exists() else []
        joined = "\n---\n".join("\n".join(body).strip("\n") for body in before + share)
        path.write_text(joined + "\n", encoding="utf-8")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["deal", new, ("en" | "es") as language, voice] if voice in VOICES:
            deal(Path(new), language, voice)
        case _:
            sys.exit(f"usage: … corpus deal FILE en|es {'|'.join(VOICES)}")
