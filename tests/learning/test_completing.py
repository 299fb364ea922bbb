"""Completing: what a course asks for besides its modules, and what nobody can find out by it."""

import shutil

import pytest
from django.urls import reverse

from alongside.audit.models import Entry as Line
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.learning.actions.answering import place_oneself
from alongside.learning.actions.giving import give_certificate
from alongside.learning.actions.leading import close_round
from alongside.learning.actions.making_up import excuse
from alongside.learning.actions.planning import add_goal, turn_goal
from alongside.learning.models import Certificate, Excused, Tally, TookPart, Voice
from alongside.learning.queries.answers import asked_in
from alongside.learning.queries.attendance import standing_of
from tests.learning.cohorts import SHORT, address, complete
from tests.learning.conftest import begin, opened, placed, sit_down
from tests.learning.test_room import phone

PLAN = "an action plan"
EVALUATION = "the evaluation, handed in without a name"


@pytest.fixture
def cohort(house, tmp_path):
    """Of a course that asks for a plan and an evaluation."""
    folder = shutil.copytree(SHORT, tmp_path / "asks")
    head = folder / "course.yaml"
    rules = "  modules: []\n  action_plan: yes\n  evaluation: yes\n"
    head.write_text(head.read_text().replace("  modules: []\n", rules))
    return begin(house, folder=folder)


def missing(seat):
    return standing_of(seat.participant).missing.said


def evaluation(house, cohort):
    return opened(cohort, "going-on", house.tam, step=2)


def give(participant, house):
    told = {"chosen_name": "Lu", "by": house.tam, "address": address}
    return give_certificate(participant=participant, **told)


def test_being_there_is_not_yet_completing(house, cohort, seats):
    lu = seats[0]
    complete(lu.participant, house.tam)
    assert missing(lu) == [PLAN, EVALUATION]
    add_goal(participant=lu.participant, id=new_id(), words="Listen")
    assert missing(lu) == [EVALUATION]
    placed(evaluation(house, cohort), lu, 4)
    assert missing(lu) == []


def test_a_course_that_does_not_ask_does_not_look(house, seats):
    other = sit_down(begin(house, name="Autumn"), "Lu")[0]
    complete(other.participant, house.tam)
    assert missing(other) == []


def test_no_certificate_before_and_what_is_missing_is_told(page, house, cohort, seats):
    lu = seats[0].participant
    complete(lu, house.tam)
    there = reverse("certificate-give", args=[lu.pk])
    html = page(house.tam).post(there, {"chosen_name": "Lu Rivera"}).content.decode()
    assert f"Still missing: {PLAN}; {EVALUATION}." in html
    assert "Lu Rivera" in html
    with pytest.raises(NotAllowed, match="The course is not completed yet"):
        give(lu, house)
    assert Certificate.objects.exists() is False


def test_of_a_plan_only_that_it_exists_is_seen(page, house, cohort, seats):
    """Also when all of it was let go again: what is in it plays no part."""
    lu = seats[0].participant
    complete(lu, house.tam)
    goal = add_goal(participant=lu, id=new_id(), words="Tell my aunt")
    turn_goal(goal=goal, how="let_go")
    assert missing(seats[0]) == [EVALUATION]
    html = page(house.tam).get(reverse("participant", args=[lu.pk])).content.decode()
    assert ["Tell my aunt" in html, PLAN in html] == [False, False]


def test_an_evaluation_may_be_handed_in_empty(house, cohort, seats):
    placed(evaluation(house, cohort), seats[0])
    assert EVALUATION not in missing(seats[0])
    assert (Tally.objects.exists(), Voice.objects.exists()) == (False, False)


