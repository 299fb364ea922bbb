"""The picture of a walk as data: any walk draws, and the drawing says what the facts say."""

import random
import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from xml.etree import ElementTree

from django.template.loader import render_to_string
from hypothesis import given, settings

from alongside.web.pictures.columns import SLANTED, STEEP
from alongside.web.pictures.facts import GENERAL, Hope, Met, Sighting, Stage, Walk
from alongside.web.pictures.walk import draw
from tests.web.walks import LINES, STAGES, TODAY, five_years, walks

SVG = "{http://www.w3.org/2000/svg}"
DAY = timedelta(days=1)


def written(walk: Walk) -> str:
    return render_to_string("journeys/_picture.svg", {"picture": draw(walk)})


def root_of(svg: str):
    return ElementTree.fromstring(svg.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


def sights(*days_and_stages, line=GENERAL):
    return tuple(
        Sighting(f"{n}", line, TODAY - days * DAY, stage, "stage", True)
        for n, (days, stage) in enumerate(days_and_stages)
    )


def a_walk(**facts) -> Walk:
    return Walk(**{"today": TODAY, "stages": STAGES, "lines": LINES[:2], **facts})


@settings(deadline=None, max_examples=60)
@given(walks())
def test_any_walk_draws_well_formed_and_inside_its_frame(walk):
    root = root_of(written(walk))
    width, height = map(int, root.get("viewBox").split()[2:])
    for use in root.iter(f"{SVG}use"):
        assert 0 <= int(use.get("x", 0)) <= width
        assert 0 <= int(use.get("y", 0)) <= height
    for path in root.findall(f"{SVG}g/{SVG}path"):
        x, y = absolute(path.get("d"))
        assert (x <= width, y <= height) == (True, True)


def absolute(path: str) -> tuple[int, int]:
    """The farthest places that absolute commands of a path name."""
    numbers = re.findall(r"[ML]?(-?\d+) (-?\d+)", re.sub(r"[hv]-?\d+", "", path))
    assert all(int(x) >= 0 and int(y) >= 0 for x, y in numbers)
    return max((int(x) for x, _ in numbers), default=0), max(
        (int(y) for _, y in numbers), default=0
    )


@settings(deadline=None, max_examples=60)
@given(walks())
def test_the_order_of_entry_does_not_matter(walk):
    mixed = {}
    for name in ("sightings", "hopes", "events", "met"):
        mixed[name] = tuple(random.sample(getattr(walk, name), len(getattr(walk, name))))
    assert draw(replace(walk, **mixed)) == draw(walk)


@settings(deadline=None, max_examples=60)
@given(walks())
def test_every_fact_is_in_one_sign_and_every_sign_is_written_once(walk):
    picture = draw(walk)
    told = [fact for facts in picture.marks() for fact in facts]
    of_picture = [gap.fact for gap in picture.gaps] + [one.fact for one in picture.border.bins]
    rows = [one.id for one in (*walk.sightings, *walk.hopes, *walk.events)]
    assert sorted(told) == sorted(rows + of_picture)
    groups = [g for g in root_of(written(walk)).iter(f"{SVG}g") if "marks" in g.get("class", "")]
    assert sum(len(group) for group in groups) == len(list(picture.marks()))


@settings(deadline=None, max_examples=40)
@given(walks())
def test_a_day_with_contacts_is_in_one_bin(walk):
    days = [day for one in draw(walk).border.bins for day in one.days]
    assert sorted(days) == sorted(one.day for one in walk.met)


def test_five_years_of_a_thousand_sightings_fit_in_sixty_kilobytes():
    assert len(written(five_years()).encode()) <= 60_000


def test_no_stage_is_above_another():
    """One day, each of the stages: all at one height, in the order of the program."""
    ways = [draw(a_walk(sightings=sights((10, stage.id)))).lines[0].marks[0] for stage in STAGES]
    assert len({mark.y for mark in ways}) == 1
    assert [mark.x for mark in ways] == sorted({mark.x for mark in ways})
    assert len({field.width for field in draw(a_walk()).fields}) == 1


def test_another_order_of_the_program_moves_the_stages_and_nothing_else():
    first, *_, last = STAGES
    facts = sights((90, first.id), (30, last.id))
    one = draw(a_walk(sightings=facts)).lines[0]
    other = draw(a_walk(sightings=facts, stages=STAGES[::-1])).lines[0]
    assert [mark.x for mark in one.marks] == [mark.x for mark in other.marks][::-1]
    assert [(m.y, m.shape) for m in one.marks] == [(m.y, m.shape) for m in other.marks]


def test_forwards_and_backwards_are_drawn_alike():
    first, *_, last = STAGES
    there = written(a_walk(sightings=sights((90, first.id), (30, last.id))))
    back = written(a_walk(sightings=sights((90, last.id), (30, first.id))))
    bare = [re.sub(r"\d+", "0", svg) for svg in (there, back)]
    assert bare[0] == bare[1]


def test_a_hope_is_dotted_from_the_latest_point_and_no_line_goes_there():
    hope = Hope("h", GENERAL, STAGES[3].id, TODAY + 40 * DAY)
    line = draw(a_walk(sightings=sights((90, STAGES[0].id)), hopes=(hope,))).lines[0]
    point, hoped = line.marks
    assert line.dots == f"M{point.x} {point.y} {hoped.x} {hoped.y}"
    assert line.path == ""
    assert hoped.y > draw(a_walk(sightings=sights((90, STAGES[0].id)))).today_y


def test_a_line_breaks_where_long_nothing_was_written():
    stage = STAGES[0].id
    apart = draw(a_walk(sightings=sights((300, stage), (290, stage), (100, stage), (90, stage))))
    assert apart.lines[0].path.count("M") == 2
    assert [(gap.since, gap.until) for gap in apart.gaps] == [
        (TODAY - 290 * DAY, TODAY - 100 * DAY)
    ]


def test_a_line_breaks_where_nobody_could_say_and_the_answer_is_drawn():
    facts = list(sights((90, STAGES[0].id), (60, None), (30, STAGES[0].id)))
    facts[1] = facts[1]._replace(answer="not_known")
    line = draw(a_walk(sightings=tuple(facts))).lines[0]
    assert line.path == ""
    assert [mark.shape for mark in line.marks] == ["f0", "v", "f0"]
    assert line.marks[1].x < line.marks[0].x


def test_said_and_seen_are_told_apart_by_shape():
    said, seen = sights((90, STAGES[0].id), (30, STAGES[0].id))
    line = draw(a_walk(sightings=(said, seen._replace(is_said=False)))).lines[0]
    assert [mark.shape for mark in line.marks] == ["f0", "h0"]


def test_what_falls_on_one_place_is_one_sign_with_all_its_facts():
    line = draw(a_walk(sightings=sights(*[(40, STAGES[0].id)] * 30))).lines[0]
    assert [len(mark.facts) for mark in line.marks] == [30]


def test_many_lines_have_a_field_each_and_none_hides_another():
    picture = draw(five_years())
    spans = [(field.x, field.x + field.width) for field in picture.fields]
    assert len(spans) == 10
    assert all(before[1] < after[0] for before, after in pairwise(spans))


@given(walks())
def test_the_stages_stay_before_the_strip(walk):
    picture = draw(walk)
    assert all(field.x + field.width < picture.border.x for field in picture.fields)


def test_the_craft_that_was_more_has_more_of_the_strip():
    met = a_walk(met=tuple(walk_met(4, 1)))
    edge = draw(met).border
    assert edge.edge.startswith(f"M{edge.x + round(edge.width * 0.8)} ")


def test_a_month_without_moves_leaves_the_strip_empty():
    months = [*walk_met(1, 1, days=(700, 675)), *walk_met(1, 1, days=(300, 270))]
    assert draw(a_walk(met=tuple(months))).border.left.count("Z") == 2


def walk_met(recovery_coaching, harm_reduction, days=(20, 10)):
    for day in days:
        yield Met(TODAY - day * DAY, 1, recovery_coaching, harm_reduction)


SEVEN = (
    "Prevención primaria",
    "Reducción de daños",
    "Vínculo y persuasión",
    "Estabilización",
    "Tratamiento activo",
    "Prevención del regreso al uso",
    "Manejo de la recuperación",
)


def test_seven_stages_in_spanish_have_room_for_their_whole_words():
    heads = draw(a_walk(stages=tuple(Stage(name, name) for name in SEVEN))).heads
    assert tuple(" ".join(head.words) for head in heads) == SEVEN
    assert {head.slope for head in heads} == {STEEP}


def test_up_to_six_stages_and_both_crafts_are_slanted_alike():
    met = (Met(TODAY, 1, 2, 1),)
    picture = draw(a_walk(met=met, crafts=("Recovery coaching", "Harm reduction")))
    assert {head.slope for head in (*picture.heads, *picture.crafts)} == {SLANTED}


def test_more_lines_than_a_phone_has_room_for_are_said_to_be_crowded():
    few = draw(a_walk(lines=LINES[:6]))
    assert (few.is_crowded, draw(five_years()).is_crowded) == (False, True)
