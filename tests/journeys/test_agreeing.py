"""The plan: written side by side, agreed by the person's word, and kept as it was."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.journeys.actions import agreeing, plan, safety
from alongside.journeys.actions.agreeing import agree_plan, write_part
from alongside.journeys.actions.walk import name_concern
from alongside.journeys.lists import id_of
from alongside.journeys.models import PlanAgreed, PlanPart, StageHere
from alongside.journeys.queries.agreed import content_in, fingerprint, has_changed, plan_now
from alongside.journeys.queries.plan import plan_parts_of, plans_agreed_of
from alongside.people.actions import join_records, start_person
from alongside.people.actions.safety import record_death

pytestmark = pytest.mark.django_db


def agree(sam, by, **more):
    return agree_plan(recoveree=sam, read=fingerprint(plan_now(sam)), by=by, **more)


@pytest.fixture
def written(ana, sam):
    """A plan with something of everything."""
    told = {"recoveree": sam, "by": ana}
    concern = name_concern(name="my kids", dimension="community", **told)
    goal = plan.set_goal(words="See them on Sundays", concern=concern, **told)
    plan.add_step(goal=goal, words="Call Lou", by=ana)
    plan.set_goal(words="An ID card", **told)
    plan.add_strength(words="I get up again", dimension="health", **told)
    plan.hope(stage_id=id_of("stage", "recovery_management"), **told)
    safety.write_safer_plan(naloxone="In the blue bag", **told)
    return write_part(dimension="home", words="A door I can lock", **told)


def side(content, dimension):
    return next(one for one in content["sides"] if one["dimension"] == dimension)


def test_each_thing_stands_on_its_side_of_life(sam, written):
    now = plan_now(sam)
    told = {
        one["dimension"]: [one["words"], [goal["words"] for goal in one["goals"]], one["strengths"]]
        for one in now["sides"]
    }
    assert told == {
        "health": ["", [], ["I get up again"]],
        "home": ["A door I can lock", [], []],
        "purpose": ["", [], []],
        "community": ["", ["See them on Sundays"], []],
        "": ["", ["An ID card"], []],
    }
    assert now["hopes"][0]["stage"] == "Recovery management"


def test_a_version_stays_as_it_was_whatever_changes(ana, sam, written):
    row, before = agree(sam, ana, with_safer=True), plan_now(sam)
    write_part(recoveree=sam, dimension="home", words="A house", began_from=written.pk, by=ana)
    for goal in plan.Goal.objects.all():
        plan.end_goal(goal=goal, outcome="let_go", by=ana)
    stage = id_of("stage", "recovery_management")
    StageHere.objects.create(program=sam.program, stage_id=stage, name="Walking on", order=1)
    assert content_in(plans_agreed_of(sam).get(pk=row.pk)) == before
    assert plan_now(sam)["hopes"][0]["stage"] == "Walking on"


def test_the_database_refuses_to_change_what_was_agreed(ana, sam, written):
    row = agree(sam, ana)
    with pytest.raises(DatabaseError), transaction.atomic():
        PlanAgreed.objects.filter(pk=row.pk).update(agreed_on=today() - timedelta(days=1))


def test_the_plan_to_be_safer_belongs_to_it_only_by_their_wish(ana, sam, written):
    assert content_in(agree(sam, ana))["safer"] is None
    assert content_in(agree(sam, ana, with_safer=True))["safer"]["naloxone"] == "In the blue bag"


def test_nobody_agrees_to_words_that_were_not_on_the_page(ana, ben, sam, written):
    read = fingerprint(plan_now(sam))
    plan.add_strength(recoveree=sam, words="I fix engines", by=ben)
    with pytest.raises(NotAllowed, match="Read it once more"):
        agree_plan(recoveree=sam, read=read, by=ana)
    assert plans_agreed_of(sam).count() == 0


def test_the_same_words_on_one_day_are_one_version_and_the_next_day_another(
    ana, ben, sam, written, monkeypatch
):
    id = new_id()
    rows = [agree(sam, ana, id=id), agree(sam, ana, id=id), agree(sam, ben, id=new_id())]
    assert {row.pk for row in rows} == {id}
    tomorrow = today() + timedelta(days=1)
    monkeypatch.setattr(agreeing, "today", lambda: tomorrow)
    assert agree(sam, ana).agreed_on == tomorrow
    assert plans_agreed_of(sam).count() == 2


def test_an_empty_plan_is_not_agreed_to(ana, sam):
    with pytest.raises(NotAllowed):
        agree(sam, ana)


def test_after_a_death_nobody_agrees(ana, sam, written):
    record_death(recoveree=sam, by=ana)
    with pytest.raises(NotAllowed):
        agree(sam, ana)


def test_that_a_plan_has_changed_is_seen_and_a_step_taken_is_no_change(ana, sam, written):
    agreed = content_in(agree(sam, ana, with_safer=True))
    goal = plan.Goal.objects.exclude(concern=None).get()
    plan.take_step(step=goal.steps.get(), taken_by="together", by=ana)
    assert not has_changed(agreed, plan_now(sam))
    plan.add_step(goal=goal, words="Write to Lou", by=ana)
    assert has_changed(agreed, plan_now(sam))


def test_a_new_plan_to_be_safer_changes_only_a_plan_it_belongs_to(ana, sam, written):
    with_it, without = (content_in(agree(sam, ana, with_safer=wish)) for wish in (True, False))
    safety.write_safer_plan(recoveree=sam, naloxone="With Kit", by=ana)
    assert [has_changed(one, plan_now(sam)) for one in (with_it, without)] == [True, False]


def test_two_who_write_at_once_lose_nothing(ana, ben, sam, written):
    said = {"recoveree": sam, "dimension": "home", "began_from": written.pk}
    first = write_part(words="Lou's couch", by=ana, **said)
    with pytest.raises(NotAllowed, match="Somebody else has just written here"):
        write_part(words="A tent", by=ben, **said)
    assert plan_parts_of(sam)["home"] == first


def test_a_side_sent_twice_is_written_once_and_what_it_said_before_stays(ana, sam, written):
    said = {"recoveree": sam, "dimension": "home", "began_from": written.pk, "words": "A house"}
    id = new_id()
    rows = [write_part(id=id, by=ana, **said) for _ in range(2)]
    assert rows[0] == rows[1] == plan_parts_of(sam)["home"]
    assert PlanPart.objects.count() == 2


def test_a_plan_on_a_joined_record_is_theirs(ana, sue, sam, written):
    row = agree(sam, ana)
    other = start_person(program=sam.program, called="Sammy", by=ana)
    join_records(kept=other, joined=sam, by=sue)
    assert list(plans_agreed_of(other)) == [row]


def test_a_long_plan_asks_no_more_than_a_short_one(ana, sam, written):
    def asked():
        with CaptureQueriesContext(connection) as seen:
            plan_now(sam)
        return len(seen)

    before = asked()
    for number in range(5):
        goal = plan.set_goal(recoveree=sam, words=f"goal {number}", by=ana)
        plan.add_step(goal=goal, words="a step", by=ana)
    assert asked() == before
