"""The page of a walk: one picture, the same in words and in a table."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.common.clock import now, today
from alongside.contacts.models import Attendance, Contact, Move, MoveMade
from alongside.contacts.queries.crafts import days_met
from alongside.journeys.actions.plan import hope, set_goal
from alongside.journeys.actions.walk import name_concern, see
from alongside.journeys.lists import id_of
from alongside.people.actions import join_records, start_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk_of(page):
    def read(account, person, **query):
        return page(account).get(reverse("journey", args=[person.pk]), query)

    return read


def test_eve_does_not_find_it(walk_of, eve, sam):
    assert walk_of(eve, sam).status_code == 404


def test_an_empty_walk_draws_nothing(walk_of, ana, sam):
    answer = walk_of(ana, sam)
    assert b'<svg class="walk"' not in answer.content
    assert answer.context["walk"].sentences == []


def test_a_sighting_is_in_the_picture_the_table_and_a_sentence(walk_of, ana, sam):
    see(recoveree=sam, stage_id=id_of("stage", "stabilization"), by=ana)
    walk = walk_of(ana, sam).context["walk"]
    assert [row.what for year in walk.years for row in year.rows] == ["Stabilization"]
    assert len(list(walk.picture.marks())) == 1
    assert walk.sentences[0].endswith("Sam said: Stabilization.")
    assert str(today().year) in walk.sentences[0]


def test_hostile_names_are_only_words(walk_of, ana, sam):
    concern = name_concern(recoveree=sam, name='"><script>alert(1)</script>', by=ana)
    see(recoveree=sam, concern=concern, stage_id=id_of("stage", "engagement"), by=ana)
    answer = walk_of(ana, sam)
    assert b"<script>alert" not in answer.content
    assert b"&lt;script&gt;alert" in answer.content


def rows_of(answer):
    return [row for year in answer.context["walk"].years for row in year.rows]


def a_contact(house, *, days=10, moves=2):
    at = now() - timedelta(days=days)
    contact = Contact.objects.create(program=house.harbor, by=house.ana, staff=house.ana, at=at)
    Attendance.objects.create(contact=contact, recoveree=house.sam, by=house.ana, at=at)
    for move in Move.objects.all()[:moves]:
        MoveMade.objects.create(contact=contact, move=move)


def lived(house, times):
    """Sam with so many sightings, hopes, goals and contacts, each a week apart."""
    concern = name_concern(recoveree=house.sam, name="my kids", by=house.ana)
    stage = id_of("stage", "stabilization")
    for n in range(times):
        day = today() - timedelta(days=7 * n)
        told = {"recoveree": house.sam, "by": house.ana}
        see(**told, concern=[None, concern][n % 2], stage_id=stage, seen_on=day, words="So.")
        hope(**told, words="A key", stage_id=stage)
        set_goal(**told, words="A card")
        a_contact(house, days=7 * n)


def test_the_table_and_the_picture_hold_the_same_facts(walk_of, house):
    lived(house, 9)
    answer = walk_of(house.ana, house.sam)
    marks = list(answer.context["walk"].picture.marks())
    by_mark = [sum(row.mark == number for row in rows_of(answer)) for number in range(len(marks))]
    assert by_mark == [len(facts) for facts in marks]


def test_the_number_of_queries_does_not_grow(walk_of, house):
    def asked():
        with CaptureQueriesContext(connection) as told:
            walk_of(house.ana, house.sam)
        return len(told)

    lived(house, 2)
    asked()
    few = asked()
    lived(house, 12)
    assert asked() == few


def test_what_lies_on_a_joined_record_is_drawn(walk_of, house):
    other = start_person(program=house.harbor, called="Sammy", by=house.ana)
    concern = name_concern(recoveree=other, name="my kids", by=house.ana)
    see(recoveree=other, concern=concern, stage_id=id_of("stage", "engagement"), by=house.ana)
    join_records(kept=house.sam, joined=other, by=house.max)
    rows = rows_of(walk_of(house.ana, house.sam))
    assert [(row.about, row.what) for row in rows] == [("my kids", "Engagement and persuasion")]


def test_a_corrected_sighting_is_not_drawn(walk_of, ana, sam):
    slip = see(recoveree=sam, stage_id=id_of("stage", "engagement"), by=ana)
    see(recoveree=sam, stage_id=id_of("stage", "stabilization"), corrects=slip, by=ana)
    assert [row.what for row in rows_of(walk_of(ana, sam))] == ["Stabilization"]


def test_one_may_choose_concerns_and_a_span(walk_of, ana, sam):
    stage = id_of("stage", "engagement")
    kids, court = (name_concern(recoveree=sam, name=n, by=ana) for n in ("my kids", "the court"))
    long_ago = today() - timedelta(days=200)
    for concern, day in [(kids, today()), (court, today()), (kids, long_ago)]:
        see(recoveree=sam, concern=concern, stage_id=stage, seen_on=day, by=ana)
    rows = rows_of(walk_of(ana, sam, chosen=1, concern=str(kids.pk), span="quarter"))
    assert [(row.about, row.day) for row in rows] == [("my kids", today())]


@pytest.mark.parametrize("query", [{"span": "x"}, {"chosen": "1", "concern": "none"}])
def test_a_made_up_choice_is_no_error(walk_of, ana, sam, query):
    see(recoveree=sam, stage_id=id_of("stage", "engagement"), by=ana)
    assert len(rows_of(walk_of(ana, sam, **query))) == 1


def test_both_crafts_are_a_row_with_the_days(walk_of, house):
    see(recoveree=house.sam, stage_id=id_of("stage", "engagement"), by=house.ana)
    a_contact(house, moves=Move.objects.count())
    [row] = [row for row in rows_of(walk_of(house.ana, house.sam)) if row.mark == 1]
    assert row.about == "Contacts"
    assert "Recovery coaching: " in row.who
    assert "Harm reduction: " in row.who


def test_who_may_not_read_contacts_sees_none_of_their_moves(house):
    a_contact(house)
    assert days_met(house.eve, house.sam) == []
    assert len(days_met(house.ana, house.sam)) == 1
