"""How often the checker agrees with a careful reader, beside other checkers.

A finding of ours is right when it has the rule of a mark and shares words with it. The others
have no such rules: theirs is right when it shares words with any mark. Counted are the
severities A and B; a mark or finding of severity C, or on one, counts neither way.
"""

import json
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from alongside.language import Finding, check, load_rules
from bench.language.corpus import GOLD, Mark, Text, read

HERE = Path(__file__).parent
PEERS = HERE / "peers"
TERMS = HERE / "terms.txt"


@dataclass
class Score:
    """Right, too much, and overlooked; with the places, for whoever mends rules."""

    right: int = 0
    extra: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / ((self.right + len(self.extra)) or 1)

    @property
    def recall(self) -> float:
        return self.right / ((self.right + len(self.missed)) or 1)

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def line(self, name: str) -> str:
        return (
            f"{name:<28} precision {self.precision:.3f}   recall {self.recall:.3f}   "
            f"F1 {self.f1:.3f}   ({self.right} right, {len(self.extra)} too much, "
            f"{len(self.missed)} overlooked)"
        )


def severities(language: str) -> dict[str, str]:
    return {rule.id: rule.severity for rule in load_rules(language).rules}


def ours(texts: list[Text], language: str) -> Score:
    score, counted = Score(), severities(language)
    for text in texts:
        left = list(check(text.text, language))
        for mark in text.marks:
            match = next((f for f in left if f.rule == mark.rule and _meet(f, mark)), None)
            if match is not None:
                left.remove(match)
            if counted.get(mark.rule) == "C":
                continue
            if match is not None:
                score.right += 1
            else:
                score.missed.append(_told(text, mark.start, mark.end, mark.rule))
        score.extra += [_told(text, f.start, f.end, f.rule) for f in left if f.severity != "C"]
    return score


def theirs(texts: list[Text], spans: list[list[tuple[int, int]]], language: str) -> Score:
    score, counted = Score(), severities(language)
    for text, found in zip(texts, spans, strict=True):
        for mark in text.marks:
            if counted.get(mark.rule) == "C":
                continue
            if any(start < mark.end and mark.start < max(end, start + 1) for start, end in found):
                score.right += 1
            else:
                score.missed.append(_told(text, mark.start, mark.end, mark.rule))
        for start, end in found:
            if not any(start < m.end and m.start < max(end, start + 1) for m in text.marks):
                score.extra.append(_told(text, start, end, ""))
    return score


def plain_list(texts: list[Text], language: str) -> list[list[tuple[int, int]]]:
    """The words of a table and their plurals, whole and in any case: what a search would do."""
    words = TERMS.read_text().split("\n") if language == "en" else _avoided(language)
    longest_first = sorted(filter(None, words), key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?:e?s)?\b", re.I)
    return [[match.span() for match in pattern.finditer(text.text)] for text in texts]


def _avoided(language: str) -> list[str]:
    plain = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
    return [
        word
        for rule in load_rules(language).rules
        for word in (*rule.nouns, *rule.words)
        if plain.fullmatch(word)
    ]


def asked(script: str, texts: list[Text]) -> list[list[tuple[int, int]]] | None:
    """What a checker from npm finds; None where it is not installed."""
    if not (PEERS / "node_modules").is_dir():
        return None
    done = subprocess.run(
        ["node", str(PEERS / script)],
        input=json.dumps([text.text for text in texts]),
        capture_output=True,
        text=True,
        check=True,
        cwd=PEERS,
    )
    return json.loads(done.stdout)


def _meet(finding: Finding, mark: Mark) -> bool:
    return finding.start < mark.end and mark.start < finding.end


def _told(text: Text, start: int, end: int, rule: str) -> str:
    around = f"{text.text[max(0, start - 40) : start]}[[{text.text[start:end]}]]"
    return f"{rule:<28} {text.place:<26} {around}{text.text[end : end + 40]}".replace("\n", " ⏎ ")


def tell(language: str, half: str, *, confusions: bool) -> None:
    folder = GOLD / language / half
    if not folder.is_dir():
        print(f"{language}: there is no corpus yet")
        return
    texts = read(folder)
    print(f"\n{language}, {half} half: {len(texts)} texts, severities A and B")
    score = ours(texts, language)
    print(score.line("ours"))
    for name, script in {"alex": "alex.mjs", "textlint, inclusive rule": "textlint.mjs"}.items():
        spans = asked(script, texts)
        if spans is None:
            print(f"{name:<28} not measured: tools/npm ci --prefix {PEERS.relative_to(Path.cwd())}")
        else:
            print(theirs(texts, spans, language).line(name))
    print(theirs(texts, plain_list(texts, language), language).line("a plain list of words"))
    if confusions:
        for name, places in {"overlooked": score.missed, "too much": score.extra}.items():
            print(f"\n{name}:", *(places or ["nothing"]), sep="\n  ")
