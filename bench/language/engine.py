"""One engine over one file; prints how many it found. Run by bench.language.speed."""

import random
import sys
from pathlib import Path

from alongside.language import Checker, Rule, Rules, load_rules
from bench.language.quality import TERMS

CHUNK = 1 << 20


def terms() -> list[str]:
    return [term for term in TERMS.read_text().splitlines() if term]


def plain_rules(words: list[str]) -> Rules:
    """A rule for each word: found wherever it stands, with a reason and a suggestion."""
    rules = tuple(
        Rule(
            id=f"term-{number}",
            severity="B",
            reason="Say who first.",
            source="bench",
            words=(word,),
            instead=("person",),
        )
        for number, word in enumerate(words)
    )
    shared = load_rules("en")
    own = {"own_words": shared.own_words, "said_by": shared.said_by}
    return Rules(
        language="en",
        rules=rules,
        lists=shared.lists,
        first_person=shared.first_person,
        **own,
    )


def stream(rules: Rules, path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in Checker(rules).check_stream(iter(lambda: file.read(CHUNK), "")))


def ours(path: Path) -> int:
    return stream(plain_rules(terms()), path)


def rules(path: Path) -> int:
    return stream(load_rules("en"), path)


def made_up(number: int, path: Path) -> int:
    draw = random.Random(number)
    syllables = ["ba", "cro", "dul", "fen", "gri", "hol", "jam", "kep", "lor", "mun", "nis", "pra"]
    words = {"".join(draw.choices(syllables, k=3)) for _ in range(2 * number)}
    while len(words) < number:
        words.add("".join(draw.choices(syllables, k=4)))
    return stream(plain_rules([*sorted(words)[: number - 1], "addict"]), path)


def flashtext(path: Path) -> int:
    from flashtext import KeywordProcessor  # noqa: PLC0415  measured in a process of its own

    processor = KeywordProcessor(case_sensitive=False)
    processor.add_keywords_from_list(terms())
    with path.open(encoding="utf-8") as file:
        return sum(len(processor.extract_keywords(line, span_info=True)) for line in file)


def phrase_matcher(path: Path) -> int:
    import spacy  # noqa: PLC0415
    from spacy.matcher import PhraseMatcher  # noqa: PLC0415

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("terms", [nlp.make_doc(term) for term in terms()])
    with path.open(encoding="utf-8") as file:
        return sum(len(matcher(nlp.make_doc(line))) for line in file)


def main(engine: str, path: Path) -> None:
    if engine.startswith("made_up_"):
        print(made_up(int(engine.removeprefix("made_up_")), path))
    else:
        ways = {f.__name__: f for f in (ours, rules, flashtext, phrase_matcher)}
        print(ways[engine](path))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
