"""The page of a walk: one picture, the same in words and in a table."""

import pytest
from django.urls import reverse

from alongside.common.clock import today
from alongside.journeys.actions.walk import name_concern, see
from alongside.journeys.lists import id_of

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
