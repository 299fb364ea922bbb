"""Making up: the ways a trainer sets, what was made up, and who still has something to."""

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.audit.models import Entry as Line
from alongside.common.clock import today
from alongside.common.ids import new_id
from alongside.learning.actions.attending import mark
from alongside.learning.actions.making_up import add_way, choose_ways, end_way
from alongside.learning.models import MadeUp, MakeUpWay, ModuleWays, Slot
from alongside.learning.queries.attendance import standing_of
from alongside.learning.queries.making_up import ways_of_modules
from tests.learning.cohorts import complete
from tests.learning.conftest import begin, sit_down, slot_of
from tests.learning.test_room import phone
from tests.together import at_once

COURSES_WAY = "A talk of an hour with a trainer"


@pytest.fixture
def missed(house, cohort, seats):
    """Lu was there for everything but half of one module, of which four fifths are needed."""
    lu = seats[0].participant
    complete(lu, house.tam)
    mark(participant=lu, slot=slot_of(cohort, "values"), minutes=10, by=house.tam)
    return lu


def at(participant, cohort, key="values"):
    return reverse("make-up-record", args=[participant.pk, slot_of(cohort, key).pk])


def told(**other):
    return {"id": new_id(), "way": "1", "on": today(), "minutes": 6, "note": ""} | other


def ways(cohort, key):
    return list(ways_of_modules(cohort, "en")[slot_of(cohort, key).pk].values())


def test_until_a_trainer_chooses_every_way_holds_for_every_module(house, cohort):
    add_way(cohort=cohort, words="A walk and a talk", id=new_id(), by=house.tam)
    assert ways(cohort, "values") == [COURSES_WAY, "A walk and a talk"]


def test_a_trainer_sets_the_ways_of_each_module(page, house, cohort):
    tam, address = page(house.tam), reverse("make-up-ways", args=[cohort.pk])
    tam.post(address, {"what": "own", "id": new_id(), "words": "A walk and a talk"})
    own = MakeUpWay.objects.get()
    form = tam.get(address).context["modules"]
    sent = {"what": "modules"}
    for field in form:
        sent[field.html_initial_name] = sent[field.html_name] = field.value()
    slot = slot_of(cohort, "values")
    assert tam.post(address, sent | {f"ways_{slot.order}": [str(own.pk)]}).status_code == 302
    assert [ways(cohort, key) for key in ("values", "talking")] == [
        ["A walk and a talk"],
        [COURSES_WAY, "A walk and a talk"],
    ]
    assert ModuleWays.objects.count() == 1
    html = tam.get(address).content.decode()
    assert [html.count(said) for said in ("1 of 2 ways hold", ">every way holds<")] == [1, 5]
    end_way(way=own, by=house.tam)
    assert [ways(cohort, key) for key in ("values", "talking")] == [[], [COURSES_WAY]]


def test_a_page_that_is_behind_changes_only_what_was_changed_on_it(page, house, cohort):
    tam, address = page(house.tam), reverse("make-up-ways", args=[cohort.pk])
    sent = {"what": "modules"}
    for field in tam.get(address).context["modules"]:
        sent[field.html_initial_name] = sent[field.html_name] = field.value()
    choose_ways(cohort=cohort, ways={slot_of(cohort, "talking"): []}, by=house.tam)
    tam.post(address, sent | {f"ways_{slot_of(cohort, 'values').order}": []})
    assert [ways(cohort, key) for key in ("values", "talking")] == [[], []]


def test_what_was_missed_is_made_up_with_who_when_and_minutes(page, house, cohort, missed):
    assert standing_of(missed).missing.said == ["Where I stand: 6 minutes to make up"]
    assert page(house.tam).post(at(missed, cohort), told(note="On the phone")).status_code == 302
    row = MadeUp.objects.get()
    assert (row.by, row.on, row.minutes, row.note) == (house.tam, today(), 6, "On the phone")
    standing = standing_of(missed)
    assert (standing.is_complete, standing.minutes) == (True, 116)
    line = Line.objects.filter(verb="make_up.record").get()
    assert (line.actor_id, line.detail) == (house.tam.pk, "")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"way": "9"}, "Select a valid choice"),
        ({"way": ""}, "This field is required"),
        ({"minutes": "0"}, "greater than or equal to 1"),
        ({"minutes": "21"}, "This module has 20 minutes"),
        ({"on": today() + timedelta(days=1)}, "This day is yet to come"),
        ({"on": "soon"}, "Enter a valid date"),
        ({"note": "x" * 301}, "at most 300"),
    ],
)
def test_bad_input_is_told_and_keeps_what_was_typed(page, house, cohort, missed, wrong, says):
    sent = told(note="Over the handout") | wrong
    html = page(house.tam).post(at(missed, cohort), sent).content.decode()
    assert [says in html, str(sent["note"]) in html] == [True, True]
    assert MadeUp.objects.exists() is False


