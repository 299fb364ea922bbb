"""Neutral letters: one before a day, one when a look back is due, and none twice."""

from datetime import timedelta

from django.core import mail

from alongside.common.clock import today
from alongside.jobs.reminding import remind
from alongside.learning.actions.planning import wish_to_look_back
from alongside.learning.actions.taking_part import tell_of_oneself
from alongside.learning.models import FollowUp
from tests.learning.conftest import begin, sit_down

SENSITIVE = ("recovery", "harm", "drug", "Harbor", "Spring", "course", "Lu")


def with_address(cohort):
    lu, _kit = sit_down(cohort, "Lu", "Kit")
    tell_of_oneself(participant=lu.participant, address="lu@example.org", by=None)
    return lu.participant


def test_a_letter_says_when_and_where_and_not_what_for(house):
    cohort = begin(house, days=[today() + timedelta(days=1)], place="Front Street 3")
    with_address(cohort)
    assert [remind(), remind()] == [1, 0]
    letter = mail.outbox[0]
    assert letter.to == ["lu@example.org"]
    assert letter.body.endswith("9:00 a.m.\nFront Street 3")
    assert [word for word in SENSITIVE if word in letter.subject + letter.body] == []


def test_nobody_hears_of_a_day_that_is_not_tomorrow(house):
    with_address(begin(house, days=[today() + timedelta(days=2)]))
    assert remind() == 0


def test_a_look_back_that_was_wished_for_comes_on_its_day(house):
    cohort = begin(house, days=[today() - timedelta(days=30)])
    lu = with_address(cohort)
    wish_to_look_back(participant=lu, days=[30, 90])
    assert sorted(FollowUp.objects.values_list("days", flat=True)) == [30, 90]
    assert [remind(), remind()] == [1, 0]
