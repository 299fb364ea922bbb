"""Answers: of nobody's name, changed while a round is open, and shown to the room without names."""

import pytest

from alongside.audit.models import Entry as Line
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.learning.actions.answering import add_line, place_oneself, write_entries
from alongside.learning.actions.leading import close_round, open_round
from alongside.learning.actions.taking_part import give_new_link
from alongside.learning.forms.answering import PrinciplesForm
from alongside.learning.models import Tally, TookPart, Voice
from alongside.learning.queries.answers import (
    own_entries,
    own_places,
    pairs_matrix,
    shared_words,
    sheets_for,
    spreads,
    voices,
)
from alongside.learning.queries.draws import group_of, groups_of
from tests.learning.conftest import opened, placed, slot_of


def counts(round):
    return [spread.counts for spread in spreads(round, "en")]


def test_no_column_says_where_somebody_stands(house, cohort, seats):
    """Of a participant is kept that they answered; what, only under their own lock."""
    placed(opened(cohort, "values", house.tam), seats[0], 3, 5)
    assert {field.name for field in Tally._meta.concrete_fields} == {
        *("id", "round", "item", "place", "count")
    }
    assert b"chosen" not in bytes(TookPart.objects.get().own)


def test_no_order_of_rows_tells_whose_answer_came_first(house, cohort, seats):
    """With every answer all numbers are new rows, in one order."""
    round = opened(cohort, "values", house.tam)
    known = set()
    for seat, place in zip(seats, (7, 3, 5, 1, 3, 6), strict=True):
        placed(round, seat, place, place)
        rows = list(Tally.objects.filter(round=round))
        assert known & {row.pk for row in rows} == set()
        assert [(row.item, row.place) for row in rows] == sorted((r.item, r.place) for r in rows)
        known |= {row.pk for row in rows}


def test_only_with_the_secret_of_the_link_it_can_be_read(house, cohort, seats):
    round = opened(cohort, "values", house.tam)
    placed(round, seats[0], 3, 5)
    lu = seats[0].participant
    assert own_places(round, lu, seats[0].secret) == {"any-change": 3, "medicine": 5}
    assert [own_places(round, lu, other) for other in ("", seats[1].secret)] == [{}, {}]


def test_while_a_round_is_open_no_look_tells_anything(house, cohort, seats):
    round = opened(cohort, "values", house.tam)
    for seat in seats:
        placed(round, seat, 3, 5)
        assert counts(round) == [None, None]


def test_four_answers_are_too_few_and_each_statement_counts_by_itself(house, cohort, seats):
    round = opened(cohort, "values", house.tam)
    [placed(round, seat, 3, 5) for seat in seats[:4]]
    placed(round, seats[4], 3, 0)
    close_round(round=round, by=house.tam)
    round.refresh_from_db()
    assert counts(round) == [(0, 0, 5, 0, 0, 0, 0), None]


def test_changing_ones_mind_moves_the_number(house, cohort, seats):
    round = opened(cohort, "values", house.tam)
    [placed(round, seat, 3, 5) for seat in seats]
    placed(round, seats[0], 7, 0)
    close_round(round=round, by=house.tam)
    round.refresh_from_db()
    assert counts(round) == [(0, 0, 5, 0, 0, 0, 1), (0, 0, 0, 0, 5, 0, 0)]


def test_a_new_link_counts_nobody_twice(house, cohort, seats):
    round = opened(cohort, "values", house.tam)
    [placed(round, seat, 3, 5) for seat in seats]
    lu = seats[0]
    lu.secret = give_new_link(participant=lu.participant, by=house.tam)
    placed(round, lu, 7, 7)
    assert sum(Tally.objects.values_list("count", flat=True)) == 12


def test_after_it_is_closed_nothing_counts_any_more(house, cohort, seats):
    round = opened(cohort, "values", house.tam)
    close_round(round=round, by=house.tam)
    with pytest.raises(NotAllowed, match="The room has gone on"):
        placed(round, seats[0], 3, 5)


def test_it_opens_once_in_a_cohort(house, cohort, seats):
    """Opened anew, it would show what changed by the one who came since."""
    round = opened(cohort, "values", house.tam)
    close_round(round=round, by=house.tam)
    told = {"cohort": cohort, "slot": slot_of(cohort, "values"), "step": 0, "by": house.tam}
    with pytest.raises(NotAllowed, match="It opens once"):
        open_round(id=new_id(), **told)


