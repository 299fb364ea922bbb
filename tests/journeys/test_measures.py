"""Measures: taken as they come, never scored into anything, behind the licence gate."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.journeys.actions.measures import take_measure, wave_off
from alongside.journeys.actions.offering import (
    end_permission,
    load_wording,
    offer_measure,
    put_measure_away,
    put_permission_on_file,
)
from alongside.journeys.actions.walk import name_concern
from alongside.journeys.measures import newest
from alongside.journeys.models import Measurement
from alongside.journeys.policies.measures import offered_again
from alongside.journeys.queries.measures import (
    measure_of,
    measurements_of,
    measurements_that_hold,
    measures_offered,
    offered_again_to,
)
from alongside.people.actions import join_records, start_person

BARC = {str(n): 4 for n in range(1, 11)}
SENTENCES = {str(n): f"Sentence {n}" for n in range(1, 11)}
AFTER = (30, 90, 180, 365)


def take(sam, by, key="rulers", answers=None, **more):
    told = {"mode": "together", "language": "en", "answers": answers or {}, **more}
    return take_measure(recoveree=sam, measure=newest()[key], by=by, **told)


def permit(program, by, **more):
    told = {"given_by": "Its owner", "given_on": today(), "covers": "This program", **more}
    return put_permission_on_file(program=program, measure=newest()["gse"], by=by, **told)


def keys_offered(program):
    return {one.measure.key for one in measures_offered(program)}


def test_answers_are_kept_as_they_were_given_and_can_be_read(ana, sam):
    take(sam, ana, answers={"importance": 7}, words="after the funeral")
    [row] = measurements_of(sam)
    assert (row.answered, row.words, row.by) == ({"importance": 7}, "after the funeral", ana)


@pytest.mark.parametrize("key", ["rulers", "life-ladder", "recovery-statement", "barc-10"])
def test_everything_can_be_left_out(ana, sam, key):
    row = take(sam, ana, key)
    scores = newest()[key].score(row.answered)
    assert set(scores.values()) <= {None}


@pytest.mark.parametrize(
    ("key", "answers"),
    [
        ("rulers", {"importance": 11}),
        ("rulers", {"importance": "7"}),
        ("rulers", {"importance": True}),
        ("rulers", {"sobriety": 3}),
        ("barc-10", {"1": 0}),
        ("recovery-statement", {"said": "maybe"}),
        ("recovery-statement", {"words": "w" * 1001}),
    ],
)
def test_an_answer_that_is_not_there_to_choose_is_refused(ana, sam, key, answers):
    with pytest.raises(NotAllowed):
        take(sam, ana, key, answers)
    assert list(measurements_of(sam)) == []


def test_nothing_is_taken_before_its_day(ana, sam):
    with pytest.raises(NotAllowed):
        take(sam, ana, taken_on=today() + timedelta(days=1))


def test_a_measure_that_must_be_asked_for_is_shut(ana, sam):
    assert "gse" not in keys_offered(sam.program)
    with pytest.raises(NotAllowed):
        take(sam, ana, "gse", {"1": 2})
    with pytest.raises(NotAllowed):
        offer_measure(program=sam.program, measure=newest()["gse"], by=ana)


def test_a_permission_on_file_opens_it_here_and_in_no_other_program(ana, max, sam, house):
    permit(sam.program, max)
    assert "gse" in keys_offered(sam.program)
    assert "gse" not in keys_offered(house.bridge)
    assert take(sam, ana, "gse", {"1": 2}).answered == {"1": 2}


def test_a_permission_that_ends_shuts_it_and_keeps_what_was_said(ana, max, sam):
    permission = permit(sam.program, max)
    take(sam, ana, "gse", {"1": 2})
    end_permission(permission=permission, by=max)
    assert "gse" not in keys_offered(sam.program)
    assert [row.answered for row in measurements_of(sam)] == [{"1": 2}]


def test_a_permission_has_its_days(max, sam):
    with pytest.raises(NotAllowed):
        permit(sam.program, max, given_on=today() + timedelta(days=1))
    long_ago = today() - timedelta(days=99)
    permit(sam.program, max, given_on=long_ago, until=today() - timedelta(days=1))
    assert "gse" not in keys_offered(sam.program)
    permit(sam.program, max, given_on=long_ago, until=today())
    assert "gse" in keys_offered(sam.program)


def test_what_is_free_takes_no_permission(max, sam):
    with pytest.raises(NotAllowed):
        put_permission_on_file(
            program=sam.program,
            measure=newest()["rulers"],
            given_by="Us",
            given_on=today(),
            covers="all",
            by=max,
        )


def test_a_program_puts_a_measure_away_and_takes_it_up_again(ana, max, sam):
    rulers = newest()["rulers"]
    put_measure_away(program=sam.program, measure=rulers, by=max)
    with pytest.raises(NotAllowed):
        take(sam, ana, answers={"importance": 7})
    offer_measure(program=sam.program, measure=rulers, by=max)
    assert take(sam, ana, answers={"importance": 7}).answered == {"importance": 7}


def test_a_program_brings_the_wording_and_a_later_one_counts(max, sam):
    barc = newest()["barc-10"]
    assert measure_of(sam.program, "barc-10").needs_paper("en")
    for words in (SENTENCES, SENTENCES | {"10": "Sentence ten"}):
        load_wording(program=sam.program, measure=barc, language="en", words=words, by=max)
    shown = measure_of(sam.program, "barc-10")
    assert (shown.words_of("1", "en"), shown.words_of("10", "en")) == ("Sentence 1", "Sentence ten")
    assert (shown.needs_paper("en"), shown.needs_paper("es")) == (False, True)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("barc-10", {**SENTENCES, "7": " "}),
        ("barc-10", {**SENTENCES, "11": "One more"}),
        ("rulers", {"importance": "How much?"}),
    ],
)
def test_wording_fits_the_form_or_is_refused(max, sam, key, words):
    with pytest.raises(NotAllowed):
        load_wording(program=sam.program, measure=newest()[key], language="en", words=words, by=max)


def test_a_slip_is_corrected_by_a_later_row_and_once(ana, sam):
    slip = take(sam, ana, answers={"confidence": 1})
    right = take(sam, ana, answers={"confidence": 10}, corrects=slip)
    assert [list(measurements_that_hold(sam)), measurements_of(sam).count()] == [[right], 2]
    with pytest.raises(NotAllowed):
        take(sam, ana, answers={"confidence": 5}, corrects=slip)


def test_the_same_page_sent_twice_makes_one_row(ana, sam):
    slip = take(sam, ana, answers={"confidence": 1})
    sent = {"answers": {"confidence": 10}, "corrects": slip, "id": new_id()}
    assert take(sam, ana, **sent) == take(sam, ana, **sent)
    assert measurements_of(sam).count() == 2


def test_the_database_refuses_to_change_an_answer(ana, sam):
    row = take(sam, ana, answers={"confidence": 1})
    with pytest.raises(DatabaseError), transaction.atomic():
        Measurement.objects.filter(pk=row.pk).update(taken_on=date(2026, 1, 1))


def test_what_is_about_a_concern_lies_on_its_record_and_shows_on_both(ana, max, sam, house):
    other = start_person(program=house.harbor, called="Sammy", by=ana)
    kids = name_concern(recoveree=other, name="my kids", by=ana)
    join_records(kept=sam, joined=other, by=max)
    row = take(sam, ana, answers={"confidence": 4}, concern=kids)
    assert row.recoveree_id == other.pk
    assert list(measurements_of(sam)) == [row]


@pytest.mark.parametrize(
    ("days", "waved_after", "is_offered"),
    [
        (29, None, False),
        (30, None, True),
        (45, 31, False),
        (89, 31, False),
        (90, 31, True),
        (170, 91, False),
        (180, 91, True),
        (400, 366, False),
        (4000, 200, True),
    ],
)
def test_it_is_offered_again_and_waving_off_is_heard(days, waved_after, is_offered):
    last = date(2020, 1, 1)
    waved = last + timedelta(days=waved_after) if waved_after else None
    day = last + timedelta(days=days)
    told = {"last_on": last, "after": AFTER, "waved_off_on": waved, "today": day}
    assert offered_again(**told) == is_offered


def test_only_what_was_taken_is_offered_again_until_it_is_waved_off(ana, sam):
    take(sam, ana, answers={"confidence": 1}, taken_on=today() - timedelta(days=31))
    offered, taken = measures_offered(sam.program), list(measurements_that_hold(sam))
    [(shown, last_on)] = offered_again_to(sam, offered, taken)
    assert (shown.measure.key, last_on) == ("rulers", today() - timedelta(days=31))
    wave_off(recoveree=sam, instrument="rulers", by=ana)
    assert offered_again_to(sam, offered, taken) == []