class TestNobodyIsFound:
    """That one handed in an evaluation is known; which one it was, from nothing that is kept."""

    @pytest.fixture
    def handed_in(self, house, cohort, seats):
        """All but the last hand one in, each another, in this order; one leaves most empty."""
        round = evaluation(house, cohort)
        for number, seat in enumerate(seats[:5]):
            places = (number + 1,) * (1 if number == 2 else 4)
            placed(round, seat, *places, words={"helped": f"words {number}", "change": ""})
        return round

    def test_no_row_of_somebody_tells_when_or_who_came_first(self, handed_in):
        rows = list(TookPart.objects.all())
        assert {row.created_at for row in rows} == {handed_in.created_at}
        assert {row.pk.version for row in rows} == {4}
        assert {field.name for field in TookPart._meta.concrete_fields} == {
            *("id", "created_at", "round", "participant", "own")
        }

    def test_how_much_one_answered_is_not_told_by_the_length_of_what_is_locked(self, handed_in):
        assert len({len(bytes(row.own)) for row in TookPart.objects.all()}) == 1

    def test_once_it_is_closed_only_that_they_did_is_kept(self, house, seats, handed_in):
        """In rows of their own making, so that where one lies tells nobody's turn."""
        before = set(TookPart.objects.values_list("pk", flat=True))
        close_round(round=handed_in, by=house.tam)
        rows = list(TookPart.objects.all())
        assert [bytes(row.own) for row in rows] == [b""] * 5
        assert before & {row.pk for row in rows} == set()
        assert {row.participant_id for row in rows} == {s.participant.pk for s in seats[:5]}
        assert {row.created_at for row in rows} == {handed_in.created_at}

    def test_beginning_the_next_module_closes_it_in_the_same_way(self, house, cohort, handed_in):
        opened(cohort, "values", house.tam)
        assert {bytes(row.own) for row in TookPart.objects.filter(round=handed_in)} == {b""}

    def test_with_each_answer_all_that_was_said_is_new(self, house, cohort, seats, handed_in):
        """So neither its id nor where it lies tells which came with whom."""
        before = {row.pk for model in (Tally, Voice) for row in model.objects.all()}
        placed(handed_in, seats[5], 5, words={"helped": "words 5", "change": ""})
        after = [row.pk for model in (Tally, Voice) for row in model.objects.all()]
        assert before & set(after) == set()
        assert {pk.version for pk in after} == {4}

    def test_the_trail_of_handing_in_names_nobody(self, handed_in):
        lines = Line.objects.filter(verb="round.answer")
        assert set(lines.values_list("actor_id", "kind", "object_id", "detail")) == {
            (None, "learning.round", handed_in.pk, "")
        }

    def test_who_handed_one_in_can_be_told_and_no_answer_before_it_is_closed(
        self, page, house, cohort, seats, handed_in
    ):
        tam = page(house.tam)
        told = [missing(seat)[-1:] == [EVALUATION] for seat in seats]
        assert told == [False] * 5 + [True]
        for name in ("lead", "learned", "attendance"):
            html = tam.get(reverse(name, args=[cohort.pk])).content.decode()
            assert "words 1" not in html
        assert tam.get(reverse("learned", args=[cohort.pk])).context["evaluations"] == []

    def test_nobody_comes_late_and_shows_by_what_changed_which_was_theirs(
        self, page, house, cohort, seats, handed_in
    ):
        close_round(round=handed_in, by=house.tam)
        there = reverse("learned", args=[cohort.pk])
        before = page(house.tam).get(there).context["evaluations"]
        with pytest.raises(NotAllowed, match="The room has gone on"):
            placed(handed_in, seats[5], 1)
        parts = {part.key: len(part.places) for part in asked_in(handed_in, "en")}
        seat = seats[0]
        with pytest.raises(NotAllowed, match="The room has gone on"):
            place_oneself(
                round=handed_in,
                participant=seat.participant,
                chosen={},
                places=parts,
                secret=seat.secret,
            )
        assert page(house.tam).get(there).context["evaluations"] == before


def test_a_trainer_does_without_a_rule_for_one_person_with_a_reason(page, house, cohort, seats):
    lu, kit = seats[0], seats[1]
    [complete(seat.participant, house.tam) for seat in (lu, kit)]
    there = reverse("participant-excuse", args=[lu.participant.pk])
    tam = page(house.tam)
    html = tam.post(there, {"rule": "evaluation", "because": " "}).content.decode()
    assert "This field is required" in html
    sent = {"rule": "evaluation", "because": "Was at the clinic"}
    for _ in range(2):
        assert tam.post(there, sent).status_code == 302
    assert (missing(lu), missing(kit)) == ([PLAN], [PLAN, EVALUATION])
    line = Line.objects.filter(verb="participant.excuse").get()
    assert (line.actor_id, line.detail) == (house.tam.pk, "evaluation")
    html = tam.post(there, sent | {"because": "Another one"}).content.decode()
    assert ["It was said before" in html, "Another one" in html] == [True, True]
    assert Excused.objects.get().because == "Was at the clinic"
    seen = [page(house.tam).get(reverse("participant", args=[lu.participant.pk]))]
    seen += [phone(cohort, lu).get(reverse("room-standing", args=[cohort.pk]))]
    assert [b"Was at the clinic" in answer.content for answer in seen] == [True, False]


def test_a_rule_that_the_course_does_not_have_cannot_be_left_out(page, house):
    other = sit_down(begin(house, name="Autumn"), "Lu")[0].participant
    there = reverse("participant-excuse", args=[other.pk])
    html = page(house.tam).post(there, {"rule": "plan", "because": "x"}).content.decode()
    assert "This course asks for nothing besides its modules." in html
    assert Excused.objects.exists() is False


def test_one_reads_for_oneself_what_is_missing(cohort, seats):
    there = reverse("room-standing", args=[cohort.pk])
    html = phone(cohort, seats[0]).get(there).content.decode()
    assert [words in html for words in (PLAN, EVALUATION, "6 modules that are yet to come")] == [
        True
    ] * 3


@pytest.mark.usefixtures("seats")
def test_excused_and_given_in_one_course_it_is_completed(house, cohort):
    lu = sit_down(cohort, "Lu")[0].participant
    complete(lu, house.tam)
    for rule in ("plan", "evaluation"):
        excuse(participant=lu, rule=rule, because="On paper", by=house.tam)
    assert give(lu, house).minutes == 120
