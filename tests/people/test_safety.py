"""Pauses with an end and an appeal; a death recorded with care."""

from datetime import timedelta

import pytest

from alongside.audit.models import Entry
from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.people.actions import join_records, start_person, undo_join
from alongside.people.actions.safety import (
    answer_appeal,
    answer_support,
    appeal,
    end_pause,
    pause,
    record_death,
    take_back_death,
)
from alongside.people.models import Death, Recoveree
from alongside.people.queries import recoverees_for
from alongside.people.queries.cards import awake_for, resting_for, walking_with
from alongside.people.queries.safety import (
    appeals_waiting_for,
    death_of,
    pauses_now,
    support_offers_for,
    talks_wished_for,
)
from alongside.team.actions import end_membership
from alongside.team.models import Membership
from alongside.team.roles import May


def pause_sam(house, days=30, by=None):
    return pause(
        recoveree=house.sam,
        reason="a knife at the front desk",
        until=today() + timedelta(days=days),
        appeal_to="tell Max",
        by=by or house.sue,
    )


@pytest.mark.parametrize("days", [-1, 0, 91])
def test_a_pause_ends_within_90_days(house, days):
    with pytest.raises(NotAllowed) as refusal:
        pause_sam(house, days=days)
    assert list(refusal.value.message_dict) == ["until"]


@pytest.mark.parametrize("days", [1, 90])
def test_a_pause_holds_until_its_end_or_an_earlier_one(house, days):
    held = pause_sam(house, days=days)
    assert list(pauses_now(house.sam)) == [held]
    end_pause(pause=held, by=house.max)
    assert list(pauses_now(house.sam)) == []


def test_a_pause_takes_no_right_away(house):
    pause_sam(house)
    assert list(recoverees_for(house.ana, May.WRITE_CONTACTS)) == [house.sam]


def test_somebody_else_than_who_paused_answers(house):
    objection = appeal(pause=pause_sam(house), words="it was a spoon", by=house.ana)
    with pytest.raises(NotAllowed):
        answer_appeal(appeal=objection, answer="no", by=house.sue)
    answered = answer_appeal(appeal=objection, answer="you are right", by=house.max, ends=True)
    assert (answered.answered_by, list(pauses_now(house.sam))) == (house.max, [])


def test_an_appeal_is_answered_once(house):
    objection = appeal(pause=pause_sam(house), words="it was a spoon", by=house.ana)
    answer_appeal(appeal=objection, answer="it stays", by=house.max)
    with pytest.raises(NotAllowed):
        answer_appeal(appeal=objection, answer="it goes", by=house.max)


def test_an_appeal_waits_for_those_who_may_answer_it(house):
    objection = appeal(pause=pause_sam(house), words="it was a spoon", by=house.ana)
    names = ["max", "sue", "ana", "eve", "oz", "rex"]
    waits = [list(appeals_waiting_for(getattr(house, name))) for name in names]
    assert waits == [[objection], [], [], [], [], []]


def lists_of(reader):
    return [list(rows) for rows in (awake_for(reader), resting_for(reader), walking_with(reader))]


def test_after_a_death_the_person_is_in_no_list_and_the_record_stays(house):
    record_death(recoveree=house.sam, by=house.ana, words="she loved the river")
    assert lists_of(house.ana) == [[], [], []]
    assert list(Recoveree.objects.living()) == []
    assert list(recoverees_for(house.ana, May.READ_PEOPLE)) == [house.sam]
    assert death_of(house.sam).words == "she loved the river"


def test_a_death_taken_back_brings_everything_back(house):
    death = record_death(recoveree=house.sam, by=house.ana)
    take_back_death(death=death, by=house.ana)
    assert lists_of(house.ana) == [[house.sam], [], [house.sam]]
    assert list(support_offers_for(house.ana)) == []


def test_a_death_is_recorded_once_and_not_ahead(house):
    with pytest.raises(NotAllowed):
        record_death(recoveree=house.sam, by=house.ana, on=today() + timedelta(days=1))
    record_death(recoveree=house.sam, by=house.ana)
    with pytest.raises(NotAllowed):
        record_death(recoveree=house.sam, by=house.ana)
    assert Death.objects.count() == 1


def test_a_death_on_a_record_that_is_joined_counts_for_the_person(house):
    other = start_person(program=house.harbor, called="Samuel", by=house.ana)
    record_death(recoveree=house.sam, by=house.ana)
    join = join_records(kept=other, joined=house.sam, by=house.sue)
    assert list(Recoveree.objects.living().standing_alone()) == []
    undo_join(join=join, by=house.sue)
    assert list(Recoveree.objects.living()) == [other]


def test_support_is_offered_to_every_coach_who_walked_with_them(house):
    record_death(recoveree=house.sam, by=house.ben, also=[house.ben])
    offered = {
        name: support_offers_for(getattr(house, name)).count()
        for name in ["ana", "ben", "sue", "eve", "oz"]
    }
    assert offered == {"ana": 1, "ben": 1, "sue": 0, "eve": 0, "oz": 0}


def test_support_answered_leaves_today_and_reaches_those_who_can_talk(house):
    record_death(recoveree=house.sam, by=house.ana)
    [offer] = support_offers_for(house.ana)
    answer_support(offer=offer, wants_talk=True, by=house.ana)
    assert list(support_offers_for(house.ana)) == []
    readers = [house.sue, house.max, house.ana, house.eve]
    assert [talks_wished_for(reader).count() for reader in readers] == [1, 1, 0, 0]


def test_a_coach_who_left_is_not_shown_the_offer(house):
    record_death(recoveree=house.sam, by=house.sue)
    membership = Membership.objects.get(account=house.ana, program=house.harbor)
    end_membership(membership=membership, by=house.max)
    assert list(support_offers_for(house.ana)) == []


def test_the_trail_tells_of_a_pause_and_a_death_without_their_words(house):
    pause_sam(house)
    record_death(recoveree=house.sam, by=house.ana, words="she loved the river")
    told = " ".join(Entry.objects.values_list("detail", flat=True))
    assert ("knife" in told, "river" in told) == (False, False)
