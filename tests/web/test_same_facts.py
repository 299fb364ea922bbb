"""Any walk, stored and shown: the table and the SVG hold the same facts, each once."""

from collections import Counter
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import transaction
from django.template.loader import render_to_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.common.clock import today
from alongside.journeys.actions.plan import hope, set_goal
from alongside.journeys.actions.walk import name_concern, see
from alongside.journeys.lists import STAGES, id_of
from alongside.journeys.models import Sighting
from alongside.people.actions.telling import place
from alongside.web.presenters.journey.facts import Asked
from alongside.web.presenters.journey.page import walk_shown

pytestmark = pytest.mark.django_db
GROUPS = "{http://www.w3.org/2000/svg}g"
KEYS = [key for key, *_ in STAGES if key != "primary_prevention"]
LINES = ["The journey in general", "fentanyl", "my kids", "the court"]
AGO = st.integers(0, 5 * 365)
SEEN = st.tuples(st.sampled_from(LINES), AGO, st.sampled_from([*KEYS, None]), st.booleans())
HOPED = st.tuples(st.sampled_from(LINES), st.sampled_from(KEYS), st.none() | st.integers(1, 900))


def tell(house, seen, hoped, goals, places):
    told = {"recoveree": house.sam, "by": house.ana}
    concerns = {name: name_concern(name=name, **told) for name in LINES[1:]} | {LINES[0]: None}
    for line, ago, key, is_said in seen:
        at = {"stage_id": id_of("stage", key)} if key else {"answer": "not_known"}
        day = today() - timedelta(days=ago)
        see(concern=concerns[line], seen_on=day, said_by_person=is_said, **at, **told)
    for line, key, days in hoped:
        by_on = today() + timedelta(days=days) if days else None
        where = {"concern": concerns[line], "stage_id": id_of("stage", key)}
        hope(words="A key", by_on=by_on, **where, **told)
    for _ in range(goals):
        set_goal(words="A card", **told)
    for ago in places:
        place(kind="hospital", since=today() - timedelta(days=ago), **told)
    return frozenset(str(one.pk) for one in concerns.values() if one)


def signs_in(svg: str) -> int:
    """How many signs stand in the groups of signs."""
    root = ElementTree.fromstring(svg.replace("<svg ", f'<svg xmlns="{GROUPS[1:-2]}" ', 1))
    groups = [one for one in root.iter(GROUPS) if "marks" in one.get("class", "").split()]
    return sum(len(one) for one in groups)


def sighted(seen) -> Counter:
    names = {key: str(name) for key, name, *_ in STAGES}
    unknown = str(Sighting.Answer.NOT_KNOWN.label)
    return Counter(
        (today() - timedelta(days=ago), line, names.get(key, unknown)) for line, ago, key, _ in seen
    )


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seen=st.lists(SEEN, min_size=1, max_size=25),
    hoped=st.lists(HOPED, max_size=3),
    goals=st.integers(0, 3),
    places=st.lists(AGO, max_size=3),
)
def test_the_table_and_the_svg_hold_the_same_facts(house, seen, hoped, goals, places):
    with transaction.atomic():
        concerns = tell(house, seen, hoped, goals, places)
        shown = walk_shown(house.ana, house.sam, Asked(concerns=concerns, year="all"))
        transaction.set_rollback(True)
    marks = list(shown.picture.marks())
    rows = [row for year in shown.years for row in year.rows]
    assert Counter(row.mark for row in rows) == Counter(
        {number: len(facts) for number, facts in enumerate(marks)}
    )
    svg = render_to_string("journeys/_picture.svg", {"picture": shown.picture})
    assert signs_in(svg) == len(marks)
    assert sighted(seen) - Counter((row.day, row.about, row.what) for row in rows) == Counter()
    assert sum(row.what.startswith("Hope") for row in rows) == len(hoped)
