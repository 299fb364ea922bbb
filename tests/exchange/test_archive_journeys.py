"""Everything of a journey leaves in the archive and comes back, byte by byte."""

import io
import json

import pytest
from django.apps import apps
from django.core.management import call_command

from alongside.common.clock import today
from alongside.common.sealing import keyring
from alongside.contacts import models as contacts
from alongside.exchange.archive import opened, read_archive
from alongside.exchange.archive.tables import rows_of
from alongside.journeys import models as journeys
from alongside.journeys.actions.stages import add_stage, call_stage
from alongside.journeys.actions.style import hear_from_served, reflect
from alongside.journeys.queries.stages import stages_in_use
from alongside.journeys.queries.walk import sightings_that_hold
from alongside.people.actions import join_records, start_person
from alongside.people.models import Recoveree
from tests.conftest import build_house
from tests.exchange.test_archive import archive, measure


def fill(house):
    """One of every kind of row that journeys keep, some on a record that is joined."""
    by = {"recoveree": house.sam, "by": house.ana}
    concern = _walk(house, by)
    _plan(by, concern)
    measure(house)
    wish = journeys.CheckInWish.objects.create(**by, next_on=today(), until=today())
    journeys.CheckIn.objects.create(**by, wish=wish, answer="talked", words="Así, así")
    reflect(program=house.harbor, answers=_answers(house), by=house.ana)
    hear_from_served(program=house.harbor, answers=_answers(house))
    twin = start_person(program=house.harbor, called="Sammy", by=house.ana)
    theirs = journeys.Concern.objects.create(recoveree=twin, by=house.ana, name="the court")
    journeys.Sighting.objects.create(
        recoveree=twin, by=house.ana, concern=theirs, answer="not_my_word"
    )
    join_records(kept=house.sam, joined=twin, by=house.max)


def _answers(house):
    return {stage.id: 3 for stage in stages_in_use(house.harbor)}


def _walk(house, by):
    own = add_stage(program=house.harbor, name="On the river", by=house.max)
    call_stage(program=house.harbor, stage_id=own.pk, name="By the river", order=2, by=house.max)
    pathway = journeys.Pathway.objects.create(program=house.harbor, name="The boat")
    journeys.PathwayChosen.objects.create(**by, pathway=pathway)
    concern = journeys.Concern.objects.create(**by, name="mis hijos", dimension="community")
    journeys.FormerName.objects.create(**by, concern=concern, name="the kids")
    journeys.ConcernRhythm.objects.create(**by, concern=concern, kind="resting")
    slip = journeys.Sighting.objects.create(**by, concern=concern, stage=own, words="—")
    journeys.Sighting.objects.create(**by, concern=concern, answer="not_known", corrects=slip)
    journeys.ChangeTalk.objects.create(**by, concern=concern, talk="doing", words="=1+1")
    contact = contacts.Contact.objects.create(program=house.harbor, by=house.ana)
    contacts.Attendance.objects.create(**by, contact=contact)
    move = contacts.Move.objects.create(program=house.harbor, craft="rc", name="Rowed along")
    made = contacts.MoveMade.objects.create(contact=contact, move=move)
    contacts.MoveFor.objects.create(made=made, concern=concern)
    return concern


def _plan(by, concern):
    journeys.Hope.objects.create(**by, concern=concern, words="a garden", by_on=today())
    goal = journeys.Goal.objects.create(**by, words="An ID card", who_helps="my aunt")
    journeys.Goal.objects.create(**by, words="Two ID cards", follows=goal)
    journeys.Step.objects.create(**by, goal=goal, words="ask")
    journeys.Strength.objects.create(**by, words="I get up again")
    journeys.Medicine.objects.create(**by, name="methadone", words="steady")
    journeys.PlanPart.objects.create(**by, dimension="home", words="a door")
    journeys.PlanAgreed.objects.create(**by, content='{"home":"a door"}')
    journeys.SaferPlan.objects.create(**by, safer="go slow")
    journeys.Overdose.objects.create(**by, told_by="ally", words="rest")


@pytest.mark.django_db(transaction=True)
def test_every_table_of_a_journey_comes_back_byte_by_byte():
    house = build_house()
    fill(house)
    first = archive(house.harbor, house.max)
    told = {json.loads(line).get("table") for line in first.splitlines()}
    models = [*apps.get_app_config("journeys").get_models(), contacts.MoveFor]
    assert [m._meta.label for m in models if m._meta.label_lower not in told] == []
    call_command("flush", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    keyring.forget()
    program = read_archive(opened(io.BytesIO(first)))
    [max_] = [a for a in rows_of(apps.get_model("team.Account"), program) if a.name == "Max"]
    assert archive(program, max_) == first
    [sam] = [p for p in Recoveree.objects.all() if p.called == "Sam"]
    drawn = [(row.concern.name, row.answer) for row in sightings_that_hold(sam)]
    assert sorted(drawn) == [("mis hijos", "not_known"), ("the court", "not_my_word")]


@pytest.mark.django_db
def test_what_was_said_of_the_style_travels_without_order_or_voice(house):
    reflect(program=house.harbor, answers=_answers(house), by=house.ana)
    rows = [json.loads(line) for line in archive(house.harbor, house.max).splitlines()]
    told = [row["row"] for row in rows if row.get("table") == "journeys.reflection"]
    assert [row["id"] for row in told] == sorted(row["id"] for row in told)
    keys = {"id", "program_id", "stage_id", "half_year", "voice", "place"}
    assert [set(row) for row in told] == [keys] * len(_answers(house))