@pytest.mark.parametrize("place", [0, 8, -1])
def test_a_place_that_is_not_there_is_refused(house, cohort, seats, place):
    round = opened(cohort, "values", house.tam)
    told = {"round": round, "participant": seats[0].participant, "secret": seats[0].secret}
    with pytest.raises(NotAllowed):
        place_oneself(chosen={"medicine": place}, places={"medicine": 7}, **told)


def test_who_waits_for_a_seat_does_not_answer(house, cohort, seats):
    seats[0].participant.place = "waiting"
    with pytest.raises(NotAllowed, match="waiting list"):
        placed(opened(cohort, "values", house.tam), seats[0], 3, 5)


def test_words_of_an_evaluation_are_of_nobody(house, cohort, seats):
    round = opened(cohort, "going-on", house.tam, step=2)
    for number, seat in enumerate(seats):
        placed(round, seat, 4, words={"helped": f"words {number}", "change": ""})
    assert voices(round) == {}
    close_round(round=round, by=house.tam)
    round.refresh_from_db()
    assert voices(round) == {"helped": [f"words {n}" for n in range(6)]}
    assert {field.name for field in Voice._meta.concrete_fields} == {"id", "round", "part", "words"}


def test_the_trail_says_that_somebody_answered_and_not_who_or_what(house, cohort, seats):
    placed(opened(cohort, "values", house.tam), seats[0], 3, 5)
    line = Line.objects.filter(verb="round.answer").get()
    assert (line.actor_id, line.kind, line.detail) == (None, "learning.round", "")


def test_ones_words_are_ones_own_until_they_are_shared(house, cohort, seats):
    round = opened(cohort, "talking", house.tam, step=1)
    lu, kit = seats[0].participant, seats[1].participant
    write_entries(round=round, participant=lu, words={"bus": "Tell me more"})
    write_entries(round=round, participant=kit, words={"bus": "I hear you"}, is_shared=True)
    assert [entry.words for entry in own_entries(round, lu).values()] == ["Tell me more"]
    assert shared_words(round) == ["I hear you"]


def test_a_line_sent_twice_is_on_the_list_once(house, cohort, seats):
    round, id = opened(cohort, "practice", house.tam, step=1), new_id()
    told = {"round": round, "participant": seats[0].participant, "id": id}
    for _ in range(2):
        add_line(words="A place to sleep", **told)
    assert shared_words(round) == ["A place to sleep"]


def test_triads_are_drawn_when_role_plays_open(house, cohort, seats):
    groups = groups_of(opened(cohort, "practice", house.tam))
    assert [sorted(seat.role for seat in group) for group in groups] == [
        ["coach", "observer", "recoveree"]
    ] * 2


def test_an_observers_sheet_goes_to_the_two_they_watched_once_it_is_closed(house, cohort, seats):
    round = opened(cohort, "practice", house.tam)
    groups = groups_of(round)
    watcher = next(seat for seat in groups[0] if seat.role == "observer").participant
    write_entries(round=round, participant=watcher, words={"observed-open": "What helped?"})

    def seen():
        return {
            seat.participant.called: [
                one.words
                for one in sheets_for(round, seat.participant, group_of(round, seat.participant))
            ]
            for group in groups
            for seat in group
        }

    assert set(map(tuple, seen().values())) == {()}
    close_round(round=round, by=house.tam)
    round.refresh_from_db()
    watched = {s.participant.called for s in groups[0] if s.role != "observer"}
    assert {called for called, words in seen().items() if words} == watched
    assert shared_words(round) == []


def test_principles_side_by_side_become_a_matrix(house, cohort, seats):
    round = opened(cohort, "going-on", house.tam)
    sent = {"one": "recovery/many-ways", "other": "harm-reduction/any-change", "relation": "1"}
    for seat in seats:
        who = {"round": round, "participant": seat.participant, "secret": seat.secret}
        assert PrinciplesForm(sent, **who).saved()
    assert pairs_matrix(round) == {}
    close_round(round=round, by=house.tam)
    round.refresh_from_db()
    assert pairs_matrix(round) == {("harm-reduction/any-change", "recovery/many-ways"): (6, 0)}


def test_principles_of_one_set_are_no_pair(house, cohort, seats):
    round = opened(cohort, "going-on", house.tam)
    sent = {"one": "recovery/many-ways", "other": "recovery/hope", "relation": "1"}
    form = PrinciplesForm(sent, round=round, participant=seats[0].participant)
    assert form.saved() is None
    assert form.errors["other"] == ["Choose one of another set."]
