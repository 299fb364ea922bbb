"""A program renames a stage, moves it and puts it away: every page follows, no history does."""

import json

import pytest
from django.forms.models import model_to_dict
from django.test import Client

from alongside.contacts.models import Contact
from alongside.journeys.actions.agreeing import agree_plan
from alongside.journeys.actions.plan import hope
from alongside.journeys.actions.stages import call_stage
from alongside.journeys.actions.walk import name_concern, see
from alongside.journeys.lists import id_of
from alongside.journeys.models import Hope, PlanAgreed, Sighting
from alongside.journeys.queries.agreed import fingerprint, plan_now
from alongside.web.presenters.record import parts
from tests.web.kinds import MAKERS
from tests.web.test_wall import addresses, is_ours

pytestmark = pytest.mark.django_db
STAGE = id_of("stage", "stabilization")
OLD, NEW = "Stabilization", "Solid ground, as we say here"
SAY = "You stand, and the ground holds."
#: A plan is a copy of its words. These show it, and so what the stage was called on that day.
AS_AGREED = {"plan-version", "together"}
READERS = ["ana", "max"]


@pytest.fixture
def walked(house):
    told = {"recoveree": house.sam, "by": house.ana}
    concern = name_concern(name="my kids", **told)
    for one in (None, concern):
        see(concern=one, stage_id=STAGE, said_by_person=True, words="It holds.", **told)
    hope(words="A key", stage_id=STAGE, **told)
    agree_plan(read=fingerprint(plan_now(house.sam)), **told)
    return house


def pages(house) -> dict[str, str]:
    """Every page of HTML there is about Sam, or about nobody, by the name of its address."""
    ids = {"recoveree_id": house.sam.pk, "concern_id": Sighting.objects.last().concern_id}
    ids |= {"sighting_id": Sighting.objects.last().pk, "hope_id": Hope.objects.get().pk}
    ids |= {"plan_id": PlanAgreed.objects.get().pk, "stage_id": STAGE}
    ids["contact_id"] = (Contact.objects.first() or made(house, "contact_id")).pk
    found = {}
    for reader in READERS:
        client = Client()
        client.force_login(getattr(house, reader))
        for one in addresses():
            kinds = {one.kind(parameter) for parameter in one.parameters}
            if is_ours(one) and kinds <= set(ids):
                asks = [f"?part={part.key}" for part in parts()] if one.name == "together" else [""]
                html = "".join(shown(client, one.path(ids) + ask) for ask in asks)
                found[one.name] = found.get(one.name, "") + html
    return found


def made(house, kind):
    MAKERS[kind](house)
    return Contact.objects.first()


def shown(client, path) -> str:
    answer = client.get(path)
    is_page = answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
    return answer.content.decode() if is_page else ""


def naming(found, words) -> set[str]:
    return {name for name, html in found.items() if words in html}


def history() -> list[str]:
    rows = [*Sighting.objects.order_by("pk"), *Hope.objects.all(), *PlanAgreed.objects.all()]
    return [json.dumps(model_to_dict(row), default=str) for row in rows]


def test_a_new_name_and_place_reach_every_page_and_no_history(walked):
    before, told = naming(pages(walked), OLD), history()
    call_stage(program=walked.harbor, stage_id=STAGE, name=NEW, say=SAY, order=0, by=walked.max)
    after = pages(walked)
    assert (naming(after, OLD) - {"stage", "stage-words"}, history()) == (AS_AGREED, told)
    assert (len(before) > 10, before - naming(after, NEW)) == (True, {"plan-version"})
    assert SAY in after["stages"]
    assert SAY in after["sighting-new"]
    order = [after["sighting-new"].index(words) for words in (NEW, "Harm reduction")]
    assert order == sorted(order)


def test_put_away_it_is_offered_nowhere_and_stays_where_it_was_said(walked):
    told = history()
    call_stage(
        program=walked.harbor, stage_id=STAGE, name=NEW, order=0, is_shown=False, by=walked.max
    )
    after = naming(pages(walked), NEW)
    assert {"sighting-new", "style-served", "style-reflect"} & after == set()
    assert {"journey", "concern", "together", "plan"} <= after
    assert history() == told


def test_the_sister_program_sees_nothing_of_it(walked):
    call_stage(program=walked.harbor, stage_id=STAGE, name=NEW, order=0, by=walked.max)
    client = Client()
    client.force_login(walked.eve)
    html = shown(client, "/stages/")
    assert (NEW in html, OLD in html) == (False, True)
