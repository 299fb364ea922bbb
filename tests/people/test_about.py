"""The door for "about me"."""

import pytest

from alongside.people.forms.about import AboutMeForm
from alongside.people.models import Answer
from alongside.people.queries.telling import answers_of
from alongside.people.questions import QUESTIONS


def opened(house, by=None, sent=None):
    return AboutMeForm(sent, recoveree=house.sam, by=by or house.ana)


def sent_from(form, **changes):
    """What a browser sends back from this page, with these fields changed."""
    shown = {field.name: field.value() or "" for field in form}
    return {**shown, **changes}


def save(house, by=None, **changes):
    form = opened(house, by, sent_from(opened(house), **changes))
    assert form.saved(), form.errors
    return form


def replies(house, key):
    return [(row.reply, row.words) for row in answers_of(house.sam).get(key, [])]


def test_a_page_saved_untouched_writes_nothing(house):
    save(house)
    assert Answer.objects.count() == 0


def test_nothing_is_required_but_what_to_call_them():
    required = [q.key for q in QUESTIONS if getattr(q, "required", False)]
    assert required == []


@pytest.mark.parametrize("reply", ["no", "rather_not", "skipped"])
def test_the_other_replies_are_kept_apart(house, reply):
    save(house, reply_housing=reply)
    assert replies(house, "housing") == [(reply, "")]


def test_unchanged_answers_make_no_new_row(house):
    for _ in range(2):
        save(house, words_housing="a room", reply_race="rather_not")
    assert (replies(house, "housing"), replies(house, "race")) == (
        [("answered", "a room")],
        [("rather_not", "")],
    )


def test_a_tick_takes_the_place_of_an_answer_that_was_left_standing(house):
    save(house, words_housing="a room")
    save(house, reply_housing="rather_not")
    assert replies(house, "housing")[0] == ("rather_not", "")


def test_new_words_take_the_place_of_a_tick_that_was_left_standing(house):
    save(house, reply_housing="no")
    save(house, words_housing="a room")
    assert replies(house, "housing")[0] == ("answered", "a room")


def test_an_answer_taken_out_is_a_question_skipped(house):
    save(house, words_housing="a room")
    save(house, words_housing="")
    assert replies(house, "housing")[0] == ("skipped", "")


def test_new_words_and_a_new_tick_together_are_asked_about(house):
    sent = sent_from(opened(house), words_housing="a room", reply_housing="no")
    form = opened(house, sent=sent)
    assert (form.saved(), list(form.errors)) == (None, ["words_housing"])
    assert form["words_housing"].value() == "a room"


def test_a_page_left_open_overwrites_nobody(house):
    left_open = sent_from(opened(house), words_race="Black")
    save(house, by=house.ben, words_housing="a tent")
    assert opened(house, sent=left_open).saved()
    assert (replies(house, "housing"), replies(house, "race")) == (
        [("answered", "a tent")],
        [("answered", "Black")],
    )


@pytest.mark.parametrize(
    "text", ["5/31/1990", "May 31, 1990", "1990-05-31", "31 may 1990", "31 de mayo de 1990"]
)
def test_a_birth_date_is_read_as_people_write_it(house, text):
    save(house, words_born_on=text)
    assert replies(house, "born_on") == [("answered", "1990-05-31")]


@pytest.mark.parametrize("text", ["soon", "31/31/1990", "5/31/2990", "5/31/90", "1"])
def test_a_birth_date_that_cannot_be_read_stays_as_typed(house, text):
    form = opened(house, sent=sent_from(opened(house), words_born_on=text, words_race="Diné"))
    assert (form.saved(), list(form.errors)) == (None, ["words_born_on"])
    assert (form["words_born_on"].value(), form["words_race"].value()) == (text, "Diné")


@pytest.mark.parametrize("words", ["🌈" * 500, "x" * 2000, "ñ<script>'\"", "line\nline"])
def test_any_words_are_kept_as_they_are(house, words):
    save(house, words_hopes=words)
    assert replies(house, "hopes") == [("answered", words)]


def test_words_that_are_too_long_are_kept_on_the_page(house):
    form = opened(house, sent=sent_from(opened(house), words_hopes="x" * 2001))
    assert (form.saved(), form["words_hopes"].value()) == (None, "x" * 2001)
