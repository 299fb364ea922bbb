"""The walks of the made-up people: whose they are, when things happened, and that they fit."""

import json
from collections import Counter
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest

from alongside.demo.lines import read_line
from alongside.demo.load import plan
from alongside.demo.people import BRIDGE, HARBOR
from alongside.demo.words import arcs, walks
from alongside.journeys.lists import CONCERNS, PATHWAYS, STAGES, id_of
from alongside.journeys.measures import definition
from alongside.journeys.policies.measures import check_answers

DAY = date(2026, 11, 22)
#: A story in which nobody named a concern, and that is fine.
NAMES_NONE = "music"
ON = ("seen_on", "said_on", "named_on", "hoped_on", "happened_on", "taken_on", "on", "since")


@pytest.fixture(scope="module")
def made():
    return plan(today=DAY)


@pytest.fixture(scope="module")
def stories(made):
    return {life.who.arc["key"]: life for life in made.lives if life.who.arc}


def _told(lives, model):
    return [values for life in lives for name, values in life.tells if name == f"journeys.{model}"]


def _days(values):
    days = [values[name] for name in (*ON, "ended_on") if values.get(name)]
    return days + [values[name].date() for name in ("created_at", "ended_at") if values.get(name)]


def test_every_story_has_its_walk(stories):
    assert (set(walks()), len(stories)) == (set(stories), len(arcs()))


def test_every_story_has_one_to_four_concerns_but_the_one_that_needs_none(stories):
    counts = {key: len(_told([life], "Concern")) for key, life in stories.items()}
    assert counts.pop(NAMES_NONE) == 0
    assert {key: n for key, n in counts.items() if not 1 <= n <= 4} == {}


def test_no_story_is_lived_twice(made):
    keys = Counter(life.who.arc["key"] for life in made.lives if life.who.arc)
    assert max(keys.values()) == 1


def test_each_program_has_stories_of_its_own(made):
    here = Counter(life.who.program for life in made.lives if life.who.arc)
    assert (here[HARBOR], here[BRIDGE]) == (27, 5)


def test_every_day_of_a_walk_lies_in_the_last_eighteen_months(made):
    first, last = DAY - timedelta(days=548), DAY
    for life in made.lives:
        walked = [values for name, values in life.tells if name.startswith("journeys.")]
        days = [day for values in walked for day in _days(values)]
        assert [day for day in days if not first <= life.begins <= day <= last] == []


def test_nothing_is_said_after_a_death_or_while_someone_is_away(made):
    for life in made.lives:
        sightings = _told([life], "Sighting")
        assert [one for one in sightings if one["seen_on"] > life.ends] == []
        assert [one for one in sightings if life.is_away(one["seen_on"])] == []


def test_what_is_said_of_a_concern_is_said_after_it_was_named(made):
    named = {row["id"]: row["named_on"] for row in _told(made.lives, "Concern")}
    walked = [values for life in made.lives for _, values in life.tells if "concern_id" in values]
    early = [one for one in walked if min(_days(one)) < named[one["concern_id"]]]
    assert (len(walked) > 300, early) == (True, [])


def test_no_step_is_taken_before_its_goal_or_after_the_goal_was_settled(made):
    goals = {row["id"]: row for row in _told(made.lives, "Goal")}
    for step in _told(made.lives, "Step"):
        goal = goals[step["goal_id"]]
        taken = step.get("ended_on") or step["created_at"].date()
        assert goal["named_on"] <= step["created_at"].date() <= taken
        assert taken <= goal.get("ended_on", DAY)


def test_a_goal_ends_after_it_began(made):
    goals = _told(made.lives, "Goal")
    assert [one for one in goals if one.get("ended_on", DAY) < one["named_on"]] == []


def test_goals_end_in_every_way_and_steps_are_taken_by_everybody(made):
    outcomes = {goal.get("outcome") for goal in _told(made.lives, "Goal")}
    takers = {step.get("taken_by") for step in _told(made.lives, "Step")}
    assert outcomes == {None, "done", "changed", "let_go"}
    assert takers == {None, "alone", "together", "coach"}


def test_walks_go_forwards_and_backwards(made):
    places = {id_of("stage", key): place for place, (key, *_) in enumerate(STAGES)}
    turns = Counter()
    for life in made.lives:
        general = [one for one in _told([life], "Sighting") if not one.get("concern_id")]
        seen = [places[one["stage_id"]] for one in general if "stage_id" in one]
        turns += Counter((b > a) - (b < a) for a, b in pairwise(seen))
    assert min(turns[1], turns[-1], turns[0]) > 80


def test_some_do_not_know_and_for_some_it_is_no_word_of_theirs(made):
    answers = Counter(one["answer"] for one in _told(made.lives, "Sighting"))
    assert min(answers["not_known"], answers["not_my_word"]) > 10


def test_stages_and_pathways_are_on_the_lists(made):
    stages = {one.get("stage_id") for one in _told(made.lives, "Sighting")} - {None}
    ways = {one.get("pathway_id") for one in _told(made.lives, "PathwayChosen")} - {None}
    assert stages <= {id_of("stage", key) for key, *_ in STAGES}
    assert ways == {id_of("pathway", key) for key, _ in PATHWAYS}


def test_concerns_lie_on_every_side_of_life(made):
    sides = {one["dimension"] for one in _told(made.lives, "Concern")}
    assert sides == {dimension for dimension, _ in CONCERNS}


def test_measures_are_answered_as_they_ask(made):
    for one in _told(made.lives, "Measurement"):
        measure = definition(one["instrument"], one["version"])
        check_answers(json.loads(one["answers"]), measure=measure)


def test_somebody_was_there_two_days_after_an_overdose_and_somebody_is_waited_for(made):
    heard = {one["happened_on"]: one.get("ended_at") for one in _told(made.lives, "Overdose")}
    settled = [(at.date() - day).days for day, at in heard.items() if at]
    assert (settled, [day for day, at in heard.items() if not at]) == (
        [2],
        [DAY - timedelta(days=2)],
    )


def test_who_is_waited_for_walks_with_the_first_coach(made):
    waited = [life for life in made.lives if _told([life], "Overdose")]
    open_ones = [life for life in waited if "ended_at" not in _told([life], "Overdose")[0]]
    assert [life.who.coach for life in open_ones] == ["ana"]


def test_one_comes_back_after_about_a_year_and_nobody_was_met_in_between(stories):
    back = stories["handed-over"]
    (start, end), met = back.away[0], [meeting.at.date() for meeting in back.meetings]
    assert (350 < (end - start).days < 400, [day for day in met if start < day < end]) == (True, [])


def test_meetings_are_for_concerns_that_had_been_named(made):
    for life in made.lives:
        named = {id: since for since, id, *_ in life.concerns}
        late = [m for m in life.meetings for id in m.concerns if m.at.date() < named[id]]
        assert late == []
    assert sum(bool(m.concerns) for life in made.lives for m in life.meetings) > 800


def test_programs_share_no_words_of_a_story():
    words = {arc["key"]: {step["note"] for step in arc["step"]} for arc in arcs()}
    assert [pair for pair in combinations(words, 2) if words[pair[0]] & words[pair[1]]] == []


@pytest.mark.parametrize(
    "word", ["addict", "clean", "abuse", "relapse", "junkie", "failed", "sober"]
)
def test_no_judging_word_is_in_a_walk(word):
    said = [text for text in walks().values() if word in text.lower().replace("sober enough", "")]
    assert said == []


def test_a_line_that_cannot_be_read_is_refused():
    with pytest.raises(ValueError):
        read_line("someday says st: hello")
