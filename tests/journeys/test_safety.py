"""A plan to be safer, and being there after an overdose."""

from datetime import timedelta

import pytest

from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.journeys.actions.safety import (
    hear_of_overdose,
    settle_overdose,
    write_safer_plan,
)
from alongside.journeys.queries.safety import overdoses_of, safer_plans_of, to_be_there_for
from alongside.people.actions.safety import record_death

pytestmark = pytest.mark.django_db


def hear(sam, ana, days=1):
    return hear_of_overdose(
        recoveree=sam, told_by="ally", happened_on=today() - timedelta(days=days), by=ana
    )


def test_an_overdose_is_on_today_until_somebody_was_there(ana, sam):
    row = hear(sam, ana)
    assert to_be_there_for(ana) == [row]
    settle_overdose(overdose=row, answer="not_reached", by=ana)
    assert to_be_there_for(ana) == [row]
    settle_overdose(overdose=row, answer="talked", by=ana)
    assert to_be_there_for(ana) == []


def test_it_is_settled_once(ana, sam):
    row = hear(sam, ana)
    settle_overdose(overdose=row, answer="not_wanted", by=ana)
    with pytest.raises(NotAllowed):
        settle_overdose(overdose=row, answer="talked", by=ana)


def test_another_coach_and_another_program_are_not_asked(ana, ben, eve, oz, sam):
    hear(sam, ana)
    assert [to_be_there_for(who) for who in (ben, eve, oz)] == [[], [], []]


def test_it_leaves_today_after_two_weeks_and_stays_in_the_record(ana, sam):
    row = hear(sam, ana, days=15)
    assert to_be_there_for(ana) == []
    assert list(overdoses_of(sam)) == [row]


def test_after_a_death_nobody_is_asked_to_be_there(ana, sam):
    hear(sam, ana)
    record_death(recoveree=sam, by=ana)
    assert to_be_there_for(ana) == []


def test_a_safer_plan_needs_a_few_words_and_keeps_the_one_before(ana, sam):
    with pytest.raises(NotAllowed):
        write_safer_plan(recoveree=sam, safer="", naloxone=" ", by=ana)
    write_safer_plan(recoveree=sam, naloxone="In the blue bag", by=ana)
    write_safer_plan(recoveree=sam, naloxone="With Kit", by=ana)
    assert [plan.naloxone for plan in safer_plans_of(sam)] == ["With Kit", "In the blue bag"]
