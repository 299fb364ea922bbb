"""What the made-up programs say of themselves, and the plans their people agreed to."""

import json
from collections import Counter
from datetime import date

import pytest

from alongside.demo.house import half_years_ago, reflections
from alongside.demo.load import SEED, plan
from alongside.demo.people import BRIDGE, HARBOR
from alongside.journeys.policies.style import LEAST_VOICES

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def said():
    return reflections(today=DAY, seed=SEED)


@pytest.fixture(scope="module")
def agreed():
    lives = plan(today=DAY).lives
    told = [(life, values) for life in lives for name, values in life.tells if "Agreed" in name]
    return [(life, values, json.loads(values["content"])) for life, values in told]


@pytest.mark.parametrize(
    ("today", "ago", "half"),
    [(DAY, 1, "2026-1"), (DAY, 3, "2025-1"), (date(2026, 3, 1), 1, "2025-2")],
)
def test_a_half_year_ago_is_the_one_before(today, ago, half):
    assert half_years_ago(ago, today) == half


def test_three_half_years_that_are_over_were_reflected_on_by_enough_to_show_them(said):
    voices = Counter(
        (one["half_year"], one["stage_id"], one["voice"])
        for one in said
        if one["program"] == HARBOR
    )
    halves = Counter(half for half, *_ in voices)
    assert halves == {"2026-1": 12, "2025-2": 12, "2025-1": 12}
    assert [key for key, n in voices.items() if n < LEAST_VOICES and key[2] == "coaches"] == []
    assert sum(n < LEAST_VOICES for n in voices.values()) == 1  # too few to show


def test_the_sister_program_has_too_few_coaches_to_show_what_they_said(said):
    coaches = Counter(
        one["half_year"] for one in said if (one["program"], one["voice"]) == (BRIDGE, "coaches")
    )
    assert coaches == {"2026-1": 4, "2025-2": 3}


def test_what_was_said_is_the_same_for_the_same_day_and_in_no_order(said):
    assert said == reflections(today=DAY, seed=SEED)
    assert said != sorted(said, key=lambda one: (one["half_year"], str(one["stage_id"])))


def test_plans_were_agreed_in_both_programs_some_of_them_again(agreed):
    versions = Counter(life.who.called for life, *_ in agreed)
    programs = {life.who.program for life, *_ in agreed}
    assert (programs, len(versions) >= 10, max(versions.values())) == ({HARBOR, BRIDGE}, True, 3)


def test_a_plan_holds_what_was_told_until_its_day_and_nothing_later(agreed):
    first, then, last = [content for life, _, content in agreed if life.who.called == "Birdie"]
    goals = [
        [goal["words"] for side in one["sides"] for goal in side["goals"]] for one in (first, then)
    ]
    assert goals == [
        ["Not on work days"],
        ["Never on a work night, and never alone", "Three days a week somewhere with plants"],
    ]
    assert [bool(one["safer"]) for one in (first, then, last)] == [True] * 3
    assert first["hopes"] == [
        {
            "words": "A card that says who I am, and a mailbox",
            "about": "",
            "stage_id": "",
            "stage": "",
        }
        | {"by_on": first["hopes"][0]["by_on"]}
    ]


def test_no_step_of_a_plan_is_taken_before_its_day(agreed):
    for life, values, content in agreed:
        taken = {
            step["words"]: step.get("ended_on")
            for name, step in life.tells
            if name == "journeys.Step"
        }
        steps = [
            step for side in content["sides"] for goal in side["goals"] for step in goal["steps"]
        ]
        early = [s for s in steps if s["is_taken"] and taken[s["words"]] > values["agreed_on"]]
        assert early == []
