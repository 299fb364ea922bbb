"""English senses: what is found, and its neighbour that must stay silent."""

import pytest

from alongside.language import check


def found(text):
    return [(finding.text, finding.rule) for finding in check(text) if finding.severity != "C"]


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("He drove past his dealer's block.", "dealer", "dealer"),
        ("My brother's been clean since May.", "clean", "clean"),
        ("The schizophrenic in room 4 wants soup.", "schizophrenic", "diagnosis-as-noun"),
        ("Rescuing is enabling.", "enabling", "enabling"),
        ("Family who enable the tenant's addiction", "enable", "enabling"),
        ("He is an abuser of pills.", "an abuser of pills", "abuser"),
        ("jess od'd last nite", "od'd", "od"),
        ("His manipulation of staff goes on.", "manipulation", "manipulative"),
        ("Lazy, defiant, resistant, she wrote.", "resistant", "resistant"),
    ],
)
def test_a_word_is_found_in_whatever_form_it_comes(text, words, rule):
    assert found(text) == [(words, rule)]


@pytest.mark.parametrize(
    "text",
    [
        "The dealer's lot has two vans.",
        "It is dealer's choice at the card table.",
        "The kitchen is clean now, by the way.",
        "Thirty days clean of mice!",
        "Enabling them to vote took a ride.",
        "Market manipulation is a crime.",
        "The germs became resistant to penicillin.",
        "She claims her son as a dependent.",
        "He is high on the waitlist.",
        "The trainer's own words: I am an addict.",
    ],
)
def test_its_innocent_neighbour_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The form goes to the Inmate Records Unit at the jail.",
        "She wrote to the Office of Inmate Advocacy about it.",
        "Our bus stops at Stoner Avenue at nine.",
        "He read the novel Junkie Summer in two days.",
        "We sang at the Junkie Vintage shop.",
        "Come to the Addict to Athlete race on Sunday.",
        "Film night: Clean and Sober (1988), then we talk.",
    ],
)
def test_a_name_is_told_by_its_capitals(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("My Alcoholic dad never came.", "Alcoholic"),
        ("Town Weighs Home for Addicts", "Addicts"),
        ("Help for Addicts and Families", "Addicts"),
        ("She asked the Addict Mother to wait.", "Addict Mother"),
        ("HELP FOR ADDICTS AND THEIR FAMILIES", "ADDICTS"),
    ],
)
def test_capitals_alone_make_no_name(text, words):
    assert [said for said, _ in found(text)] == [words]
