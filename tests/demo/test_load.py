"""The made-up program in the database: loaded once here, in one long test of a few seconds."""

import pytest
from django.core.exceptions import ValidationError

from alongside.audit import verify
from alongside.demo.cast import CALLED
from alongside.demo.load import is_loaded, load
from alongside.demo.people import STAFF, sign_in_choices
from alongside.learning.queries.cohorts import cohorts_led_by
from alongside.learning.queries.given import certificates_led_by
from alongside.people.queries import recoverees_for
from alongside.team.queries import demo_memberships
from alongside.team.roles import May


def test_outside_demo_mode_it_is_refused(db, settings):
    settings.DEMO = False
    with pytest.raises(ValidationError):
        load()
    assert is_loaded() is False


def test_before_it_is_loaded_nobody_may_sign_in_with_a_button(db):
    assert sign_in_choices() == []


def test_it_is_loaded_whole(db):
    heard = []
    counts = load(told=lambda done, total: heard.append((done, total)))
    assert (counts["people"], counts["contacts"]) == (120, 4000)
    assert heard == [(n, 11) for n in range(1, 12)]
    assert list(verify.faults()) == []
    choices = {choice.account.email.split("@")[0]: choice.account for choice in sign_in_choices()}
    assert list(choices) == [person.key for person in STAFF]
    assert {row.account for row in demo_memberships()} == set(choices.values())
    cohorts = {row.name: row for row in cohorts_led_by(choices["tam"])}
    assert [bool(row.ended_at) for row in cohorts.values()] == [False, True]
    assert certificates_led_by(choices["tam"]).count() == 10
    called = {key: _called(account) for key, account in choices.items()}
    assert called["ana"] | called["eve"] <= set(CALLED)
    assert (len(called["ana"] & called["eve"]), len(called["oz"])) == (0, 0)


def _called(account) -> set[str]:
    return {person.called for person in recoverees_for(account, May.READ_PEOPLE)}
