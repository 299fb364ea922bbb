"""A cohort's own statements: worded, moved, taken out and back; and what a round keeps of them."""

import pytest
from django.urls import reverse

from alongside.audit.models import Entry as Line
from alongside.learning.actions.leading import close_round
from alongside.learning.actions.statements import (
    add_statement,
    move_statement,
    reword_statement,
    take_statement_out,
)
from alongside.learning.curricula import Statement, Words
from alongside.learning.models import StatementList
from alongside.learning.queries.answers import asked_in, moved
from alongside.learning.queries.statements import latest_list, statements_now
from tests.learning.conftest import begin, opened, placed
from tests.learning.test_leading import at_once
from tests.learning.test_room import phone

NEW = {"text_en": "I ask first.", "low_en": "Seldom", "high_en": "Always"}


def own(key, words, **more):
    said = Words({"en": words} | more)
    return Statement(key, said, Words({"en": "No"}), Words({"en": "Yes"}))


def keys(cohort):
    return [one.key for one in statements_now(cohort)]


def words(round, language="en"):
    return [part.words for part in asked_in(round, language)]


def address(page, cohort, *more):
    return reverse(page, args=[cohort.pk, *more])


def press(browser, cohort, **told):
    return browser.post(address("statements", cohort), told)


def test_a_cohort_has_the_statements_of_its_edition_until_somebody_changes_them(house, cohort):
    assert keys(cohort) == ["any-change", "medicine"]
    assert StatementList.objects.exists() is False


def test_a_trainer_adds_rewords_moves_and_takes_out(page, house, cohort):
    tam = page(house.tam)
    form = tam.get(address("statement-new", cohort)).context["form"]
    sent = NEW | {"key": form["key"].value()}
    assert tam.post(address("statement-new", cohort), sent).status_code == 302
    added = keys(cohort)[-1]
    press(tam, cohort, act="move", key=added, place=1)
    press(tam, cohort, act="out", key="medicine")
    sent = {"text_en": "Any change is good.", "low_en": "Not so", "high_en": "Just so", "seen": ""}
    sent["seen"] = latest_list(cohort).pk
    assert tam.post(address("statement", cohort, "any-change"), sent).status_code == 302
    assert [(one.key, str(one.text)) for one in statements_now(cohort)] == [
        (added, "I ask first."),
        ("any-change", "Any change is good."),
    ]
    html = tam.get(address("statements", cohort)).content.decode()
    assert "Medicine is recovery." in html[html.index("Taken out") :]
    press(tam, cohort, act="back", key="medicine")
    assert keys(cohort) == [added, "any-change", "medicine"]


def test_pressed_twice_it_is_done_once(page, house, cohort):
    tam = page(house.tam)
    for _ in range(2):
        press(tam, cohort, act="move", key="medicine", place=1)
        press(tam, cohort, act="out", key="any-change")
    assert (keys(cohort), StatementList.objects.count()) == (["medicine"], 2)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"act": "move", "key": "medicine"}, "To which place?"),
        ({"act": "jump", "key": "medicine"}, "Select a valid choice"),
        ({"act": "out"}, "This field is required"),
        ({"act": "move", "key": "medicine", "place": "x"}, "Enter a whole number"),
    ],
)
def test_a_wrong_act_is_told_and_changes_nothing(page, house, cohort, told, says):
    answer = press(page(house.tam), cohort, **told)
    assert (answer.status_code, says in answer.content.decode()) == (200, True)
    assert StatementList.objects.exists() is False


def test_the_last_one_stays(page, house, cohort):
    tam = page(house.tam)
    press(tam, cohort, act="out", key="medicine")
    html = press(tam, cohort, act="out", key="any-change").content.decode()
    assert ("One statement has to stay" in html, keys(cohort)) == (True, ["any-change"])


def test_both_languages_are_kept_and_a_half_filled_one_is_told(page, house, cohort):
    """Nothing that was typed is lost."""
    tam, new = page(house.tam), address("statement-new", cohort)
    sent = NEW | {"key": "own-00000001", "text_es": "Pregunto primero."}
    html = tam.post(new, sent).content.decode()
    assert ["Fill in all three" in html, "Pregunto primero." in html] == [True, True]
    tam.post(new, sent | {"low_es": "Pocas veces", "high_es": "Siempre"})
    round = opened(cohort, "values", house.tam)
    assert [words(round, "en")[-1], words(round, "es")[-1]] == ["I ask first.", "Pregunto primero."]


@pytest.mark.parametrize(
    "wrong", [{"text_en": ""}, {"low_en": ""}, {"text_en": "x" * 301}, {"key": "medicine"}]
)
def test_bad_input_keeps_what_was_typed(page, house, cohort, wrong):
    sent = NEW | {"key": "own-00000001"} | wrong
    answer = page(house.tam).post(address("statement-new", cohort), sent)
    assert answer.status_code == 200
    assert "Always" in answer.content.decode()
    assert StatementList.objects.exists() is False


def test_a_round_that_was_opened_keeps_the_words_it_was_asked_with(house, cohort):
    round = opened(cohort, "values", house.tam)
    add_statement(cohort=cohort, statement=own("own-1", "I ask first."), by=house.tam)
    assert words(round) == ["Any change a person calls good is good.", "Medicine is recovery."]
    close_round(round=round, by=house.tam)
    assert words(opened(cohort, "values-again", house.tam))[-1] == "I ask first."


