"""One engine over one file; prints its seconds of processor time and how many it found.

Run by bench.language.speed, in a process of its own. The time is that of reading the file and
finding all in it: what is made ready before, and may be kept, is not in it.
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from alongside.language import Checker, Rule, Rules, load_rules
from bench.language.quality import TERMS

CHUNK = 1 << 20
Find = Callable[[Path], int]


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


def streamed(rules: Rules) -> Find:
    checker = Checker(rules)

    def find(path: Path) -> int:
        with path.open(encoding="utf-8", newline="") as file:
            return sum(1 for _ in checker.check_stream(iter(lambda: file.read(CHUNK), "")))

    return find


def ours() -> Find:
    return streamed(plain_rules(terms()))


def rules() -> Find:
    return streamed(load_rules("en"))


def made_up(number: int) -> Find:
    draw = random.Random(number)
    syllables = ["ba", "cro", "dul", "fen", "gri", "hol", "jam", "kep", "lor", "mun", "nis", "pra"]
    words = {"".join(draw.choices(syllables, k=3)) for _ in range(2 * number)}
    while len(words) < number:
        words.add("".join(draw.choices(syllables, k=4)))
    return streamed(plain_rules([*sorted(words)[: number - 1], "addict"]))


def flashtext() -> Find:
    from flashtext import KeywordProcessor  # noqa: PLC0415  measured in a process of its own

    processor = KeywordProcessor(case_sensitive=False)
    processor.add_keywords_from_list(terms())
    return by_line(lambda line: processor.extract_keywords(line, span_info=True))


def phrase_matcher() -> Find:
    import spacy  # noqa: PLC0415
    from spacy.matcher import PhraseMatcher  # noqa: PLC0415

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("terms", [nlp.make_doc(term) for term in terms()])
    return by_line(lambda line: matcher(nlp.make_doc(line)))


def by_line(find: Callable[[str], list]) -> Find:
    def find_all(path: Path) -> int:
        with path.open(encoding="utf-8") as file:
            return sum(len(find(line)) for line in file)

    return find_all


def ready(engine: str) -> Find:
    if engine.startswith("made_up_"):
        return made_up(int(engine.removeprefix("made_up_")))
    ways = {f.__name__: f for f in (ours, rules, flashtext, phrase_matcher)}
    return ways[engine]()


def main(engine: str, path: Path) -> None:
    find = ready(engine)
    begun = time.process_time()
    found = find(path)
    print(time.process_time() - begun, found)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
