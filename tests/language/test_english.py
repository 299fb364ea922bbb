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
