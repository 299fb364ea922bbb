"""Definition files: those we ship are whole, and a broken one says what is wrong and where."""

from dataclasses import fields

import pytest

from alongside.journeys.measures import HERE, Broken, Licence, Measure, catalogue, newest
from alongside.journeys.measures.reading import read_measure, read_measures

GOOD = """
key = "small"
version = "1"
licence_status = "free"
citation = "Ours."
modes = ["self"]
languages = ["en"]
scorer = "total"
missing = "no_score"
items = [{ key = "one", kind = "scale", least = 0, most = 3, reversed = true }]
charts = [{ scores = ["total"] }]
[texts.en]
title = "Small"
purpose = "To try."
licence = "Free."
items.one = { words = "How is it?", least = "so", most = "so so" }
scores = { total = "Together" }
"""
BREACHES = [
    ('key = "small"', 'key = "Small one"', "key: “Small one” does not look like one"),
    ('version = "1"', "version = 1", "“version” must be of the kind str"),
    ('version = "1"', "", "“version” is missing"),
    ('"free"', '"gratis"', "licence_status: “gratis” is not one of"),
    ('"Ours."', '" "', "citation: no words"),
    ('["self"]', '["post"]', "modes: “post” is not one of self, together, phone"),
    ('["self"]', "[]", "modes: name each once, and at least one"),
    ('["en"]', '["en", "es"]', "languages: texts are there in en"),
    ('"total"\nm', '"mean"\nm', "scorer: “mean” is not one of"),
    ('"no_score"', '"prorate"', "missing: with the scorer “total” it is “no_score”"),
    ("most = 3", "most = 0", "item “one”: “least” must be below “most”"),
    ('"scale"', '"words"', "item “one”: only a scale or a ladder has ends"),
    ('"scale"', '"dial"', "item “one”: kind: “dial” is not one of"),
    ('["total"]', '["health"]', "charts: there is no score “health”"),
    ("items.one", "items.two", "texts.en.items: there is no item “two”"),
    ('words = "How is it?", ', "", "texts.en.items.one: no words"),
    (', most = "so so"', "", "texts.en.items.one: no words for its two ends"),
    ('total = "Together"', "", "texts.en.scores: no words for “total”"),
    ("[texts.en]", "pass_mark = 47\n[texts.en]", "“pass_mark” is not known"),
    ("[texts.en]", 'wording = "program"\n[texts.en]', "the wording is the program’s to load"),
    ("[texts.en]", "again_after = [90, 30]\n[texts.en]", "again_after: days, the fewest first"),
    ("[texts.en]", "[texts.en", "not TOML"),
]


def test_a_good_file_is_read():
    measure = read_measure(GOOD, where="small.toml")
    assert (measure.key, measure.bounds) == ("small", {"total": (0, 3)})
    assert measure.score({"one": 0}) == {"total": 3}


@pytest.mark.parametrize(("there", "instead", "reason"), BREACHES)
def test_a_broken_file_says_what_is_wrong_and_where(there, instead, reason):
    assert there in GOOD
    with pytest.raises(Broken) as broken:
        read_measure(GOOD.replace(there, instead, 1), where="small.toml")
    assert str(broken.value).startswith("small.toml: ")
    assert reason in str(broken.value)


def test_two_files_of_one_version_are_refused(tmp_path):
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(Broken, match=r"^b\.toml: “small” 1 is there already$"):
        read_measures(sorted(tmp_path.glob("*.toml")))


def test_every_file_is_named_after_what_is_in_it():
    names = {f"{key}-{version}.toml" for key, version in catalogue()}
    assert {path.name for path in HERE.glob("*.toml")} == names


def test_all_that_we_ship_speaks_both_languages():
    assert {one.languages for one in newest().values()} == {("en", "es")}


def test_the_newest_version_counts_10_after_9(monkeypatch):
    versions = [read_measure(GOOD.replace('"1"', f'"{n}"', 1), where="x") for n in ("10", "9")]
    found = {(one.key, one.version): one for one in versions}
    monkeypatch.setattr("alongside.journeys.measures.catalogue", lambda: found)
    assert newest()["small"].version == "10"


def test_wording_that_is_not_ours_is_not_here():
    theirs = [one for one in newest().values() if one.wording == "program"]
    assert {one.key for one in theirs} == {"barc-10", "gse"}
    for one in theirs:
        assert [item.words for text in one.texts.values() for item in text.items.values()] == []


def test_what_is_free_is_told_apart_from_what_must_be_asked_for():
    assert {key for key, one in newest().items() if one.licence.is_open} == {
        *("barc-10", "life-ladder", "recovery-statement", "rulers")
    }
    assert {status for status in Licence if status.is_open} == {"free", "permission_on_file"}


def test_no_measure_knows_a_mark_to_pass():
    names = {field.name for field in fields(Measure)}
    assert [name for name in names if "mark" in name or "cut" in name or "level" in name] == []


def test_47_stands_beside_the_barc_as_context_alone():
    barc = newest()["barc-10"]
    for text in barc.texts.values():
        others = [text.title, text.purpose, text.licence, text.missing, text.paper]
        assert [words for words in others if "47" in words] == []
        [context] = [words for words in text.reading if "47" in words]
        assert "2017" in context
    assert barc.bounds == {"total": (10, 60)}
