"""What a person tells: rows that are never overwritten."""

from datetime import timedelta

import pytest

from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.people.actions.telling import (
    Said,
    add_ally,
    add_way,
    answer,
    call_otherwise,
    correct_way,
    end,
    place,
    state_recovery,
    wish_word,
)
from alongside.people.models import Answer, Reply, Statement, Way
from alongside.people.queries import telling


def say(house, reply, words="", question="housing", by=None):
    said = [Said(question, reply, words)]
    return answer(recoveree=house.sam, said=said, by=by or house.ana)


def replies(house, question="housing"):
    rows = telling.answers_of(house.sam).get(question, [])
    return [(row.reply, row.words) for row in rows]


def test_skipped_no_and_rather_not_say_are_three_things(house):
    for reply in (Reply.SKIPPED, Reply.NO, Reply.RATHER_NOT, Reply.ANSWERED):
        say(house, reply, "a room" if reply == Reply.ANSWERED else "")
    assert replies(house) == [
        ("answered", "a room"),
        ("rather_not", ""),
        ("no", ""),
        ("skipped", ""),
    ]


def test_the_same_reply_again_makes_no_row(house):
    assert [len(say(house, Reply.ANSWERED, "a room")) for _ in range(2)] == [1, 0]


def test_two_coaches_answering_the_same_question_keep_both_rows(house):
    say(house, Reply.ANSWERED, "a room")
    say(house, Reply.ANSWERED, "a tent", by=house.ben)
    assert replies(house) == [("answered", "a tent"), ("answered", "a room")]


def test_a_new_name_keeps_the_one_before(house):
    call_otherwise(recoveree=house.sam, called="Samira", by=house.ana)
    house.sam.refresh_from_db()
    assert (house.sam.called, replies(house, "called")) == ("Samira", [("answered", "Sam")])


def test_a_corrected_way_ends_the_old_one_and_keeps_it(house):
    told = {"kind": Way.Kind.PHONE, "times": "mornings"}
    old = add_way(recoveree=house.sam, by=house.ana, address="555 0100", **told)
    twice = {"way": old, "by": house.ana, "id": new_id(), "address": "555 0199", **told}
    assert correct_way(**twice) == correct_way(**twice)
    now, before = telling.ways_of(house.sam), telling.ended_ways_of(house.sam)
    assert [way.address for way in (*now, *before)] == ["555 0199", "555 0100"]


def test_what_has_ended_cannot_end_again(house):
    ally = add_ally(recoveree=house.sam, by=house.ana, name="Rosa")
    end(row=ally, by=house.ana)
    with pytest.raises(NotAllowed):
        end(row=ally, by=house.ben)
    assert list(telling.allies_of(house.sam)) == []


def test_an_ally_may_know_nothing_unless_the_person_says_so(house):
    assert add_ally(recoveree=house.sam, by=house.ana, name="Rosa").knows == "nothing"


def test_words_stand_with_the_wanted_ones_first(house):
    wish_word(recoveree=house.sam, by=house.ana, word="clean", is_wanted=False)
    wish_word(recoveree=house.sam, by=house.ana, word="in recovery")
    assert [word.word for word in telling.words_of(house.sam)] == ["in recovery", "clean"]


def test_recovery_may_be_empty_may_change_and_stays_readable(house):
    for words in ("", "mornings with my daughter", "less"):
        state_recovery(recoveree=house.sam, by=house.ana, words=words)
    said = [row.words for row in telling.statements_of(house.sam)]
    assert said == ["less", "mornings with my daughter", ""]


def test_nothing_else_ever_states_recovery(house):
    say(house, Reply.ANSWERED, "nothing for a year", question="substances")
    place(recoveree=house.sam, by=house.ana, kind="service", since=today())
    assert Statement.objects.count() == 0


def test_where_i_am_follows_the_days_not_the_order_of_writing(house):
    for kind, days in (("inside", 1), ("hospital", 9)):
        place(recoveree=house.sam, by=house.ana, kind=kind, since=today() - timedelta(days=days))
    assert [row.kind for row in telling.whereabouts_of(house.sam)] == ["inside", "hospital"]


def test_a_day_to_come_is_refused(house):
    tomorrow = today() + timedelta(days=1)
    with pytest.raises(NotAllowed):
        place(recoveree=house.sam, by=house.ana, kind="inside", since=tomorrow)
    with pytest.raises(NotAllowed):
        state_recovery(recoveree=house.sam, by=house.ana, words="mine", said_on=tomorrow)
    assert Answer.objects.count() == Statement.objects.count() == 0
