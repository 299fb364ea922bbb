"""Measures on the page: everything can be skipped, nothing is chosen, nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.common.clock import today
from alongside.common.ids import new_id
from alongside.journeys.actions.measures import take_measure
from alongside.journeys.actions.offering import load_wording, put_permission_on_file
from alongside.journeys.actions.walk import name_concern
from alongside.journeys.measures import newest
from alongside.journeys.models import Measurement, WavedOff
from alongside.journeys.queries.measures import measurements_that_hold
from alongside.people.actions import start_person
from alongside.people.actions.safety import record_death

MEASURES = ["rulers", "life-ladder", "recovery-statement", "barc-10"]
HOW = ["self", "together", "phone"]
TEN = {f"item_{n}": "4" for n in range(1, 11)}
#: Words by which a page would judge a number, or count it as due.
JUDGING = re.compile(r"progress|passed|failed|overdue|\bdue\b|below|cut-?off|goal met|risk", re.I)


def taking(sam, measure="rulers", how="together"):
    return reverse("measure-take", args=[sam.pk, measure, how])


def send(browser, sam, measure="rulers", how="together", **told):
    sent = {"id": new_id(), "taken_on": today().isoformat(), **told}
    return browser.post(taking(sam, measure, how), sent)


def take(sam, by, answers, key="rulers", **more):
    told = {"mode": "together", "language": "en", **more}
    return take_measure(recoveree=sam, measure=newest()[key], answers=answers, by=by, **told)


def words_of(response) -> str:
    """What a page says, without its tags."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("how", HOW)
def test_nothing_is_chosen_beforehand_and_nothing_is_required(page, ana, sam, measure, how):
    html = page(ana).get(taking(sam, measure, how)).content.decode()
    form = html.partition('<form method="post" novalidate>')[2]
    assert "checked" not in form
    assert re.findall(r"<(?:input|textarea)[^>]*item_[^>]*\brequired\b", form) == []


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("how", HOW)
def test_everything_can_be_skipped(page, ana, sam, measure, how):
    response = page(ana).post(taking(sam, measure, how), {"taken_on": today().isoformat()})
    row = Measurement.objects.get()
    assert response.url == reverse("measurement", args=[sam.pk, row.pk])
    assert (row.answered, row.mode, row.by) == ({}, how, ana)
    assert "You left everything out this time." in words_of(page(ana).get(response.url))


def test_a_number_can_be_left_out_after_all(page, ana, sam):
    send(page(ana), sam, item_importance="-", item_confidence="0")
    assert Measurement.objects.get().answered == {"confidence": 0}


def test_the_same_page_sent_twice_makes_one_row_and_one_receipt(page, ana, sam):
    told = {"id": new_id(), "item_confidence": "3", "words": "after rain"}
    first, second = send(page(ana), sam, **told), send(page(ana), sam, **told)
    assert first.url == second.url
    assert Measurement.objects.count() == 1


def test_what_was_typed_stays_when_something_does_not_fit(page, ana, sam):
    tomorrow = (today() + timedelta(days=1)).isoformat()
    told = {"words": "a long road", "item_confidence": "7", "taken_on": tomorrow}
    html = send(page(ana), sam, **told).content.decode()
    assert "a long road" in html
    assert re.search(r'name="item_confidence" value="7"[^>]*checked', html)
    assert Measurement.objects.count() == 0


def test_the_receipt_says_it_in_the_persons_own_words(page, ana, sam):
    answer = send(
        page(ana), sam, "recovery-statement", item_said="own-words", item_words="On my way"
    )
    told = words_of(page(ana).get(answer.url))
    assert "I say it in my own words" in told
    assert "On my way" in told


def test_it_may_be_about_a_concern_of_theirs_and_of_nobody_elses(page, ana, ben, sam, house):
    kids = name_concern(recoveree=sam, name="my kids", by=ana)
    other = start_person(program=house.harbor, called="Kim", by=ben)
    theirs = name_concern(recoveree=other, name="a dog", by=ben)
    send(page(ana), sam, about=f"concern:{theirs.pk}", item_confidence="3")
    assert Measurement.objects.count() == 0
    send(page(ana), sam, about=f"concern:{kids.pk}", item_confidence="3")
    assert Measurement.objects.get().concern == kids


def test_the_ten_answers_from_the_paper_form_add_up(page, ana, sam):
    address = send(page(ana), sam, "barc-10", **TEN).url
    told = words_of(page(ana).get(address))
    assert "All ten answers together: 40" in told
    assert "It says nothing of one person, and it is no line to reach." in told


def test_nine_answers_make_no_total_and_it_says_why(page, ana, sam):
    address = send(page(ana), sam, "barc-10", **(TEN | {"item_10": "-"})).url
    told = words_of(page(ana).get(address))
    assert "so there is no total" in told
    assert "All ten answers together" not in told
    assert " 36" not in told


