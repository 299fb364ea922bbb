"""Rules are files that a person edits; a mistake in one says where it is."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bench.language.corpus import GOLD, read

from alongside.language import (
    RuleFileError,
    Wishes,
    changed_by,
    check,
    check_stream,
    checker_for,
    explain,
    load_rules,
)
from alongside.language.rulefiles import HERE

RULE = """
[guest-word]
severity = "B"
nouns = ["client"]
instead = ["guest / guests"]
reason = "We say guest here."
source = "our program"
"""


def with_text(text):
    return changed_by(load_rules("en"), text, name="ours.toml")


def found(text, rules):
    return [(finding.text, finding.rule) for finding in check(text, rules=rules)]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('[x]\nseverity = "A\n', 2, "this is not readable as TOML"),
        (RULE.replace('"B"', '"D"'), 3, "severity is “A”, “B” or “C”"),
        (RULE.replace("nouns", "nuons"), 4, "“nuons” is not known"),
        (RULE.replace('["client"]', '"client"'), 4, "wants words in quotation marks between"),
        (RULE.replace('reason = "We say guest here."\n', ""), 2, "needs a reason"),
        (RULE.replace("client", "(client"), 4, "a bracket is opened or closed"),
        (RULE.replace("client", "{clients} here"), 4, "there is no list called “clients”"),
        (RULE + 'fine_when = ["law client"]\n', 8, "needs one _"),
        ('[switch-off]\nsobre = "why"\n', 2, "there is no rule called “sobre”"),
        ('[switch-off]\nsober = ""\n', 2, "say why “sober” is switched off"),
        ('word = "x"\n', 1, "stands outside of any [section]"),
        ('[x]\nrule = "nothing-here"\nwords = ["y"]\n', 2, "there is no rule called"),
        ('[leave-alone]\nnames = ["The (Addict"]\n', 1, "a bracket is opened or closed"),
    ],
)
def test_a_broken_file_says_which_line_and_why(text, line, why):
    with pytest.raises(RuleFileError, match=re.escape(why)) as told:
        with_text(text)
    assert (told.value.file, told.value.line) == ("ours.toml", line)
    assert str(told.value).startswith(f"ours.toml, line {line}: ")


def test_a_program_adds_its_own_rule():
    assert found("Two clients came.", with_text(RULE)) == [("clients", "guest-word")]
    assert found("Two clients came.", load_rules()) == []


def test_a_rule_that_is_switched_off_leaves_its_words_alone():
    rules = with_text('[switch-off]\nrecovering-addict = "Our members say so."\n')
    assert found("A recovering addict met an addict.", rules) == [("an addict", "addict")]
    assert rules["recovering-addict"].off == "Our members say so."


def test_a_program_says_something_else_instead():
    rules = with_text('[say-instead]\ninmate = ["neighbor inside / neighbors inside"]\n')
    assert check("The inmates wrote.", rules=rules)[0].suggestions == ("neighbors inside",)


def test_the_file_of_a_program_is_read_over_the_rules(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text(RULE)
    assert found("A client came.", load_rules("en", path)) == [("client", "guest-word")]


def test_a_persons_wishes_join_the_rules():
    wishes = Wishes(
        wished=("addict",), unwished=("client", "Big Joe"), instead={"client": "guest / guests"}
    )
    rules = load_rules().for_person(wishes)
    findings = check("Big Joe, an addict among clients", rules=rules)
    assert [(f.text, f.suggestions, f.rule) for f in findings] == [
        ("Big Joe", (), "not-my-word"),
        ("clients", ("guests",), "not-my-word"),
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_others_share_is_made_ready_once_and_finds_the_same(language):
    wishes = Wishes(wished=("junkie", "adicta"), unwished=("addict", "dirty", "la paciente", "pt"))
    own = load_rules(language).for_person(wishes)
    anew = replace(own, shared=None)
    assert checker_for(own).automata[0] is checker_for(load_rules(language)).automata[0]
    for text in read(GOLD / language / "development"):
        assert check(text.text, rules=own) == check(text.text, rules=anew)


def test_a_rule_that_is_changed_afterwards_counts_for_a_person_too():
    own = load_rules().for_person(Wishes(unwished=("buddy",))).without("junkie", why="ours")
    assert [f.text for f in check("A junkie and my buddy, the addict.", rules=own)] == [
        "buddy",
        "addict",
    ]


def test_a_wish_may_hold_any_sign():
    rules = load_rules().for_person(Wishes(unwished=("(client)?", "…", "", "{x}*", "_")))
    assert [f.text for f in check("A client, an x and _ or …", rules=rules)] == ["client", "x"]


def test_explain_tells_the_rules_for_a_word():
    assert [rule.id for rule in explain("junkie")] == ["junkie"]
    assert {rule.id for rule in explain("clean")} >= {"clean"}
    assert explain("bicycle") == []


def test_a_language_without_rules_is_refused_kindly():
    with pytest.raises(ValueError, match="There are no rules for “xx” yet"):
        check("text", "xx")


def test_the_same_rules_are_made_ready_once():
    assert checker_for(load_rules()) is checker_for(load_rules())


@pytest.mark.parametrize("language", sorted(path.name for path in HERE.iterdir()))
def test_every_regular_expression_of_the_rules_can_be_used(language):
    """They are compiled when first needed: here, all are."""
    for looks in checker_for(load_rules(language)).known:
        for _, look in looks[1]:
            for wording in (look.before, look.after):
                assert wording is None or wording.regex
            if look.senses:
                assert look.senses.judge(f"so {look.word} it", 3, 3 + len(look.word)) in (
                    True,
                    False,
                    None,
                )


@pytest.mark.parametrize("language", sorted(path.name for path in HERE.iterdir()))
def test_no_rule_suggests_a_word_that_a_rule_would_find(language):
    bad = [
        (rule.id, word, finding.text)
        for rule in load_rules(language).rules
        for way in rule.instead
        if "{" not in way
        for word in way.split(" / ")
        for finding in check(word, language)
        if finding.severity != "C"
    ]
    assert bad == []


def test_reasons_and_sources_are_told():
    finding = check("He is a junkie.")[0]
    assert (finding.severity, finding.source) == ("A", "AP, FIT")
    assert finding.reason.startswith("A slur.")


def test_rules_are_values():
    rule = load_rules()["junkie"]
    assert rule == replace(rule)
    assert Path(rule.file).suffix == ".toml"
    assert rule.line > 0


def test_nothing_is_found_in_nothing():
    assert check("") == []
    assert list(check_stream([])) == []
