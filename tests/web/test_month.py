"""The month's figures: exact inside, safe outside, and each opens what is behind it."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from alongside.audit.models import Entry
from alongside.common.clock import today
from alongside.contacts.actions import Draft, Present, record_contacts
from alongside.contacts.models import Item
from alongside.people.actions import start_person
from alongside.reporting.months import Month, figures_of, public_figures_of
from alongside.statistics.suppression import Hidden
from alongside.team.actions import change_program

MAY = datetime(2026, 5, 15, 16, tzinfo=UTC)
MONTH = reverse("month", args=[2026, 5])
PUBLIC = reverse("month-public", args=[2026, 5])
ROWS = reverse("month-rows", args=[2026, 5])


@pytest.fixture
def may(house):
    kim = start_person(program=house.harbor, called="Kim", by=house.ana)
    kit = Item.objects.get(key="naloxone_nasal")
    sam = [Present(house.sam)]
    drafts = [Draft(present=sam, at=MAY, minutes=30, given={kit: 2}, reversals=1)]
    drafts += [Draft(present=sam, at=MAY, how="phone", site=house.site) for _ in range(12)]
    drafts += [Draft(present=[*sam, Present(kim)], at=MAY, is_circle=True, others=7)]
    drafts += [Draft(present=[Present(kim)], when_known="not_known", staff_name="J.R.")]
    drafts += [Draft(others=1, at=datetime(2026, 6, 1, 4, tzinfo=UTC))]  # June, at midnight here
    record_contacts(drafts, program=house.harbor, by=house.ana)
    return house


def told(blocks):
    return {b.key: [line.count for line in (*b.lines, *filter(None, [b.total]))] for b in blocks}


def test_the_figures_of_a_month(may):
    assert told(figures_of(may.harbor, Month(2026, 5))) == {
        "people": [2],
        "contacts": [2, 12, 14],
        "circles": [1, 13, 14],
        "presence": [2, 13, 7],
        "given_naloxone": [2, 2],
        "reversals": [1],
        "sites": [2, 12, 14],
        "coaches": [14, 14],
    }


def test_a_figure_that_leaves_cannot_point_to_anybody(may):
    few, gone = Hidden.FEW, Hidden.NOT_SHOWN
    assert told(public_figures_of(may.harbor, Month(2026, 5))) == {
        "people": [few],
        "contacts": [gone, gone, 14],
        "circles": [gone, gone, 14],
        "presence": [gone, gone, few],
        "given_naloxone": [gone, few],
        "reversals": [few],
        "sites": [gone, gone, 14],
    }


def test_records_that_are_one_person_count_once(may, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        figures_of(may.harbor, Month(2026, 5))


def test_each_figure_opens_as_many_contacts_as_it_counts(may, page):
    browser = page(may.ana)
    counts = {"contacts", "circles", "sites", "coaches"}
    lines = [
        line
        for block in figures_of(may.harbor, Month(2026, 5))
        if block.key in counts
        for line in block.lines
    ]
    opened = [browser.get(f"{ROWS}?{line.rows}").context["page"].paginator.count for line in lines]
    assert opened == [line.count for line in lines]


def test_each_kind_of_contact_tells_its_minutes_and_they_add_up(may):
    blocks = {block.key: block for block in figures_of(may.harbor, Month(2026, 5))}
    minutes = {key: [line.minutes for line in blocks[key].lines] for key in ("contacts", "circles")}
    assert minutes == {"contacts": [30, 0], "circles": [0, 30]}
    assert blocks["contacts"].total.minutes == 30


def test_a_name_from_an_old_list_opens_its_contacts_and_stands_in_no_address(may, page):
    drafts = [Draft(others=1, at=MAY, staff_name=name) for name in ("J.R.", "J.R.", "Mo")]
    record_contacts(drafts, program=may.harbor, by=may.ana)
    [block] = [b for b in figures_of(may.harbor, Month(2026, 5)) if b.key == "coaches"]
    rows = {line.label: line.rows for line in block.lines}
    opened = page(may.ana).get(f"{ROWS}?{rows['J.R.']}").context["page"]
    assert [contact.staff_name for contact in opened] == ["J.R.", "J.R."]
    assert [name in "".join(rows.values()) for name in ("J.R.", "Mo")] == [False, False]


def test_the_month_page_says_what_is_in_no_month(may, page):
    html = page(may.ana).get(MONTH).content.decode()
    assert "1 contact from an old list" in html
    rows = page(may.ana).get(reverse("undated-rows")).context["page"]
    assert [c.staff_name for c in rows] == ["J.R."]


def test_the_page_for_outside_names_no_coach_and_no_small_count(may, page):
    html = page(may.val).get(PUBLIC).content.decode()
    assert ["By coach" in html, "fewer than 11" in html, "Front Street" in html] == [
        False,
        True,
        True,
    ]


def test_the_spreadsheet_says_the_same_as_the_page(may, page):
    sheet = page(may.max).get(f"{PUBLIC}?as=csv").content.decode()
    assert 'People met,"different people, known by name or code",fewer than 11' in sheet
    assert "not shown" in sheet


@pytest.mark.parametrize("name", ["eve", "oz", "rex", "tam", "val", "ada"])
def test_others_find_no_exact_figures(may, page, name):
    browser = page(getattr(may, name))
    answers = [browser.get(place) for place in (MONTH, ROWS, reverse("undated-rows"))]
    if name == "eve":  # she has a program of her own, and sees that one
        assert [b"Harbor" in a.content for a in answers] == [False] * 3
        assert [a.context["page"].paginator.count for a in answers[1:]] == [0, 0]
    else:
        assert [a.status_code for a in answers] == [404] * 3


@pytest.mark.parametrize("name", ["ana", "oz", "rex", "eve"])
def test_figures_for_outside_are_not_for_everyone(may, page, name):
    assert page(getattr(may, name)).get(PUBLIC).status_code == 404


def test_in_own_people_a_coach_opens_only_what_they_may_read(may, page):
    change_program(program=may.harbor, by=may.max, walking="own_people")
    answer = page(may.ben).get(f"{ROWS}?how=phone")
    assert answer.context["page"].paginator.count == 0


def test_where_one_presence_is_small_the_other_does_not_tell_it(house):
    people = [
        Present(start_person(program=house.harbor, called=f"P{n}", by=house.ana)) for n in range(13)
    ]
    alone = [Draft(present=[one], at=MAY) for one in people[:11]]
    circles = [Draft(present=people[11:], at=MAY, is_circle=True)]
    circles += [Draft(others=5, at=MAY, is_circle=True) for _ in range(11)]
    record_contacts(alone + circles, program=house.harbor, by=house.ana)
    blocks = told(public_figures_of(house.harbor, Month(2026, 5)))
    assert (blocks["people"], blocks["circles"]) == ([13], [12, 11, 23])
    assert blocks["presence"] == [Hidden.NOT_SHOWN, Hidden.NOT_SHOWN, 55]


@pytest.mark.parametrize("name", ["val", "max"])
@pytest.mark.parametrize("form", ["", "?as=csv"])
def test_a_running_month_is_not_published(may, page, name, form):
    browser = page(getattr(may, name))
    running = reverse("month-public", args=[today().year, today().month])
    assert browser.get(f"{running}{form}").status_code == 404
    over = browser.get(reverse("month-public-now"), follow=True)
    assert (over.status_code, running in over.content.decode()) == (200, False)


def test_words_in_the_address_of_rows_do_not_reach_the_trail(may, page):
    page(may.ana).get(f"{ROWS}?how=phone&Sam+Smith=1")
    assert Entry.objects.order_by("number").last().detail == "month-rows how"


@pytest.mark.parametrize("month", ["2026-13", "1999-01", "2999-01"])
def test_a_month_that_is_none_is_not_there(may, page, month):
    assert page(may.ana).get(f"/month/{month}/").status_code == 404