def test_the_program_s_wording_stands_on_the_page_once_it_is_there(page, ana, max, sam):
    assert "Number 3 on the paper form" in words_of(page(ana).get(taking(sam, "barc-10")))
    words = {str(n): f"Sentence the {n}th" for n in range(1, 11)}
    load_wording(
        program=sam.program, measure=newest()["barc-10"], language="en", words=words, by=max
    )
    told = words_of(page(ana).get(taking(sam, "barc-10")))
    assert "Sentence the 3th" in told
    assert "on the paper form" not in told


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_not_licensed_cannot_be_opened_even_by_its_address(page, ana, sam, how, method):
    browser = page(ana)
    assert getattr(browser, method)(taking(sam, "gse", how)).status_code == 404
    assert browser.get(reverse("measure", args=[sam.pk, "gse"])).status_code == 404
    assert "self-efficacy" not in words_of(browser.get(reverse("measures", args=[sam.pk])))


def test_a_permission_opens_it_and_its_end_leaves_what_was_said_readable(page, ana, max, sam):
    told = {"given_by": "Its owner", "given_on": today(), "covers": "us", "by": max}
    permission = put_permission_on_file(
        program=sam.program, measure=newest()["gse"], until=today(), **told
    )
    row = take(sam, ana, {"1": 3}, "gse")
    permission.ended_at = permission.created_at
    permission.save(update_fields=["ended_at"])
    browser = page(ana)
    assert browser.get(taking(sam, "gse")).status_code == 404
    assert browser.get(reverse("measure", args=[sam.pk, "gse"])).status_code == 200
    correction = reverse("measurement-correct", args=[sam.pk, row.pk])
    assert browser.get(correction).status_code == 404


def test_a_slip_is_set_right_by_a_later_row_that_begins_with_what_was_said(page, ana, sam):
    slip = take(sam, ana, {"confidence": 1}, words="on the bus")
    address = reverse("measurement-correct", args=[sam.pk, slip.pk])
    html = page(ana).get(address).content.decode()
    assert re.search(r'name="item_confidence" value="1"[^>]*checked', html)
    told = {"id": new_id(), "taken_on": today().isoformat(), "item_confidence": "10"}
    page(ana).post(address, told)
    [held] = measurements_that_hold(sam)
    assert (held.answered, held.corrects) == ({"confidence": 10}, slip)
    old = page(ana).get(reverse("measurement", args=[sam.pk, slip.pk]))
    assert "This was set right later." in words_of(old)


def test_the_line_and_the_table_say_the_same_with_what_was_going_on(page, ana, sam):
    for days, value, words in [(60, 2, "a new place"), (0, 7, "")]:
        day = today() - timedelta(days=days)
        take(sam, ana, {"confidence": value}, taken_on=day, words=words)
    html = page(ana).get(reverse("measure", args=[sam.pk, "rulers"])).content.decode()
    drawn = [int(n) for n in re.findall(r'class="says"[^>]*>(\d+)<', html)]
    cells = [int(n) for n in re.findall(r'govuk-table__cell">(\d+)<', html)]
    assert (drawn, cells) == ([2, 7], [7, 2])
    assert "a new place" in html
    assert "together, Ana" in html


def test_taking_it_again_is_offered_quietly_and_can_be_waved_off(page, ana, sam):
    take(sam, ana, {"confidence": 1}, taken_on=today() - timedelta(days=31))
    browser, address = page(ana), reverse("measures", args=[sam.pk])
    assert "You can answer it anew, if you like." in words_of(browser.get(address))
    browser.post(reverse("measure-not-now", args=[sam.pk, "rulers"]))
    assert WavedOff.objects.get().instrument == "rulers"
    assert "You can answer it anew, if you like." not in words_of(browser.get(address))


def test_nothing_is_offered_again_before_its_time_or_anywhere_else(page, ana, sam):
    take(sam, ana, {"confidence": 1}, taken_on=today() - timedelta(days=29))
    browser = page(ana)
    assert "anew" not in words_of(browser.get(reverse("measures", args=[sam.pk])))
    take(sam, ana, {"now": 1}, "life-ladder", taken_on=today() - timedelta(days=400))
    for elsewhere in [reverse("today"), reverse("person", args=[sam.pk])]:
        assert "if you like" not in words_of(browser.get(elsewhere))


def test_waved_off_twice_is_waved_off_once(page, ana, sam):
    for _tap in range(2):
        page(ana).post(reverse("measure-not-now", args=[sam.pk, "rulers"]))
    assert WavedOff.objects.count() == 1


