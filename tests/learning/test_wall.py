"""A room exists for whoever holds a seat in it, or a secret address; for nobody else."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from alongside.audit.models import Entry as Line
from alongside.common.ids import new_id
from alongside.learning.actions.agreeing import propose
from alongside.learning.actions.planning import add_goal, wish_to_look_back
from alongside.learning.models import FollowUp
from alongside.team.actions import change_program
from tests.learning.cohorts import certificate_in, complete
from tests.learning.conftest import begin, opened, sit_down, slot_of
from tests.learning.test_room import phone
from tests.signed_in import browser_of
from tests.web.guard.judge import breaches_of
from tests.web.guard.walk import LONG, SHORT

#: Pages of a seat, each with what stands in its address besides the cohort.
PAGES = {
    "room": (),
    "room-answer": ("round",),
    "room-agreements": (),
    "room-support": ("agreement",),
    "room-here": (),
    "room-oneself": (),
    "room-leave": (),
    "room-handouts": (),
    "room-handout": ("slot",),
    "room-strategies": (),
    "room-movement": (),
    "room-learned": (),
    "room-standing": (),
    "room-calendar": (),
    "room-plan": (),
    "room-plan-turn": ("goal",),
    "room-look-back": ("follow_up",),
}


@pytest.fixture
def made(house, cohort, seats):
    """One of everything that stands in an address, of the first who took a seat."""
    lu = seats[0].participant
    wish_to_look_back(participant=lu, days=[30])
    return {
        "round": opened(cohort, "talking", house.tam, step=1).pk,
        "agreement": propose(cohort=cohort, words="Ask first", id=new_id()).pk,
        "slot": slot_of(cohort, "values").pk,
        "goal": add_goal(participant=lu, id=new_id(), words="Listen").pk,
        "follow_up": FollowUp.objects.get(participant=lu).pk,
    }


NOWHERE = UUID(int=7)
#: What a graduate takes along, and how each begins.
STARTS = {"pdf": b"%PDF-", "png": b"\x89PNG", "svg": b"<?xml", "jwt": b"ey"}


def path(page, cohort, made):
    return reverse(page, args=[cohort.pk, *(made[name] for name in PAGES[page])])


def statuses(client, address) -> set:
    return {client.get(address).status_code, client.post(address).status_code}


@pytest.mark.parametrize("page", PAGES)
def test_without_a_seat_it_is_not_there(page, house, cohort, made):
    for name in ("eve", "oz", "rex", "tam"):
        client = browser_of(getattr(house, name))
        assert statuses(client, path(page, cohort, made)) <= {404, 405}
    assert statuses(Client(), path(page, cohort, made)) <= {404, 405}


@pytest.mark.parametrize("page", PAGES)
def test_a_seat_in_another_cohort_opens_nothing_here(page, house, cohort, made):
    other = begin(house, name="Autumn")
    stranger = sit_down(other, "Eve")[0]
    client = phone(cohort, stranger)
    assert statuses(client, path(page, cohort, made)) <= {404, 405}


@pytest.mark.parametrize("page", ["room-plan-turn", "room-look-back"])
def test_what_is_one_persons_is_not_there_for_another(page, cohort, seats, made):
    assert statuses(phone(cohort, seats[1]), path(page, cohort, made)) <= {404, 405}


@pytest.mark.parametrize("page", PAGES)
def test_with_a_seat_it_is(page, cohort, seats, made):
    found = statuses(phone(cohort, seats[0]), path(page, cohort, made))
    assert found <= {200, 302, 405}


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_a_seat_stays_in_a_browser(page, cohort, seats, made):
    answer = phone(cohort, seats[0]).get(path(page, cohort, made))
    assert answer["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize(
    "address",
    [
        reverse("room-join", args=["ABCDEFG"]),
        reverse("room-link", args=["not-a-secret"]),
        reverse("room-link", args=["x" * 500]),
        reverse("room-screen", args=[NOWHERE]),
        reverse("room-pulse", args=[NOWHERE]),
        reverse("badge", args=[NOWHERE]),
        reverse("badge-key", args=["nothing"]),
        reverse("badge-issuer", args=[NOWHERE]),
        reverse("badge-revoked", args=[NOWHERE]),
        reverse("badge-achievement", args=[NOWHERE]),
    ],
)
def test_an_address_that_was_guessed_leads_nowhere(client, db, address):
    assert client.get(address).status_code == 404


def test_who_waits_sees_nothing_of_what_the_room_says(house):
    cohort = begin(house, seats=2)
    waiting = sit_down(cohort, "Lu", "Kit", "Noa")[2]
    opened(cohort, "talking", house.tam, step=1)
    client = phone(cohort, waiting)
    for page in ("room-agreements", "room-movement"):
        assert client.get(reverse(page, args=[cohort.pk])).status_code == 404
    html = client.get(reverse("room", args=[cohort.pk])).content.decode()
    assert ["on the waiting list" in html, "I used last night" in html] == [True, False]


def test_the_screen_shows_the_room_and_nobody_in_it(client, house, cohort, seats, made):
    html = client.get(reverse("room-screen", args=[cohort.room.screen_id])).content.decode()
    assert "What do I say next" in html
    assert [seat.participant.called in html for seat in seats] == [False] * len(seats)


def test_needs_are_read_by_trainers_alone(page, house, cohort, seats):
    sent = {"called": "Lu", "needs": "A seat near the door", "address": "", "fundamentals": ""}
    phone(cohort, seats[0]).post(reverse("room-oneself", args=[cohort.pk]), sent)
    address = reverse("participant", args=[seats[0].participant.pk])
    assert b"A seat near the door" in page(house.tam).get(address).content
    assert page(house.ana).get(address).status_code == 404
    lines = Line.objects.filter(verb="participant.tell").values_list("detail", flat=True)
    assert list(lines) == ["address called fundamentals needs"]


@pytest.mark.parametrize("words", [LONG, SHORT])
def test_hostile_words_break_no_page_of_the_room(page, house, cohort, seats, made, words):
    lu, tam = phone(cohort, seats[0]), page(house.tam)
    sent = {"part_0": words, "is_shared": "on"}
    lu.post(path("room-answer", cohort, made), sent)
    lu.post(path("room-agreements", cohort, made), {"words": words[:300]})
    lu.post(path("room-oneself", cohort, made), {"called": words[:60], "needs": words[:900]})
    lu.post(path("room-plan", cohort, made), {"what": "goal", "words": words[:500]})
    tam.post(reverse("lead-act", args=[cohort.pk]), {"act": "close", "round": made["round"]})
    seen = [lu.get(path(name, cohort, made)) for name in PAGES]
    seen += [tam.get(reverse(name, args=[cohort.pk])) for name in ("cohort", "lead", "attendance")]
    seen += [Client().get(reverse("room-screen", args=[cohort.room.screen_id]))]
    seen += [tam.get(reverse("participant", args=[seats[0].participant.pk]))]
    assert [breach for answer in seen for breach in breaches_of(answer)] == []


def test_bad_input_keeps_what_was_typed_and_says_what_to_do(cohort, seats, made):
    lu = phone(cohort, seats[0])
    sent = {"part_0": "x" * 2001}
    html = lu.post(path("room-answer", cohort, made), sent).content.decode()
    assert ["x" * 2001 in html, "Please look at this again" in html] == [True, True]


def test_after_the_room_went_on_the_words_are_still_on_the_page(page, house, cohort, seats, made):
    sent = {"act": "close", "round": made["round"]}
    page(house.tam).post(reverse("lead-act", args=[cohort.pk]), sent)
    lu = phone(cohort, seats[0])
    html = lu.post(path("room-answer", cohort, made), {"part_0": "I hear you"}).content.decode()
    assert ["I hear you" in html, "The room has gone on" in html] == [True, True]


class TestBadge:
    """What anyone sees of a certificate: that it holds, of what, and no name."""

    @pytest.fixture
    def given(self, house, cohort):
        house.max = house.tam
        return certificate_in(cohort, house)

    def test_the_page_tells_no_name_and_compares_one(self, client, given):
        address = reverse("badge", args=[given.pk])
        html = client.get(address).content.decode()
        assert ["This certificate holds" in html, "Kit" in html] == [True, False]
        yes = client.post(address, {"name": "kit  rivera"}).content.decode()
        no = client.post(address, {"name": "Kim Rivera"}).content.decode()
        assert "Yes, that is the name on it." in yes
        assert "No, that is not the name on it." in no

    def test_a_verifier_gets_the_badge_itself(self, client, given):
        answer = client.get(reverse("badge", args=[given.pk]), {"as": "jwt"})
        assert (answer["Content-Type"], answer.content.decode()) == (
            "text/plain; charset=utf-8",
            given.badge,
        )

    def test_taken_back_it_holds_no_more_and_stands_on_the_list(self, client, page, house, given):
        address = reverse("certificate-take-back", args=[given.pk])
        page(house.tam).post(address, {"because": "A mistake"})
        html = client.get(reverse("badge", args=[given.pk])).content.decode()
        assert ["was taken back" in html, "A mistake" in html] == [True, False]
        organization = house.organization.pk
        told = client.get(reverse("badge-revoked", args=[organization])).json()
        here = f"http://testserver{reverse('badge', args=[given.pk])}"
        assert told["revokedCredential"] == [{"id": here, "revoked": True}]

    def test_the_page_tells_the_hours(self, client, given):
        html = client.get(reverse("badge", args=[given.pk])).content.decode()
        assert ">2.0<" in "".join(html.split())

    def test_its_key_is_published_and_holds_nothing_secret(self, client, given):
        keys = client.get(reverse("jwks")).json()["keys"]
        assert [set(key) for key in keys] == [{"kty", "n", "e", "alg", "use", "kid"}]
        assert client.get(reverse("badge-key", args=[keys[0]["kid"]])).json() == keys[0]

    def test_it_is_given_to_nobody_who_was_not_there(self, page, house, cohort, seats):
        lu = seats[0].participant
        address = reverse("certificate-give", args=[lu.pk])
        html = page(house.tam).post(address, {"chosen_name": "Lu"}).content.decode()
        assert "The course is not completed yet. Still missing: " in html
        complete(lu, house.tam)
        assert page(house.tam).post(address, {"chosen_name": "Lu"}).status_code == 302

    @pytest.mark.parametrize(
        ("kind", "start"),
        [("pdf", b"%PDF-"), ("png", b"\x89PNG"), ("svg", b"<?xml"), ("jwt", b"ey")],
    )
    def test_a_graduate_takes_it_along(self, page, house, cohort, seats, kind, start):
        lu = seats[0].participant
        complete(lu, house.tam)
        address = reverse("certificate-give", args=[lu.pk])
        page(house.tam).post(address, {"chosen_name": "Lu Rivera"})
        browser = phone(cohort, seats[0])
        answer = browser.get(reverse("room-certificate", args=[cohort.pk]), {"as": kind})
        assert answer.content.startswith(STARTS[kind])

    @pytest.mark.parametrize(
        ("paper", "size"),
        [("us-letter", b"/MediaBox[0 0 792 612]"), ("a4", b"/MediaBox[0 0 841.8898 595.2756]")],
    )
    def test_it_is_one_sheet_of_the_paper_of_its_program(
        self, page, house, cohort, seats, paper, size
    ):
        change_program(program=house.harbor, by=house.tam, paper=paper)
        lu = seats[0].participant
        complete(lu, house.tam)
        given = {"chosen_name": "Lu Rivera"}
        page(house.tam).post(reverse("certificate-give", args=[lu.pk]), given)
        address = reverse("room-certificate", args=[cohort.pk])
        answer = phone(cohort, seats[0]).get(address, {"as": "pdf"})
        assert [size in answer.content, answer.content.count(b"/Type/Page/")] == [True, 1]
