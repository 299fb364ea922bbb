"""A suggestion fits where it is put."""

import pytest

from alongside.language import check, put_in


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("He is an addict.", "He is a person with a substance use disorder."),
        ("An alcoholic came.", "A person with an alcohol use disorder came."),
        ("AN ADDICT", "A PERSON WITH A SUBSTANCE USE DISORDER"),
        ("Addicts came.", "People with substance use disorders came."),
        ("THE JUNKIES", "THE PEOPLE WHO USE DRUGS"),
        ("two heroin addicts", "two people with heroin use disorder"),
        ("Heroin users came", "People who use heroin came"),
        ("She relapsed in May.", "She returned to use in May."),
        ("She has relapsed.", "She has returned to use."),
        ("after a relapse", "after a return to use"),
        ("when people relapse", "when people return to use"),
        ("They are relapsing", "They are returning to use"),
        ("an ex-con", "a formerly incarcerated person"),
        ("a felon", "a person with a felony conviction"),
        ("the homeless", "people experiencing homelessness"),
        ("a homeless man", "a man experiencing homelessness"),
        ("cocaine abuse", "cocaine use"),
        ("a dirty needle", "a used needle"),
        ("dirty syringes", "used syringes"),
        ("Alcoholic hepatitis", "Alcohol-associated hepatitis"),
        ("He committed suicide.", "He died by suicide."),
        ("The addict's mother called.", "The person's mother called."),
        ("an\naddict", "a\nperson with a substance use disorder"),
    ],
)
def test_number_capitals_and_article_fit(text, mended):
    assert put_in(text, check(text)) == mended


@pytest.mark.parametrize(
    ("text", "words"),
    [("drug-\nuser", "drug-\nuser"), ("drug\u00a0user", "drug\u00a0user"),
     ("drug‑user", "drug‑user"), ("dr\u00adug us\u00ader", "dr\u00adug us\u00ader"),
     ("DRUG USER", "DRUG USER"), ("drug\n    user", "drug\n    user"),
     ("an\u00a0addict", "an\u00a0addict"), ("con\ufb01rmed junkie", "junkie"),
     ("cafe\u0301 junkie", "junkie")],
)  # fmt: skip
def test_words_are_found_however_they_are_set(text, words):
    [finding] = check(text)
    assert finding.text == words == text[finding.start : finding.end]


@pytest.mark.parametrize(
    "text", ["naddict", "addicts2", "addict_id", "éaddict", "addicté", "addict\u0301x", "İaddict"]
)
def test_a_part_of_another_word_is_not_found(text):
    assert check(text) == []