def test_after_a_death_nothing_is_offered_and_all_stays_to_be_read(page, ana, sam):
    row = take(sam, ana, {"confidence": 1}, taken_on=today() - timedelta(days=31))
    record_death(recoveree=sam, by=ana)
    browser = page(ana)
    pages = [reverse(name, args=[sam.pk]) for name in ("measures", "growth")]
    pages += [reverse("measure", args=[sam.pk, "rulers"])]
    told = " ".join(words_of(browser.get(path)) for path in pages)
    assert [one for one in ("anew", "Together", "how sure you feel today") if one in told] == []
    assert browser.get(reverse("measurement", args=[sam.pk, row.pk])).status_code == 200
    send(browser, sam, item_confidence="3")
    assert Measurement.objects.count() == 1


@pytest.mark.parametrize(
    "told",
    [
        {"answers": '{"confidence": 99}'},
        {"answers": '{"confidence": "4"}'},
        {"version": "99", "answers": '{"confidence": 4}'},
        {"answers": "{}"},
    ],
)
def test_what_came_from_elsewhere_and_does_not_fit_breaks_no_page(page, ana, sam, told):
    own = {"recoveree": sam, "by": ana, "instrument": "rulers", "version": "1", "language": "en"}
    row = Measurement.objects.create(**own | {"mode": "self"} | told)
    pages = [reverse(name, args=[sam.pk]) for name in ("measures", "growth", "together")]
    pages += [f"{pages[-1]}?part=happened", reverse("measure", args=[sam.pk, "rulers"])]
    pages += [reverse("measurement", args=[sam.pk, row.pk])]
    assert {page(ana).get(path).status_code for path in pages} == {200}


def test_no_page_judges_a_number(page, ana, sam):
    name_concern(recoveree=sam, name="my kids", by=ana)
    for n in (1, 6):
        row = take(sam, ana, {str(k): n for k in range(1, 11)}, "barc-10")
        take(sam, ana, {"confidence": n, "importance": n, "readiness": n})
        take(sam, ana, {"now": n, "hoped": n}, "life-ladder")
    named = ["measures", "growth"]
    pages = [reverse(name, args=[sam.pk]) for name in named]
    pages += [reverse("measure", args=[sam.pk, key]) for key in MEASURES]
    pages += [taking(sam, key) for key in MEASURES]
    pages += [reverse("measurement", args=[sam.pk, row.pk])]
    told = {path: JUDGING.findall(words_of(page(ana).get(path))) for path in pages}
    assert {path: found for path, found in told.items() if found} == {}


def test_high_and_low_look_the_same(page, ana, sam):
    """No shade, tag or class of a page hangs on what the number is."""
    shapes = []
    for n in (1, 6):
        row = take(sam, ana, {str(k): n for k in range(1, 11)}, "barc-10")
        html = page(ana).get(reverse("measurement", args=[sam.pk, row.pk])).content.decode()
        shapes.append(re.findall(r'class="([^"]*)"', html))
    assert shapes[0] == shapes[1]


def test_at_the_turned_round_screen_there_is_no_way_into_other_records(page, ana, sam):
    browser = page(ana)
    address = send(browser, sam, "life-ladder", "self", item_now="3").url
    for path in [taking(sam, "life-ladder", "self"), address]:
        assert 'class="bar"' not in browser.get(path).content.decode()


def test_queries_do_not_grow_with_what_was_taken(page, ana, sam):
    browser, counts = page(ana), []
    concern = name_concern(recoveree=sam, name="my kids", by=ana)
    for _round in range(3):
        for n in range(6):
            take(sam, ana, {"confidence": n}, concern=concern if n % 2 else None)
        with CaptureQueriesContext(connection) as queries:
            for name in ("measures", "growth"):
                browser.get(reverse(name, args=[sam.pk]))
            browser.get(reverse("measure", args=[sam.pk, "rulers"]))
        counts.append(len(queries))
    assert counts[0] >= counts[1] == counts[2]


def test_eve_sees_nothing_of_it(page, ana, eve, sam):
    row = take(sam, ana, {"confidence": 1})
    pages = [reverse(name, args=[sam.pk]) for name in ("measures", "growth")]
    pages += [reverse("measure", args=[sam.pk, "rulers"]), taking(sam)]
    pages += [reverse("measurement", args=[sam.pk, row.pk])]
    assert {page(eve).get(path).status_code for path in pages} == {404}


def test_in_spanish_the_questions_are_spanish(page, ana, sam):
    browser = page(ana)
    browser.post(reverse("set-language"), {"language": "es", "next": "/"})
    assert "¿dónde esperas estar?" in words_of(browser.get(taking(sam, "life-ladder")))
    send(browser, sam, "life-ladder", item_now="3")
    assert Measurement.objects.get().language == "es"
