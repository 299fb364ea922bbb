"""*What do I say next*: hints about words, for whoever wrote them alone, and kept nowhere."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from alongside.audit.models import Entry as Line
from alongside.learning.actions.leading import close_round
from alongside.learning.models import Entry
from alongside.team.actions import choose_word
from tests.learning.conftest import begin, opened, sit_down
from tests.learning.test_room import phone

WORDS = "You sound like an addict."
HINT = "“an addict”: "
ABOUT = "About words, for you alone."


@pytest.fixture
def round(house, cohort, seats):
    return opened(cohort, "talking", house.tam, step=1)


@pytest.fixture
def say(cohort, seats, round):
    """Lu writes this, and reads the page that follows."""

    def send(words=WORDS, language="en", **told):
        lu = phone(cohort, seats[0])
        lu.cookies["django_language"] = language
        address = reverse("room-answer", args=[cohort.pk, round.pk])
        return lu.post(address, {"part_0": words, **told}, follow=True).content.decode()

    return send


def test_after_writing_one_sees_hints_beside_other_ways_and_the_question(say):
    html = say()
    assert [part in html for part in (HINT, ABOUT, "It could say:")] == [True] * 3
    assert ["Other ways to say it" in html, "What would you want to hear?" in html] == [True] * 2
    assert 'value="advises"' in html
    assert Entry.objects.get(part="bus").words == WORDS  # nothing stands in the way


def test_words_that_harm_nobody_and_words_of_others_get_no_hint(say):
    assert ABOUT not in say("What was the night like?")
    assert ABOUT not in say("You said “I am an addict”.")


def test_before_anything_is_written_no_aid_looks_on(cohort, seats, round):
    html = phone(cohort, seats[0]).get(reverse("room", args=[cohort.pk])).content.decode()
    assert ["data-words=" in html, ABOUT in html] == [False, False]


def test_nobody_else_sees_them_not_even_where_the_words_are_shared(
    page, house, cohort, seats, round, say
):
    say(is_shared="on")
    close_round(round=round, by=house.tam)
    pages = [
        phone(cohort, seats[1]).get(reverse("room", args=[cohort.pk])),
        page(house.tam).get(reverse("lead", args=[cohort.pk])),
        Client().get(reverse("room-screen", args=[cohort.room.screen_id])),
    ]
    seen = [answer.content.decode() for answer in pages]
    assert [WORDS in html for html in seen] == [True] * 3
    assert [HINT in html or ABOUT in html for html in seen] == [False] * 3


def test_when_it_is_closed_they_are_still_there_for_whoever_wrote(house, cohort, seats, round, say):
    say()
    close_round(round=round, by=house.tam)
    html = phone(cohort, seats[0]).get(reverse("room", args=[cohort.pk])).content.decode()
    assert [HINT in html, ABOUT in html, "<textarea" in html] == [True, True, False]


def test_nothing_of_them_is_kept(cohort, seats, say):
    say()
    before = [(row.part, row.words) for row in Entry.objects.all()], Line.objects.count()
    phone(cohort, seats[0]).get(reverse("room", args=[cohort.pk]))
    assert ([(row.part, row.words) for row in Entry.objects.all()], Line.objects.count()) == before
    assert before[0] == [("bus", WORDS)]


def test_the_program_of_the_cohort_has_its_own_words(house, say):
    own = {"word": "client", "instead": "guest", "why": "Nobody is a client here."}
    choose_word(program=house.harbor, by=house.max, kind="own", language="en", rule="", **own)
    assert "Nobody is a client here." in say("You are my favorite client.")


def test_they_speak_the_language_that_was_written(say):
    html = say("Hablas como un adicto, y no quiero verte así.", language="es")
    assert ["«un adicto»" in html or "“un adicto”" in html, ABOUT in html] == [True, False]


class TestAid:
    """The line under the box while one changes what was written; it asks with the seat."""

    def ask(self, client, cohort, body=None):
        body = json.dumps({"text": WORDS}) if body is None else body
        return client.post(reverse("room-words", args=[cohort.pk]), body, "application/json")

    def test_a_seat_is_told_what_an_account_is(self, cohort, seats):
        answer = self.ask(phone(cohort, seats[0]), cohort)
        assert [one["text"] for one in answer.json()["found"]] == ["an addict"]
        assert answer["Cache-Control"] == "no-store, private"

    def test_without_a_seat_here_there_is_nothing_to_ask(self, page, house, cohort, seats):
        other = begin(house, name="Autumn")
        strangers = [page(house.eve), Client(), phone(cohort, sit_down(other, "Eve")[0])]
        assert [self.ask(one, cohort).status_code for one in strangers] == [404] * 3

    @pytest.mark.parametrize(("body", "status"), [("{", 400), ("[]", 400), ("x" * 200_000, 413)])
    def test_what_cannot_be_looked_at_gets_a_plain_answer(self, cohort, seats, body, status):
        answer = self.ask(phone(cohort, seats[0]), cohort, body)
        assert (answer.status_code, set(answer.json())) == (status, {"error"})

    def test_too_much_at_once_waits_and_only_at_that_seat(self, cohort, seats, settings):
        settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"words": "2/m/user"}
        lu, kit = phone(cohort, seats[0]), phone(cohort, seats[1])
        assert [self.ask(lu, cohort).status_code for _ in range(3)] == [200, 200, 429]
        assert self.ask(kit, cohort).status_code == 200

    def test_the_box_asks_there(self, cohort, say):
        assert f'data-check="{reverse("room-words", args=[cohort.pk])}"' in say()
