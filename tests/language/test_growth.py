"""No text makes it slower than linear: steps are counted, not time."""

import random
from collections import Counter

import pytest

from alongside.language import check
from alongside.language.automaton import Automaton
from alongside.language.quotations import LeftAlone
from alongside.language.senses import Senses
from alongside.language.words import Look

HARD = {
    "words": "an addict and ",
    "overlapping words": "clean dirty drug abuse alcohol abuse ",
    "no spaces": "addictaddict",
    "opening marks": "“«„‘\"' addict ",
    "nested marks": "“he ‘said “addict” to’ me” ",
    "one mark": '" addict ',
    "labels": "Client states: I am an addict. ",
    "own words": "In their words: addict\n",
    "colons": "a: b: addict: ",
    "block quotes": "> addict\n",
    "line ends": "\n addict \n \t",
    "empty lines": "\n\n\naddict",
    "soft hyphens": "ad\u00addict ",
    "accents": "e\u0301\u0301\u0301 addict ",
    "only accents": "\u0301",
    "code": "`addict `` ``` ",
    "braces": "{{ {% addict ",
    "angles": "<a <b addict ",
    "addresses": "a@b.c/addict://www.",
    "dots": "addict.....",
    "articles": "an an an addict ",
    "one list after another": "his her the her his clean for many years of days and ",
    "hits": "drop a UA dirty urine came back hot ",
    "spaces": " " * 50 + "addict",
}


def steps(text, monkeypatch) -> Counter:
    """How many letters are searched, judged or read for quotations."""
    counted: Counter = Counter()

    def counting(owner, name, size):
        kept = getattr(owner, name)

        def counted_call(self, *args):
            counted[name] += size(*args)
            return kept(self, *args)

        monkeypatch.setattr(owner, name, counted_call)

    with monkeypatch.context():
        counting(Automaton, "ends", len)
        counting(LeftAlone, "__call__", len)
        counting(LeftAlone, "is_address", lambda *_: 1)
        counting(Senses, "judge", lambda *_: 1)
        counting(Look, "span", lambda *_: 1)
        counted["found"] = len(check(text))
    monkeypatch.undo()
    return counted


@pytest.mark.parametrize("name", HARD)
def test_twice_the_text_takes_twice_the_steps(name, monkeypatch):
    unit = HARD[name]
    text = unit * (60_000 // len(unit))
    once, twice = steps(text, monkeypatch), steps(text + text, monkeypatch)
    assert {
        kind: (once[kind], count)
        for kind, count in twice.items()
        if count > 2.2 * once[kind] + 40_000
    } == {}
    assert twice["__call__"] <= 4 * len(text + text) + 20_000


def test_a_mixture_of_all_takes_steps_in_proportion(monkeypatch):
    draw = random.Random(7)
    text = "".join(draw.choice(list(HARD.values())) for _ in range(6_000))
    once, twice = steps(text, monkeypatch), steps(text + text, monkeypatch)
    assert all(count <= 2.2 * once[kind] + 40_000 for kind, count in twice.items())
