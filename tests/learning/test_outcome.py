"""What a cohort learned about itself: counted once, small numbers left out, nobody found."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from alongside.common.clock import today
from alongside.common.ids import new_id
from alongside.learning.actions.attending import mark
from alongside.learning.actions.cohorts import end_cohort
from alongside.learning.actions.leading import close_round
from alongside.learning.actions.making_up import make_up
from alongside.learning.actions.taking_part import leave
from alongside.learning.models import Outcome
from alongside.learning.queries.outcome import outcome_of, shares
from alongside.statistics.suppression import Hidden
from tests.learning.cohorts import complete
from tests.learning.conftest import begin, opened, placed, sit_down, slot_of
from tests.learning.test_room import phone
from tests.together import at_once


def here(cohort, page="learned"):
    return reverse(page, args=[cohort.pk])


def without(participant, cohort, by, minutes=0):
    """One who missed one module."""
    mark(participant=participant, slot=slot_of(cohort, "values"), minutes=minutes, by=by)


@pytest.fixture
def twelve(house):
    cohort = begin(house, name="Summer")
    seats = sit_down(cohort, *(f"P{n}" for n in range(12)))
    [complete(seat.participant, house.tam) for seat in seats]
    return SimpleNamespace(cohort=cohort, seats=seats)


def ended(cohort, by):
    end_cohort(cohort=cohort, by=by)
    return shares(outcome_of(cohort))


def told(found):
    """Everything that is shown, as plain values."""
    return found.completed, found.modules, found.hours


def test_while_it_runs_nothing_is_counted(page, house, twelve):
    answer = page(house.tam).get(here(twelve.cohort))
    assert (answer.context["outcome"], answer.context["modules"]) == (None, [])
    assert "This is counted once, when the cohort is over." in answer.content.decode()


def test_when_all_were_there_all_is_shown(house, twelve):
    found = ended(twelve.cohort, house.tam)
    assert (found.completed.cells, found.completed.total) == ((12, 0), 12)
    assert {table.cells for table in found.modules.values()} == {(12, 0, 0)}
    assert [(one.code, one.planned, one.each) for one in found.hours] == [
        ("1", 80 / 60, 80 / 60),
        ("9", 40 / 60, 40 / 60),
    ]


def test_the_one_who_missed_a_module_is_found_in_no_number(house, twelve):
    """Not by the module, the total, those who completed, nor the hours of all together."""
    without(twelve.seats[0].participant, twelve.cohort, house.tam)
    found = ended(twelve.cohort, house.tam)
    assert found.completed.cells == (Hidden.NOT_SHOWN,) * 2
    assert found.modules["values"].cells == (Hidden.NOT_SHOWN, 0, Hidden.NOT_SHOWN)
    assert {one.code: one.each for one in found.hours} == {"1": None, "9": 40 / 60}


def test_five_and_more_are_shown(house, twelve):
    [without(seat.participant, twelve.cohort, house.tam) for seat in twelve.seats[:5]]
    found = ended(twelve.cohort, house.tam)
    assert found.completed.cells == (7, 5)
    assert found.modules["values"].cells == (7, 0, 5)


def test_of_a_few_nothing_is_shown(house, cohort):
    seats = sit_down(cohort, "Lu", "Kit", "Noa", "Jo")
    [complete(seat.participant, house.tam) for seat in seats]
    found = ended(cohort, house.tam)
    shown = [found.completed, *found.modules.values()]
    assert {cell for table in shown for cell in (*table.cells, table.total)} <= set(Hidden)
    assert [one.each for one in found.hours] == [None, None]


def test_no_two_looks_differ_by_what_came_to_one_person_since(page, house, twelve):
    """What is made up, marked or left after the end changes nothing here."""
    cohort, one, other = twelve.cohort, *(seat.participant for seat in twelve.seats[:2])
    [without(seat.participant, cohort, house.tam) for seat in twelve.seats[:5]]
    before = told(ended(cohort, house.tam))
    slot = slot_of(cohort, "values")
    sent = {"way": "1", "on": today(), "minutes": 20, "id": new_id(), "by": house.tam}
    make_up(participant=one, slot=slot, **sent)
    mark(participant=other, slot=slot, minutes=20, by=house.tam)
    leave(participant=other, by=None)
    end_cohort(cohort=cohort, by=house.tam)
    assert told(shares(outcome_of(cohort))) == before


def test_those_who_took_part_see_less_and_nothing_else(page, house, twelve):
    cohort = twelve.cohort
    round = opened(cohort, "going-on", house.tam, step=2)
    for seat in twelve.seats:
        placed(round, seat, 5, words={"helped": "The role plays", "change": ""})
    close_round(round=round, by=house.tam)
    end_cohort(cohort=cohort, by=house.tam)
    trainer = page(house.tam).get(here(cohort))
    room = phone(cohort, twelve.seats[0]).get(here(cohort, "room-learned"))
    for same in ("movements", "completed"):
        assert room.context[same] == trainer.context[same]
    pages = [answer.content.decode() for answer in (trainer, room)]
    for words in ("The role plays", "There long enough", "Hours each had"):
        assert [words in html for html in pages] == [True, False]
    for words in ("12 evaluations were handed in.", "Completed it"):
        assert [words in html for html in pages] == [True, True]
    assert [f">{name}<" in html for html in pages for name in ("P0", "P11")] == [False] * 4


def test_an_evaluation_of_a_few_shows_neither_numbers_nor_words(page, house, twelve):
    round = opened(twelve.cohort, "going-on", house.tam, step=2)
    for seat in twelve.seats[:4]:
        placed(round, seat, 5, words={"helped": "The role plays", "change": ""})
    close_round(round=round, by=house.tam)
    [one] = page(house.tam).get(here(twelve.cohort)).context["evaluations"]
    assert one["voices"] == []
    assert {bars.bars for bars in one["spreads"]} == {()}


def test_who_waits_sees_nothing_of_it(house):
    cohort = begin(house, seats=2)
    waiting = sit_down(cohort, "Lu", "Kit", "Noa")[2]
    for name in ("room-learned", "room-standing"):
        assert phone(cohort, waiting).get(here(cohort, name)).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_ended_twice_at_once_it_is_counted_once(house, twelve):
    by = {"cohort": twelve.cohort, "by": house.tam}
    assert at_once(*(lambda: end_cohort(**by) for _ in range(2))) == [None, None]
    assert Outcome.objects.count() == 1
