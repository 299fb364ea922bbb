"""Whose words are they? What somebody is quoted with is left alone."""

import pytest

from alongside.language import check


def found(text):
    return [finding.text for finding in check(text)]


@pytest.mark.parametrize(
    "text",
    [
        'He said, "I\'m an addict", and laughed.',
        "He said, “I’m an addict”, and laughed.",
        "He said, ‘I’m an addict’, and laughed.",
        "He said, 'I'm an addict', and laughed.",
        "He said, «I am an addict», and laughed.",
        "He said, « I am an addict », and laughed.",
        "He said, „I am an addict“, and laughed.",
        "He said, »I am an addict«, and laughed.",
        "He said, ‹I am an addict›, and laughed.",
        "“She told me, ‘you are an addict’, and I was a junkie then,” he said.",
        "> I am an addict",
        "In their own words: I was a junkie once.",
        "her voice: i was a junkie once",
        "_Client said_: I was a junkie once.",
        "The words of Ana: a junkie like me.",
        "Pat, in her own words: I was a junkie once. Then an addict.",
        "His words, not mine: junkie, addict.",
        "From her journal: the addict in me sleeps.",
        "In her words:\nI was a junkie once.\nNow I am a mom.",
        "Client states: I'm an addict. I've been clean a year.",
        "The word `addict` is a key.",
        "See https://example.org/addict or write to addict@example.org",
        "The file addicts-guide.pdf",
    ],
)
def test_what_is_quoted_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pt is drug-seeking per ED", ["drug-seeking"]),
        ("Sister says he is a junkie.", ["junkie"]),
        ('"I am tired," said the addict.', ["addict"]),
        ("The addicts' home is the addicts' own.", ["addicts", "addicts"]),
        ("It's the junkie's turn, isn't it?", ["junkie"]),
        ('A 6" pipe and an addict with a 3" scar', ["an addict"]),
        ("Client states: pain 7/10. Client is an addict.", ["an addict"]),
        ("> I am an addict\n\nThe addict left.", ["addict"]),
        ("In the '90s the addicts' house was full.", ["addicts"]),
    ],
)
def test_reported_words_are_the_writers(text, words):
    assert found(text) == words


@pytest.mark.parametrize("mark", ['"', "“", "«", "„"])
def test_an_unclosed_quotation_ends_with_its_paragraph(mark):
    assert found(f"He said, {mark}I am an addict\n\nThe junkie left.") == ["junkie"]


@pytest.mark.parametrize("mark", ['"', "“", "«", "„"])
def test_an_unclosed_quotation_is_not_believed_for_long(mark):
    assert found(f"He said, {mark}I am an addict. {'So it went. ' * 60}The junkie left.") == [
        "junkie"
    ]


@pytest.mark.parametrize("length", [3_000, 8_190, 20_000])
def test_a_quotation_in_a_long_paragraph_is_seen_wherever_it_stands(length):
    before = "so it went " * (length // 11)
    text = f"{before}he said, “I am an addict, {'and so on, ' * 200} a junkie” and the addict left"
    assert found(text) == ["addict"]
