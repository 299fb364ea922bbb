"""A program's own say about words."""

import pytest

from alongside.audit.models import Entry
from alongside.language import check
from alongside.team.actions import choose_word, end_word
from alongside.team.forms import WordForm
from alongside.team.models import WordChoice
from alongside.team.queries import rules_of, words_managed_by

TOLD = {"word": "addict", "kind": "leave", "language": "en", "why": "It is the film’s name."}


def form(house, **told):
    return WordForm(TOLD | told, program=house.harbor, by=house.max)


def said(house, text, program="harbor"):
    rules = rules_of(getattr(house, program), "en")
    return [(finding.text, finding.suggestions) for finding in check(text, rules=rules)]


def test_a_word_that_is_left_alone_is_left_alone_here_only(house):
    assert form(house).is_valid()
    form(house).is_valid()
    one = form(house)
    one.is_valid()
    one.save()
    assert (said(house, "addicts"), len(said(house, "addicts", "bridge"))) == ([], 1)


def test_something_else_is_suggested(house):
    one = form(house, kind="instead", instead="neighbor")
    assert one.is_valid()
    one.save()
    assert said(house, "The addict left.") == [("addict", ("neighbor",))]


def test_a_word_of_its_own_is_looked_for(house):
    one = form(house, kind="own", word="client", instead="guest")
    assert one.is_valid()
    one.save()
    assert said(house, "The client left.") == [("client", ("guest",))]


def test_what_is_taken_back_holds_no_longer(house):
    one = form(house)
    one.is_valid()
    end_word(choice=one.save(), by=house.max)
    assert len(said(house, "addicts")) == 1


def test_said_twice_it_is_one_row_and_one_line(house):
    told = {"kind": "own", "language": "en", "rule": "", "word": "x", "instead": "", "why": "y"}
    first, second = (choose_word(program=house.harbor, by=house.max, **told) for _ in range(2))
    assert first == second
    assert Entry.objects.filter(verb="program_word.choose").count() == 1


def test_the_trail_holds_no_word(house):
    choice = choose_word(
        program=house.harbor, by=house.max, kind="own", language="en", rule="", word="client"
    )
    [line] = Entry.objects.filter(object_id=choice.pk)
    assert (line.verb, line.detail) == ("program_word.choose", "own")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"word": ""}, "word"),
        ({"word": "lamp"}, "word"),
        ({"word": "(a|b)"}, "word"),
        ({"kind": "instead", "instead": " "}, "instead"),
        ({"why": ""}, "why"),
        ({"kind": "ban"}, "kind"),
        ({"language": "xx"}, "language"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(house, told, field):
    one = form(house, **told)
    assert (one.is_valid(), list(one.errors)) == (False, [field])


def test_only_whoever_manages_the_program_reaches_them(house):
    choose_word(program=house.harbor, by=house.max, kind="own", language="en", word="x")
    counts = {name: words_managed_by(getattr(house, name)).count() for name in ("max", "ana")}
    assert counts == {"max": 1, "ana": 0}
    assert words_managed_by(house.eve).count() == 0
    assert WordChoice.objects.count() == 1
