"""Concerns and sightings: in any order, never changed, nothing computed."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.journeys.actions.stages import add_stage, call_stage
from alongside.journeys.actions.walk import name_concern, reword_concern, see, turn_concern
from alongside.journeys.lists import id_of
from alongside.journeys.models import FormerName, Sighting
from alongside.journeys.queries.stages import stages_in_use, stages_of
from alongside.journeys.queries.walk import concerns_of, sightings_of, sightings_that_hold
from alongside.people.models import Rhythm

pytestmark = pytest.mark.django_db

REST, WAKE = Rhythm.Kind.RESTING, Rhythm.Kind.AWAKE


def stage(key):
    return id_of("stage", key)


def test_any_stage_may_come_first_and_any_may_follow(ana, sam):
    keys = ["recovery_management", "harm_reduction", "active_treatment", "harm_reduction"]
    for days, key in enumerate(keys):
        see(recoveree=sam, stage_id=stage(key), seen_on=date(2026, 1, 1 + days), by=ana)
    assert [row.stage.key for row in sightings_of(sam)] == list(reversed(keys))


@pytest.mark.parametrize("answer", [Sighting.Answer.NOT_KNOWN, Sighting.Answer.NOT_MY_WORD])
def test_not_known_and_not_my_word_are_answers(ana, sam, answer):
    row = see(recoveree=sam, answer=answer, stage_id=stage("engagement"), by=ana)
    assert (row.answer, row.stage) == (answer, None)


def test_a_sighting_of_a_stage_names_one(ana, sam):
    with pytest.raises(NotAllowed):
        see(recoveree=sam, by=ana)


def test_nothing_is_seen_before_its_day(ana, sam):
    with pytest.raises(NotAllowed):
        tomorrow = today() + timedelta(days=1)
        see(recoveree=sam, stage_id=stage("engagement"), seen_on=tomorrow, by=ana)


def test_a_slip_is_corrected_by_a_later_row_and_once(ana, sam):
    slip = see(recoveree=sam, stage_id=stage("engagement"), by=ana)
    right = see(recoveree=sam, stage_id=stage("stabilization"), corrects=slip, by=ana)
    assert list(sightings_that_hold(sam)) == [right]
    assert sightings_of(sam).count() == 2
    with pytest.raises(NotAllowed):
        see(recoveree=sam, stage_id=stage("engagement"), corrects=slip, by=ana)


def test_the_database_refuses_to_change_a_sighting(ana, sam):
    row = see(recoveree=sam, stage_id=stage("engagement"), by=ana)
    with pytest.raises(DatabaseError), transaction.atomic():
        Sighting.objects.filter(pk=row.pk).update(seen_on=date(2026, 1, 1))


def test_a_concern_rests_and_wakes(ana, sam):
    concern = name_concern(recoveree=sam, name="my kids", by=ana)
    turn_concern(concern=concern, kind=REST, by=ana)
    assert [one.is_resting for one in concerns_of(sam)] == [True]
    with pytest.raises(NotAllowed):
        turn_concern(concern=concern, kind=REST, by=ana)
    turn_concern(concern=concern, kind=WAKE, by=ana)
    assert [one.is_resting for one in concerns_of(sam)] == [False]


def test_a_concern_gets_other_words_and_those_before_are_kept(ana, sam):
    concern = name_concern(recoveree=sam, name="fetty", by=ana)
    reword_concern(concern=concern, name="the fentanyl", by=ana)
    assert [one.name for one in concerns_of(sam)] == ["the fentanyl"]
    assert [row.name for row in FormerName.objects.all()] == ["fetty"]


def test_a_programs_words_for_a_stage_change_every_page_and_no_history(ana, max, sam):
    row = see(recoveree=sam, stage_id=stage("engagement"), by=ana)
    call_stage(program=sam.program, stage_id=stage("engagement"), name="Hello", order=9, by=max)
    names = {one.id: one.name for one in stages_of(sam.program)}
    assert names[row.stage_id] == "Hello"
    assert Sighting.objects.get().stage.name == "Engagement and persuasion"


def test_another_program_keeps_its_own_words(max, sam, eve):
    call_stage(program=sam.program, stage_id=stage("engagement"), name="Hello", order=9, by=max)
    [theirs] = {m.program for m in eve.memberships.all()}
    assert "Hello" not in {one.name for one in stages_of(theirs)}


def test_a_program_may_add_a_stage_and_use_primary_prevention(max, sam):
    own = add_stage(program=sam.program, name="Coming home", order=4, by=max)
    call_stage(program=sam.program, stage_id=stage("primary_prevention"), order=0, by=max)
    shown = [one.id for one in stages_in_use(sam.program)]
    assert shown[0] == stage("primary_prevention")
    assert own.pk in shown


def test_primary_prevention_is_not_shown_at_first(sam):
    assert stage("primary_prevention") not in {one.id for one in stages_in_use(sam.program)}
