"""What always holds, whatever the text."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.language import check, check_stream, put_in

WORDS = [
    "addict", "an addict", "Addicts", "a", "the", "clean", "needle", "relapsed", "drug", "user",
    "users", "abuse", "child", "she is", "he said", "\n", "\n\n", "\r\n", "\n \n", '"', "“", "”",
    "‘", "’", "'", "«", "»", "„", ">", "> ", "drug-\nuser", "ad\u00addict", "e\u0301", "é", "ﬁ",
    "In their words:", "Client states: I", ".", "!", ":", "`", "```", "@", "http://", "/", "{{",
    "İ", "ß", "ſ", "K", "\u200b", "\ufeff", "\ud800", "😀", "ALCOHOLIC", "junkie", "dirty urine",
]  # fmt: skip
texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=60).map(" ".join)
texts |= st.text()
some = settings(max_examples=300, deadline=None)


@some
@given(texts)
def test_offsets_slice_to_the_words_reported(text):
    found = check(text)
    assert [f.text for f in found] == [text[f.start : f.end] for f in found]
    places = [place for f in found for place in (f.start, f.end)]
    assert places == sorted(places)


@some
@given(texts, st.lists(st.integers(1, 40), min_size=1, max_size=8))
def test_a_stream_gives_the_same_findings_however_it_is_cut(text, sizes):
    chunks, at = [], 0
    while at < len(text):
        size = sizes[len(chunks) % len(sizes)]
        chunks.append(text[at : at + size])
        at += size
    assert list(check_stream(chunks)) == check(text)


@some
@given(texts)
def test_checking_twice_gives_the_same(text):
    assert check(text) == check(text)


@some
@given(texts)
def test_suggestions_put_in_leave_nothing_to_find_in_their_place(text):
    found = [f for f in check(text) if f.suggestions]
    after = put_in(text, found)
    moved, places = 0, []
    for finding in found:
        start = finding.start + moved
        moved += len(finding.suggestions[0]) - len(finding.text)
        places.append((start, start + len(finding.suggestions[0])))
    again = check(after)
    assert [f for f in again for a, b in places if f.start < b and a < f.end] == []


def long_text(seed, words=40_000):
    choice = random.Random(seed)
    picked = (choice.choice(WORDS) if choice.random() < 0.2 else "so" for _ in range(words))
    text = " ".join(picked).replace("\n\n", "\n").replace("```", "`")
    places = [choice.randrange(len(text)) for _ in range(choice.randrange(12))]
    for place in sorted(places, reverse=True):
        text = f"{text[:place]}\n\n{text[place:]}"
    return text


@pytest.mark.parametrize("seed", range(6))
def test_a_long_text_gives_the_same_whatever_the_pieces(seed, monkeypatch):
    text = long_text(seed)
    whole = check(text)
    monkeypatch.setattr("alongside.language.walk.PIECE", 3_000 + 977 * seed)
    monkeypatch.setattr("alongside.language.reading.PIECE", 1_000 + 331 * seed)
    assert check(text) == whole
    assert len(whole) > 100
