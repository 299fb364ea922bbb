"""Strategies by drug, way of taking it and moment: on a page of their own and in the room."""

import pytest
from django.test import Client
from django.urls import reverse

from alongside.learning.curricula import load
from alongside.learning.curricula.exploring import Asked, found, wider
from tests.learning.conftest import SHORT, opened
from tests.learning.test_room import phone

COURSE = load(SHORT)
NEAR, NEW, STAY, LITTLE, EAT = (one.text.said("en") for one in COURSE.library.strategies.strategies)
PAGE = reverse("course-strategies", args=["harm-reduction-pathway"])


def told(**asked):
    return [
        one.text.said("en") for one in found(COURSE.library.strategies.strategies, Asked(**asked))
    ]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [NEAR, NEW, STAY, LITTLE, EAT]),
        ({"drug": "opioids", "route": "inject"}, [LITTLE, STAY, NEW, NEAR]),
        ({"drug": "alcohol", "route": "inject", "moment": "before"}, [NEW, NEAR]),
        ({"route": "swallow"}, [EAT, NEAR, STAY]),
        ({"drug": "alcohol", "moment": "after"}, []),
    ],
)
def test_what_was_written_for_it_stands_before_what_holds_for_more(asked, expected):
    assert told(**asked) == expected


def test_where_nothing_is_found_only_those_parts_are_left_open_that_help():
    strategies = COURSE.library.strategies
    assert wider(strategies, Asked("alcohol", "swallow", "after")) == ["moment", "drug"]
    assert wider(strategies, Asked("alcohol", "inject", "after")) == ["moment", "drug"]


@pytest.fixture
def room(cohort, seats):
    """What Lu reads on a phone without scripts, with this in the address."""

    def read(page="room-strategies", language="en", **asked):
        address = reverse(page, args=[cohort.pk])
        answer = phone(cohort, seats[0]).get(address, asked, headers={"Accept-Language": language})
        assert answer.status_code == 200
        return answer.content.decode()

    return read


def shows(html) -> list[str]:
    return [text for text in (NEAR, NEW, STAY, LITTLE, EAT) if text in html]


def test_a_participant_reads_them_with_source_and_that_nobody_reviewed_them(room):
    html = room(drug="opioids", route="inject", moment="before")
    assert shows(html) == [NEAR, NEW, LITTLE]
    assert '<option value="opioids" selected>' in html
    assert html.count('<li id="source-notes">') == 1
    assert html.count("not reviewed") == 3 + 1  # each, and their source


def test_what_holds_only_for_more_than_that_says_so(room):
    said = "Nothing is written for just this."
    assert said in room(drug="alcohol", route="inject", moment="before")
    assert said not in room(drug="opioids", route="inject")


def test_an_empty_answer_says_what_to_do_and_leads_there(room):
    html = room(drug="alcohol", moment="after")
    assert "Nothing is written for this yet" in html
    assert 'href="?drug=alcohol#explored">Leave the moment open</a>' in html
    assert shows(room(drug="alcohol")) == [NEAR, NEW, EAT]


def test_what_is_not_on_the_list_is_told_and_the_rest_counts(room):
    html = room(drug="opioids", moment="<script>")
    assert ["Choose one of this list." in html, "Please look at this again" in html] == [True] * 2
    assert shows(html) == [NEAR, NEW, STAY, LITTLE]


def test_it_reads_in_spanish(room):
    html = room(language="es", drug="alcohol", moment="during")
    assert ["Come, y bebe agua." in html, "Durante" in html, "sin revisar" in html] == [True] * 3


def test_in_the_room_it_is_explored_on_the_phone_and_the_page_stays_the_rooms(house, cohort, room):
    opened(cohort, "practice", house.tam, step=2)
    html = room("room", drug="alcohol", moment="during")
    assert ['id="live"' in html, shows(html)] == [True, [EAT]]


def test_whoever_leads_explores_too_and_the_screen_says_what_to_do(page, house, cohort):
    opened(cohort, "practice", house.tam, step=2)
    lead = page(house.tam).get(reverse("lead", args=[cohort.pk]), {"drug": "alcohol"})
    screen = Client().get(reverse("room-screen", args=[cohort.room.screen_id])).content.decode()
    assert shows(lead.content.decode()) == [NEAR, NEW, EAT]
    assert ["On your phone: choose" in screen, "<select" in screen, shows(screen)] == [
        *(True, False),
        [],
    ]


def test_whoever_works_here_explores_the_course_and_passes_the_address_on(page, house):
    html = page(house.ana).get(PAGE, {"drug": "meth", "route": "inject"}).content.decode()
    again = page(house.ben).get(f"{PAGE}?drug=meth&route=inject").content.decode()
    assert html.count('<li class="strategies__one">') == 11
    assert again.count('<li class="strategies__one">') == 11


def test_without_strategies_there_is_no_such_page(page, house, settings, tmp_path):
    for file in SHORT.rglob("*.*"):
        copy = tmp_path / "short" / file.relative_to(SHORT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(file.read_text())
    (tmp_path / "short" / "strategies.yaml").unlink()
    settings.COURSES = [tmp_path]
    ana = page(house.ana)
    assert ana.get(reverse("course", args=["short"])).status_code == 200
    assert ana.get(reverse("course-strategies", args=["short"])).status_code == 404