def test_the_movement_compares_the_same_words_alone_and_says_so(house, cohort, seats):
    first = opened(cohort, "values", house.tam)
    [placed(first, seat, 2, 4) for seat in seats]
    close_round(round=first, by=house.tam)
    told = {"cohort": cohort, "by": house.tam, "seen": None}
    reword_statement(statement=own("medicine", "Medicine helps."), **told)
    second = opened(cohort, "values-again", house.tam)
    [placed(second, seat, 6, 6) for seat in seats]
    close_round(round=second, by=house.tam)
    assert [(row.before, row.reworded_from) for _part, row in moved(cohort, "en")] == [
        ((0, 6, 0, 0, 0, 0, 0), ""),
        (None, "Medicine is recovery."),
    ]
    html = phone(cohort, seats[0]).get(address("room-movement", cohort)).content.decode()
    assert "At the start it said: “Medicine is recovery.”" in html
    assert ["from 2 to 6" in html, "from 4 to 6" in html] == [True, False]


def test_other_words_in_one_language_alone_are_other_words(house, cohort, seats):
    """Those who read it in Spanish would have placed themselves on something else."""
    first = opened(cohort, "values", house.tam)
    [placed(first, seat, 2, 4) for seat in seats]
    close_round(round=first, by=house.tam)
    was = statements_now(cohort)[1]
    texts = was.text.texts | {"es": "Otra cosa."}
    other = Statement("medicine", Words(texts), was.low, was.high)
    reword_statement(cohort=cohort, statement=other, seen=None, by=house.tam)
    second = opened(cohort, "values-again", house.tam)
    [placed(second, seat, 2, 4) for seat in seats]
    close_round(round=second, by=house.tam)
    assert [bool(row.reworded_from) for _part, row in moved(cohort, "en")] == [False, True]


def test_whoever_rewords_has_seen_what_stands_there(page, house, cohort):
    """Two trainers with one page: the second is shown the words of the first, and may go on."""
    reword_statement(cohort=cohort, statement=own("medicine", "First."), seen=None, by=house.tam)
    sent = {"text_en": "Second.", "low_en": "No", "high_en": "Yes", "seen": ""}
    tam, there = page(house.tam), address("statement", cohort, "medicine")
    answer = tam.post(there, sent)
    html = answer.content.decode()
    assert ["“First.”" in html, "Second." in html] == [True, True]
    sent["seen"] = answer.context["form"]["seen"].value()
    assert tam.post(there, sent).status_code == 302
    assert str(statements_now(cohort)[1].text) == "Second."


def test_taken_out_by_another_while_it_is_worded_nothing_typed_is_lost(page, house, cohort):
    sent = {"text_en": "Mine.", "low_en": "No", "high_en": "Yes", "seen": ""}
    take_statement_out(cohort=cohort, key="medicine", by=house.tam)
    tam, there = page(house.tam), address("statement", cohort, "medicine")
    answer = tam.post(there, sent)
    html = answer.content.decode()
    assert ["took this statement out" in html, "Mine." in html] == [True, True]
    sent["seen"] = answer.context["form"]["seen"].value()
    tam.post(there, sent)
    assert str(statements_now(cohort)[-1].text) == "Mine."
    assert tam.get(address("statement", cohort, "nothing")).status_code == 404


def test_the_trail_names_the_statement_and_holds_none_of_its_words(house, cohort):
    add_statement(cohort=cohort, statement=own("own-1", "I ask first."), by=house.tam)
    line = Line.objects.filter(verb="statements.change").get()
    assert (line.actor_id, line.kind, line.detail) == (
        house.tam.pk,
        "learning.statementlist",
        "add own-1",
    )


def test_a_trainer_of_another_cohort_does_not_find_them(page, house, cohort):
    """A colleague with the same right in the same program, who does not lead this one."""
    for name in ("max", "ana", "eve", "oz"):
        browser = page(getattr(house, name))
        for there in ("statements", "statement-new", "to-make-up", "make-up-ways", "learned"):
            assert browser.get(address(there, cohort)).status_code == 404
        assert press(browser, cohort, act="out", key="medicine").status_code == 404
    assert keys(cohort) == ["any-change", "medicine"]


def test_another_cohort_keeps_its_own(house, cohort):
    other = begin(house, name="Autumn")
    take_statement_out(cohort=cohort, key="medicine", by=house.tam)
    assert (keys(cohort), keys(other)) == (["any-change"], ["any-change", "medicine"])


@pytest.mark.django_db(transaction=True)
def test_two_trainers_at_once_lose_nothing(house, cohort):
    told = {"cohort": cohort, "by": house.tam}
    at_once(
        lambda: add_statement(statement=own("own-1", "One."), **told),
        lambda: add_statement(statement=own("own-2", "Two."), **told),
        lambda: move_statement(key="medicine", place=1, **told),
    )
    assert keys(cohort)[0] == "medicine"
    assert set(keys(cohort)) == {"medicine", "any-change", "own-1", "own-2"}
    assert StatementList.objects.count() == 3
