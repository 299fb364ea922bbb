"""The made-up program as plain values: how much, how old, how like itself."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from alongside.contacts.lists import ITEMS, MOVES
from alongside.demo.load import plan
from alongside.demo.people import STAFF
from alongside.demo.words import arcs

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def made():
    return plan(today=DAY)


def test_there_is_as_much_as_was_said(made):
    contacts = len(made.circles) + sum(len(life.meetings) for life in made.lives)
    programs = {life.who.program for life in made.lives}
    assert (len(made.lives), contacts, len(programs), len(STAFF)) == (120, 4000, 2, 9)


def test_the_same_seed_and_day_make_the_same(made):
    assert plan(today=DAY) == made


def test_another_seed_makes_something_else(made):
    assert plan(today=DAY, seed="other") != made


def test_no_two_people_are_called_the_same(made):
    assert max(Counter(life.who.called for life in made.lives).values()) == 1


def test_nothing_has_happened_in_the_future(made):
    met = [meeting.at.date() for life in made.lives for meeting in life.meetings]
    met += [circle.at.date() for circle in made.circles]
    told = [values["created_at"].date() for life in made.lives for _, values in life.tells]
    assert (max(met) < DAY, max(told) <= DAY) == (True, True)


def test_it_goes_back_eighteen_months(made):
    first = min(meeting.at.date() for life in made.lives for meeting in life.meetings)
    assert DAY - timedelta(days=548) <= first <= DAY - timedelta(days=500)


def test_the_steps_of_an_arc_come_in_order(made):
    for life in made.lives:
        if life.who.arc:
            days = [m.at.date() for m in life.meetings]
            assert days == sorted(days)
            assert len(life.meetings) >= len(life.who.arc["step"])


def test_nobody_meets_somebody_who_has_died(made):
    late = [
        life.who.called
        for life in made.lives
        for meeting in life.meetings
        if "death" in (life.who.arc or {}) and meeting.at.date() > life.ends
    ]
    assert late == []


def test_what_happens_in_lives_happens_here_too(made):
    told = Counter(model for life in made.lives for model, _ in life.tells)
    assert (told["people.Death"], told["people.Pause"], told["people.Appeal"]) == (2, 1, 1)
    everyday = ["HandOver", "Way", "Ally", "WishedWord", "Statement", "Whereabouts", "Rhythm"]
    assert [name for name in everyday if not told[f"people.{name}"]] == []


def test_both_crafts_are_there_and_reversals_told(made):
    moves = {move for life in made.lives for meeting in life.meetings for move in meeting.moves}
    known = [{key for key, _ in MOVES[craft]} for craft in ("rc", "hr")]
    assert [len(moves & craft) >= 10 for craft in known] == [True, True]
    assert sum(meeting.reversals for life in made.lives for meeting in life.meetings) > 5


def test_what_is_given_is_on_the_list(made):
    given = {item for life in made.lives for meeting in life.meetings for item in meeting.given}
    assert given - {key for rows in ITEMS.values() for key, *_ in rows} == set()


def test_there_are_at_least_twenty_five_lives_in_order():
    assert len(arcs()) >= 25


@pytest.mark.parametrize("word", ["addict", "clean", "abuse", "relapse", "junkie", "failed"])
def test_no_judging_word_is_in_a_note(made, word):
    notes = [m.note.lower().split() for life in made.lives for m in life.meetings]
    assert [note for note in notes if word in note] == []


def test_no_choice_is_left_unmade(made):
    notes = [meeting.note for life in made.lives for meeting in life.meetings]
    assert [note for note in notes if "{" in note or "|" in note] == []


def test_the_same_note_is_not_read_twice_in_a_row(made):
    for life in made.lives:
        notes = [meeting.note for meeting in life.meetings if meeting.note]
        assert [a for a, b in pairwise(notes) if a == b] == []
