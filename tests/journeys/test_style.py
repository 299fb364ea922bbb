"""How help is given: said by two circles of people, and nobody can tell who said what."""

import json

import pytest
from django.apps import apps
from django.db import connection, models
from django.urls import reverse

from alongside.audit.models import Entry
from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.journeys.actions.style import hear_from_served, reflect
from alongside.journeys.models import Reflected, Reflection
from alongside.journeys.policies.style import LEAST_VOICES, half_year_of
from alongside.journeys.queries.stages import stages_in_use
from alongside.journeys.queries.style import Said, style_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def stages(house):
    return stages_in_use(house.harbor)


def say(house, stages, place, *, voice="served", many=1):
    for _ in range(many):
        answers = {stages[0].id: place}
        if voice == "served":
            hear_from_served(program=house.harbor, answers=answers)
        else:
            reflect(program=house.harbor, answers=answers, by=house.ana)


def earlier(half_year="2025-1"):
    """Lets what was said have been said in a half year that is over."""
    Reflection.objects.update(half_year=half_year)


@pytest.mark.parametrize(
    ("day", "half"), [((2026, 6, 30), "2026-1"), ((2026, 7, 1), "2026-2"), ((2026, 1, 1), "2026-1")]
)
def test_a_year_has_two_halves(day, half):
    assert half_year_of(today().replace(*day)) == half


def test_a_coach_reflects_once_in_a_half_year(house, stages):
    say(house, stages, 2, voice="coaches")
    with pytest.raises(NotAllowed):
        say(house, stages, 4, voice="coaches")
    assert list(Reflection.objects.values_list("voice", "place")) == [("coaches", 2)]
    Reflected.objects.update(half_year="2025-1")
    say(house, stages, 4, voice="coaches")
    assert Reflection.objects.count() == 2


def test_each_stage_can_be_skipped_but_for_coaches_not_all(house, stages):
    hear_from_served(program=house.harbor, answers={})
    with pytest.raises(NotAllowed):
        reflect(program=house.harbor, answers={}, by=house.ana)
    assert (Reflection.objects.count(), Reflected.objects.count()) == (0, 0)


@pytest.mark.parametrize("answers", [{"stage": 6}, {"stage": 0}, {"made up": 3}])
def test_only_stages_in_use_and_the_five_places_are_taken(house, stages, answers):
    told = {stages[0].id if key == "stage" else new_id(): n for key, n in answers.items()}
    with pytest.raises(NotAllowed):
        hear_from_served(program=house.harbor, answers=told)


def test_no_column_leads_to_a_voice_and_no_moment_is_kept():
    fields = {field.name: field for field in Reflection._meta.get_fields()}
    assert set(fields) == {"id", "program", "stage", "half_year", "voice", "place"}
    pointed = {f.related_model._meta.label for f in fields.values() if f.is_relation}
    assert pointed == {"team.Program", "journeys.Stage"}
    assert not any(isinstance(field, models.DateField) for field in fields.values())
    pointing = [m for m in apps.get_models() for f in m._meta.concrete_fields if f.related_model]
    assert not any(
        f.related_model is Reflection
        for m in pointing
        for f in m._meta.concrete_fields
        if f.related_model
    )


def stored(columns):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM journeys_reflection")
        return cursor.fetchall()


def test_ids_are_random_and_no_row_keeps_its_id_when_another_voice_comes_in(house, stages):
    say(house, stages, 1, many=3)
    before = {row.pk for row in Reflection.objects.all()}
    say(house, stages, 5)
    after = {row.pk for row in Reflection.objects.all()}
    assert before & after == set()
    assert {pk.version for pk in after} == {4}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a rowid is SQLite's")
def test_the_order_in_the_file_does_not_tell_who_came_first(house, stages):
    """Forty voices one way, then one the other way: it stands anywhere among them."""
    say(house, stages, 1, many=8)
    found = set()
    for _ in range(25):
        say(house, stages, 5)
        places = [place for _row, place in sorted(stored("rowid, place"))]
        found.add(places.index(5))
        Reflection.objects.filter(pk=Reflection.objects.filter(place=5).first().pk).delete()
    assert len(found) > 2


