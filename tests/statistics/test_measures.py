"""Scorers: what they must always hold, and what the forms themselves say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.statistics.measures import MISSING, SCORERS, Numbered, bounds, each, nothing, total


@st.composite
def items_and_answers(draw):
    """Items with ends of their own, and an answer within them to each."""
    items, answers = [], {}
    for n in range(draw(st.integers(1, 12))):
        least = draw(st.integers(-5, 5))
        most = draw(st.integers(least + 1, least + 10))
        items.append(Numbered(str(n), least, most, draw(st.booleans())))
        answers[str(n)] = draw(st.integers(least, most))
    return items, answers


def turned_round(items, answers):
    """The same answers on the same items, all of them reversed."""
    return {one.key: one.least + one.most - answers[one.key] for one in items}


@given(items_and_answers())
def test_a_score_lies_within_its_bounds(drawn):
    items, answers = drawn
    for name, scorer in SCORERS.items():
        least_and_most = bounds(name, items)
        scores = scorer(items, answers)
        assert set(scores) == set(least_and_most)
        for key, score in scores.items():
            assert least_and_most[key][0] <= score <= least_and_most[key][1]


@given(items_and_answers(), st.data())
def test_without_one_answer_there_is_no_total(drawn, data):
    items, answers = drawn
    left_out = data.draw(st.sampled_from(sorted(answers)))
    assert total(items, {k: v for k, v in answers.items() if k != left_out}) == {"total": None}


@given(items_and_answers(), st.data())
def test_what_was_left_out_changes_no_other_item(drawn, data):
    items, answers = drawn
    left_out = data.draw(st.sampled_from(sorted(answers)))
    rest = {k: v for k, v in answers.items() if k != left_out}
    assert each(items, rest) == each(items, answers) | {left_out: None}


@given(items_and_answers())
def test_a_reversed_item_counts_from_its_other_end(drawn):
    items, answers = drawn
    other = [Numbered(o.key, o.least, o.most, not o.is_reversed) for o in items]
    assert total(other, turned_round(items, answers)) == total(items, answers)


@given(items_and_answers())
def test_the_order_of_items_and_answers_changes_nothing(drawn):
    items, answers = drawn
    backwards = dict(reversed(answers.items()))
    for scorer in SCORERS.values():
        assert scorer(items[::-1], backwards) == scorer(items, answers)


@given(items_and_answers())
def test_leaving_everything_out_is_no_zero(drawn):
    items, _ = drawn
    assert total(items, {}) == {"total": None}
    assert set(each(items, {}).values()) == {None}


@pytest.mark.parametrize("answer", [0, 7, 3.0, "3", True, None])
def test_an_answer_that_the_item_does_not_have_is_refused(answer):
    with pytest.raises(ValueError, match=r"^3: .* is not from 1 to 6$"):
        total([Numbered("3", 1, 6)], {"3": answer})


TEN_OF_SIX = [Numbered(str(n), 1, 6) for n in range(1, 11)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [([1] * 10, 10), ([6] * 10, 60), ([5, 4, 6, 3, 5, 5, 2, 6, 4, 5], 45)],
)
def test_ten_answers_from_1_to_6_add_up_to_10_to_60(answers, expected):
    """As the BARC-10 says of itself: a plain sum, nothing reversed, no parts."""
    told = {str(n): answer for n, answer in enumerate(answers, start=1)}
    assert total(TEN_OF_SIX, told) == {"total": expected}
    assert bounds("total", TEN_OF_SIX) == {"total": (10, 60)}


def test_words_have_no_score():
    assert nothing([], {"said": "yes"}) == {}


def test_every_scorer_says_what_it_does_without_an_answer():
    assert set(MISSING) == set(SCORERS)
