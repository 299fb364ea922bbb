"""What a person adds to their record while it is read together."""

import pytest

from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.people.actions import join_records, start_person
from alongside.people.actions.reading import add_own_word
from alongside.people.queries.reading import own_words_for


def test_their_words_stand_beside_the_thing_they_are_about(house):
    thing = new_id()
    word = add_own_word(
        recoveree=house.sam, by=house.ana, words="I was tired", about_kind="x.y", about_id=thing
    )
    whole = add_own_word(recoveree=house.sam, by=house.ana, is_not_how_i_see_it=True)
    assert own_words_for(house.sam) == {thing: [word], None: [whole]}


def test_without_words_and_without_the_mark_there_is_nothing_to_save(house):
    with pytest.raises(NotAllowed):
        add_own_word(recoveree=house.sam, by=house.ana, words=" ")


def test_sent_twice_they_stand_there_once(house):
    id = new_id()
    for _ in range(2):
        add_own_word(recoveree=house.sam, by=house.ana, words="mine", id=id)
    assert [word.words for word in own_words_for(house.sam)[None]] == ["mine"]


def test_they_are_read_with_a_joined_record(house):
    add_own_word(recoveree=house.sam, by=house.ana, words="mine")
    other = start_person(program=house.harbor, called="Samuel", by=house.ana)
    join_records(kept=other, joined=house.sam, by=house.sue)
    assert [word.words for word in own_words_for(other)[None]] == ["mine"]