def test_where_nothing_is_missing_nothing_is_made_up(page, house, cohort, missed):
    html = page(house.tam).post(at(missed, cohort, "talking"), told()).content.decode()
    assert "Nothing is missing in this module." in html


def test_a_way_that_holds_no_more_is_not_written_down(page, house, cohort, missed):
    slot = slot_of(cohort, "values")
    choose_ways(cohort=cohort, ways={slot: []}, by=house.tam)
    html = page(house.tam).post(at(missed, cohort), told()).content.decode()
    assert "No way to make up for this module is chosen." in html
    assert MadeUp.objects.exists() is False


def test_sent_twice_it_counts_once_and_a_mistake_is_taken_off(page, house, cohort, missed):
    tam, sent = page(house.tam), told()
    for _ in range(2):
        tam.post(at(missed, cohort), sent)
    row = MadeUp.objects.get()
    for _ in range(2):
        tam.post(reverse("made-up-end", args=[row.pk]))
    assert standing_of(missed).is_complete is False
    assert Line.objects.filter(verb="make_up.end").count() == 1


def test_the_trainers_page_lists_who_still_has_something_to_make_up(page, house, cohort, missed):
    address = reverse("to-make-up", args=[cohort.pk])
    html = page(house.tam).get(address).content.decode()
    assert ["Lu" in html, "Kit" in html] == [True, False]
    assert "Enough from 6 more on; whole with 10." in html
    page(house.tam).post(at(missed, cohort), told())
    assert "Nobody has anything to make up now." in page(house.tam).get(address).content.decode()


def test_who_missed_something_reads_how_it_can_be_made_up_and_nobody_else_does(
    page, house, cohort, seats, missed
):
    address = reverse("room-standing", args=[cohort.pk])
    lu, kit = (phone(cohort, seat).get(address) for seat in seats[:2])
    assert [one.slot.key for one in lu.context["missed"]] == ["values"]
    assert COURSES_WAY in lu.content.decode()
    assert (kit.context["missed"], COURSES_WAY in kit.content.decode()) == ([], False)
    page(house.tam).post(at(missed, cohort), told(note="Between us"))
    html = phone(cohort, seats[0]).get(address).content.decode()
    assert ["Nothing is missing." in html, "Between us" in html] == [True, False]


def test_a_module_of_another_cohort_is_not_there(page, house, cohort, missed):
    other = begin(house, name="Autumn")
    slot = Slot.objects.get(cohort=other, key="values")
    address = reverse("make-up-record", args=[missed.pk, slot.pk])
    assert page(house.tam).get(address).status_code == 404


@pytest.mark.parametrize("name", ["eve", "oz", "max", "ana"])
def test_who_does_not_lead_it_writes_nothing_down(page, house, cohort, missed, name):
    browser = page(getattr(house, name))
    way = add_way(cohort=cohort, words="A walk", id=new_id(), by=house.tam)
    assert browser.post(at(missed, cohort), told()).status_code == 404
    assert browser.post(reverse("make-up-way-end", args=[way.pk])).status_code == 404
    assert browser.post(reverse("participant-excuse", args=[missed.pk])).status_code == 404
    assert (MadeUp.objects.exists(), MakeUpWay.objects.get().ended_at) == (False, None)


@pytest.mark.django_db(transaction=True)
def test_two_trainers_who_write_it_down_at_once_credit_no_more_than_the_module(
    page, house, cohort, missed
):
    tam, sent = page(house.tam), told(minutes=10)
    got = at_once(*(lambda: tam.post(at(missed, cohort), sent).status_code for _ in range(2)))
    assert (got, MadeUp.objects.count()) == ([302, 302], 1)
    assert standing_of(missed).minutes == 120
    late = sit_down(cohort, "Late")[0].participant
    assert standing_of(late).minutes == 0
