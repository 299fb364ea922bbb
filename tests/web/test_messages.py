"""The Spanish of pages: complete, and with the same blanks to fill as the English."""

import re
from datetime import date

import pytest
from django.utils.formats import date_format
from django.utils.translation import override
from tools.messages import HOUSE, catalogs, read, sources

BLANK = re.compile(r"%\(\w+\)[sd]|%s")
JUDGING = re.compile(r"recaída|adict|toxicóman|drogadict|fracas|incumpl|abandon", re.IGNORECASE)


def pairs():
    for path in catalogs():
        for message in read(path):
            if message.id and message.string:
                ids = message.id if isinstance(message.id, tuple) else (message.id,)
                told = message.string if isinstance(message.string, tuple) else (message.string,)
                yield ids[-1], told[-1]


def test_a_translation_fills_the_same_blanks():
    wrong = [i for i, t in pairs() if t and sorted(BLANK.findall(i)) != sorted(BLANK.findall(t))]
    assert wrong == []


def test_no_word_judges_in_spanish():
    assert [told for _, told in pairs() if JUDGING.search(told)] == []


def test_there_is_something_to_read():
    assert len(list(pairs())) > 900


@pytest.mark.parametrize("path", catalogs())
def test_nothing_is_guessed(path):
    assert [message.id for message in read(path) if message.id and message.fuzzy] == []


def test_no_word_of_ours_takes_the_place_of_a_month():
    with override("es"):
        named = " ".join(date_format(date(2026, month, 1), "F") for month in range(1, 13))
    first = "enero febrero marzo abril mayo junio"
    assert named == f"{first} julio agosto septiembre octubre noviembre diciembre"


def test_every_kind_of_template_is_read_for_words():
    files = [path for path in HOUSE.glob("*/templates/**/*.*") if path.suffix != ".pyc"]
    marked = {path for path in files if "translate " in path.read_text()}
    assert marked - set(sources()) == set()