def test_the_trail_tells_that_a_coach_reflected_and_nothing_more(house, stages):
    last = Entry.objects.order_by("pk").last().pk
    reflect(program=house.harbor, answers={stage.id: 4 for stage in stages}, by=house.ana)
    [line] = Entry.objects.filter(pk__gt=last)
    assert (line.verb, line.detail, line.actor_id) == ("style.reflect", "", house.ana.pk)
    assert line.object_id == Reflected.objects.get().pk
    told = json.dumps(Entry.objects.filter(pk=line.pk).values().get(), default=str)
    ids = [str(pk) for row in Reflection.objects.all() for pk in (row.pk, row.stage_id)]
    assert [pk for pk in ids if pk in told or pk.replace("-", "") in told] == []


def test_what_a_person_said_leaves_no_line_at_all(page, house, stages):
    browser = page(house.ana)
    browser.get(reverse("person", args=[house.sam.pk]))
    last = Entry.objects.order_by("pk").last().pk
    address = reverse("style-served")
    browser.get(address)
    browser.post(address, {"id": new_id(), f"stage_{stages[0].id.hex}": 2})
    assert Reflection.objects.count() == 1
    assert not Entry.objects.filter(pk__gt=last).exists()


def test_fewer_than_five_voices_are_not_shown(house, stages):
    assert LEAST_VOICES == 5
    say(house, stages, 2, many=4)
    earlier()
    [told] = style_of(house.harbor)["2025-1"]
    assert told.voices == (Said("coaches", None), Said("served", None))
    say(house, stages, 5)
    earlier()
    [told] = style_of(house.harbor)["2025-1"]
    assert told.voices == (Said("coaches", None), Said("served", (0, 4, 0, 0, 1)))


def test_a_half_year_that_runs_is_not_shown(house, stages):
    say(house, stages, 3, many=9)
    assert style_of(house.harbor) == {}


def test_another_program_sees_nothing_of_it(house, stages):
    say(house, stages, 3, many=9)
    earlier()
    assert style_of(house.bridge) == {}
    assert list(style_of(house.harbor)) == ["2025-1"]


def test_the_page_shows_both_side_by_side_as_drawing_and_table(page, house, stages):
    say(house, stages, 2, many=5)
    earlier()
    shown = page(house.ana).get(reverse("style")).content.decode()
    assert "January to June 2025" in shown
    assert shown.count("too few to show") == 2
    assert '<td class="govuk-table__cell">5</td>' in shown
    assert [
        name for name in ("Ana", "average", "score of") if name in shown.split("<main")[1]
    ] == []


def test_on_its_page_a_coach_reflects_once(page, house, stages):
    browser, address = page(house.ana), reverse("style-reflect")
    told = {f"stage_{stages[0].id.hex}": 4, f"stage_{stages[1].id.hex}": ""}
    assert [browser.post(address, told).url for _ in range(2)] == [reverse("style")] * 2
    assert list(Reflection.objects.values_list("stage", "place")) == [(stages[0].id, 4)]
    assert "<form" not in browser.get(address).content.decode().split("<main")[1].split("</main")[0]


def test_a_double_tap_by_a_person_counts_once(page, house, stages):
    browser, address = page(house.ana), reverse("style-served")
    told = {"id": new_id(), f"stage_{stages[0].id.hex}": 1}
    assert [browser.post(address, told).status_code for _ in range(2)] == [302, 302]
    assert Reflection.objects.count() == 1
    shown = browser.get(address).content.decode()
    assert "This page does not know who you are" in shown
    assert "Sam" not in shown


@pytest.mark.parametrize("name", ["oz", "rex", "val", "ada", "tam"])
@pytest.mark.parametrize("where", ["style", "style-reflect", "style-served"])
def test_only_those_who_walk_here_open_these_pages(page, house, name, where):
    assert page(getattr(house, name)).get(reverse(where)).status_code == 404
