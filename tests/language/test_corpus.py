"""The gold corpus is what its guide says: bench/language/gold/README.md."""

from collections import Counter
from itertools import product

import pytest
from bench.language.corpus import (
    GOLD,
    HALVES,
    KINDS,
    VOICES,
    Malformed,
    Mark,
    halves,
    read,
    unmarked,
)

from alongside.language import load_rules

LEAST = {"en": 620, "es": 300}
LANGUAGES = sorted(path.name for path in GOLD.iterdir() if path.is_dir())


def texts_of(language):
    return {half: read(GOLD / language / half) for half in HALVES}


def of_the_halves(texts):
    """Without the texts that were added for development alone, in folders of their own."""
    return [text for text in texts if text.place.startswith(HALVES)]


def test_a_mark_is_taken_out_and_lies_where_its_words_are():
    text, marks = unmarked("A [[dirty\nUA::dirty-test]], she's [[clean::clean]]!")
    assert text == "A dirty\nUA, she's clean!"
    assert marks == (Mark(2, 10, "dirty-test"), Mark(18, 23, "clean"))


@pytest.mark.parametrize("broken", ["[[addict]]", "[[addict::]]", "[[addict:addict]]", "addict]]"])
def test_a_broken_mark_is_refused_and_says_where(broken):
    with pytest.raises(Malformed) as error:
        unmarked(f"an {broken} here", "development/notes.txt:7")
    assert str(error.value) == "development/notes.txt:7: a mark is written [[words::rule]]"


def test_texts_are_read_with_kind_voice_and_place(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text(
        "# a comment\n@ near-miss\nClean socks.\n\n> a quote\n---\n@ harmful\nA [[wino::x]]\n"
    )
    first, second = read(tmp_path)
    assert (first.text, first.kind, first.voice) == (
        "Clean socks.\n\n> a quote",
        "near-miss",
        "notes",
    )
    assert (second.place, [second.words(m) for m in second.marks]) == (
        f"{tmp_path.name}/notes.txt:7",
        ["wino"],
    )


@pytest.mark.parametrize("head", ["harmful", "@ bad", "@harmful"])
def test_a_text_without_a_kind_is_refused_and_says_where(tmp_path, head):
    (tmp_path / "web.txt").write_text(f"@ mixed\n[[wino::x]]\n---\n{head}\nText\n")
    with pytest.raises(Malformed) as error:
        read(tmp_path)
    assert str(error.value) == (
        f"{tmp_path.name}/web.txt:4: a text begins with @ and one of harmful, near-miss, mixed"
    )


def test_the_draw_is_the_same_each_time_and_loses_nothing():
    texts = [[f"@ {kind}", str(i)] for kind in KINDS for i in range(7)]
    dealt = halves(texts, "seed")
    assert dealt == halves(texts, "seed")
    assert sorted(dealt["development"] + dealt["measured"]) == sorted(texts)
    for kind in KINDS:
        shares = [sum(text[0] == f"@ {kind}" for text in half) for half in dealt.values()]
        assert sorted(shares) == [3, 4]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_texts_in_every_voice_and_a_third_of_each_kind(language):
    halves_of = {half: of_the_halves(texts) for half, texts in texts_of(language).items()}
    assert sum(map(len, halves_of.values())) >= LEAST[language]
    for texts in halves_of.values():
        kinds = Counter(text.kind for text in texts)
        assert len(texts) >= LEAST[language] // 2
        assert {(text.voice, text.kind) for text in texts} == set(product(VOICES, KINDS))
        assert all(0.28 <= kinds[kind] / len(texts) <= 0.38 for kind in KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_there_twice(language):
    texts = [text for half in texts_of(language).values() for text in half]
    words = [" ".join(text.text.lower().split()) for text in texts]
    assert [text for text, times in Counter(words).items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_short(language):
    lengths = {
        text.place: len(text.text.split()) for half in texts_of(language).values() for text in half
    }
    assert {place: n for place, n in lengths.items() if not 3 <= n <= 90} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_with_words_to_find_have_marks_and_near_misses_none_that_count(language):
    counts = {rule.id for rule in load_rules(language).rules if rule.severity != "C"}
    texts = [text for half in texts_of(language).values() for text in half]
    assert [
        text.place
        for text in texts
        if (
            any(mark.rule in counts for mark in text.marks)
            if text.kind == "near-miss"
            else not text.marks
        )
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_is_marked_is_a_rule(language):
    known = {rule.id for rule in load_rules(language).rules}
    texts = [text for half in texts_of(language).values() for text in half]
    assert {mark.rule for text in texts for mark in text.marks} - known == set()


def test_the_english_texts_speak_of_many_rules():
    rules = {m.rule for half in texts_of("en").values() for t in half for m in t.marks}
    assert len(rules) >= 110
