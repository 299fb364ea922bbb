"""Search opens what is sealed, only within reach."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.people.actions import join_records, start_people, start_person
from alongside.people.actions.telling import Said, add_way, answer
from alongside.people.models import Reply
from alongside.people.queries.folding import folded
from alongside.people.queries.search import called_alike, search_people


def found(reader, words):
    return [person.called for person in search_people(reader, words)]


def full_name(house, person, words, reply=Reply.ANSWERED):
    answer(recoveree=person, said=[Said("full_name", reply, words)], by=house.ana)


def phone(house, person, number):
    add_way(recoveree=person, by=house.ana, kind="phone", address=number)


@pytest.mark.parametrize("words", ["sam", "SAM", " Sám ", "am"])
def test_capitals_accents_and_spaces_do_not_matter(house, words):
    assert found(house.ben, words) == ["Sam"]


def test_the_full_name_is_found_in_any_order(house):
    full_name(house, house.sam, "Samuel Ångström-Núñez")
    assert [found(house.ana, words) for words in ("nunez samuel", "angstrom", "nunez kim")] == [
        ["Sam"],
        ["Sam"],
        [],
    ]


def test_only_the_full_name_said_last_counts(house):
    full_name(house, house.sam, "Samuel Old")
    full_name(house, house.sam, "Samira New")
    assert [found(house.ana, words) for words in ("old", "new")] == [[], ["Sam"]]
    full_name(house, house.sam, "", reply=Reply.RATHER_NOT)
    assert found(house.ana, "new") == []


@pytest.mark.parametrize(("words", "names"), [("5550100", ["Sam"]), ("0100", ["Sam"]), ("55", [])])
def test_three_digits_find_a_number_however_it_is_written(house, words, names):
    phone(house, house.sam, "(978) 555-0100")
    assert found(house.ana, words) == names


def test_a_word_that_begins_a_name_comes_before_one_inside(house):
    for name in ("Rosana", "Ana", "Diana Anders"):
        start_person(program=house.harbor, called=name, by=house.ana)
    assert found(house.ana, "ana") == ["Ana", "Diana Anders", "Rosana"]


def test_what_lies_on_a_joined_record_finds_the_one_that_stands(house):
    other = start_person(program=house.harbor, called="Sammy", by=house.ana)
    full_name(house, other, "Samuel Núñez")
    phone(house, other, "978 555 0177")
    join_records(kept=house.sam, joined=other, by=house.sue)
    assert [found(house.ana, words) for words in ("nunez", "0177", "sammy")] == [["Sam"]] * 2 + [[]]


@pytest.mark.parametrize("name", ["eve", "oz", "rex", "tam", "val", "ada"])
def test_strangers_find_nobody(house, name):
    full_name(house, house.sam, "Samuel Núñez")
    phone(house, house.sam, "978 555 0100")
    stranger = getattr(house, name)
    assert [found(stranger, words) for words in ("sam", "nunez", "555")] == [[], [], []]
    assert called_alike(house.sam, reader=stranger) == []


def test_the_number_of_queries_does_not_grow_with_people(house):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            search_people(house.ana, "978")
        return len(seen)

    phone(house, house.sam, "978 555 0100")
    search_people(house.ana, "978")
    before = queries()
    more = start_people([(None, f"Sam {n}") for n in range(60)], program=house.harbor, by=house.ana)
    for person in more:
        phone(house, person, "978 555 0100")
    assert queries() == before


@pytest.mark.parametrize(
    ("called", "is_alike"),
    [("sam", True), ("Sam B.", True), ("Sammy", False), ("Sám", True), ("Kim", False)],
)
def test_someone_called_nearly_the_same_is_pointed_out(house, called, is_alike):
    person = start_person(program=house.harbor, called=called, by=house.ana)
    assert called_alike(person, reader=house.ana) == ([house.sam] if is_alike else [])


def test_slips_of_the_pen_are_alike(house):
    first = start_person(program=house.harbor, called="Katherine", by=house.ana)
    second = start_person(program=house.harbor, called="Catherine", by=house.ana)
    assert called_alike(second, reader=house.ana) == [first]


def test_letters_fold():
    assert [folded(text) for text in ("Łukasz  Ørsted", "ĐẶNG", "Straße", "😀")] == [
        "lukasz orsted",
        "dang",
        "strasse",
        "😀",
    ]
