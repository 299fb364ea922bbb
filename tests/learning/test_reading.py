"""Reading the course from link to link: by staff and by whoever takes part, in both languages."""

import re
from datetime import time, timedelta

import pytest
from django.urls import reverse

from alongside.common.clock import today
from alongside.learning.actions.cohorts import begin_cohort
from alongside.learning.activities import KINDS
from alongside.learning.curricula import installed
from tests.learning.conftest import sit_down
from tests.learning.test_room import phone

[PATHWAY] = [one for one in installed() if one.course]
MODULES = PATHWAY.course.modules
IN_SPANISH = {"Accept-Language": "es"}


def follow(browser, html, words, language="en"):
    """The page behind the first link with these words."""
    found = re.search(rf'<a [^>]*href="([^"]+)"[^>]*>(?:<span[^>]*>)?{re.escape(words)}', html)
    assert found, f"There is no link “{words}”."
    answer = browser.get(found[1], headers={"Accept-Language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_more_to_course_to_module_to_handout(page, house):
    ana, course, module = page(house.ana), PATHWAY.course.title.said("en"), MODULES[5]
    html = ana.get(reverse("more")).content.decode()
    html = follow(ana, follow(ana, html, "Courses to read"), course)
    html = follow(ana, html, module.title.said("en"))
    assert module.takeaway.said("en") in html
    html = follow(ana, html, "Handout")
    assert ["Where this comes from" in html, "not reviewed" in html] == [True, True]


def test_from_course_to_library_to_the_strategies(page, house):
    ana = page(house.ana)
    html = ana.get(reverse("course", args=[PATHWAY.course.key])).content.decode()
    html = follow(ana, html, "Situations, role plays, timeline and strategies")
    html = follow(ana, html, "Choose by drug, way of taking it and moment")
    assert html.count('<li class="strategies__one">') == 48


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_an_activity_asks_shows_no_mark_of_its_writer(language):
    asked = [p for kind in KINDS.values() for p in kind.parts(PATHWAY.course, {}, language)]
    assert [part.words for part in asked if "{" in part.words] == []
    inventory = KINDS["inventory"].parts(PATHWAY.course, {}, "en")
    assert inventory[0].words == "“addict”, “alcoholic”"


@pytest.fixture
def seat(house):
    """Lu, in a cohort of the whole course, with what their phone shows first."""
    days = [today() + timedelta(days=n) for n in range(3)]
    told = {"name": "Spring", "days": days, "starts": time(9), "by": house.tam}
    cohort = begin_cohort(program=house.harbor, folder=PATHWAY.folder, **told)
    lu = phone(cohort, sit_down(cohort, "Lu")[0])
    return lu, reverse("room", args=[cohort.pk])


@pytest.mark.parametrize(
    ("language", "words", "unreviewed"),
    [("en", "Handouts", "not reviewed"), ("es", "Hojas del curso", "sin revisar")],
)
def test_whoever_takes_part_reads_every_handout_in_their_language(
    seat, language, words, unreviewed
):
    lu, room = seat
    html = lu.get(room, headers={"Accept-Language": language}).content.decode()
    html = follow(lu, html, words, language)
    for module in MODULES:
        told = follow(lu, html, module.title.said(language), language)
        heading = module.handout.said(language).split("\n")[0].removeprefix("# ")
        assert [heading in told, module.takeaway.said(language) in told] == [True, True]
        assert unreviewed in told


def test_from_the_room_one_reads_the_strategies_in_spanish(seat):
    lu, room = seat
    html = lu.get(room, headers=IN_SPANISH).content.decode()
    html = follow(lu, html, "Estrategias", "es")
    assert ["Sobredosis" in html or "sobredosis" in html, "Metanfetamina" in html] == [True, True]
