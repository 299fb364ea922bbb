"""Each form sent with more than it asks for, sent twice, and sent with somebody else's id."""

import pytest
from django.db import transaction

from tests.web.guard.sendings import all_sendings

pytestmark = pytest.mark.django_db

#: Sent a second time, these do not answer as they did the first time, and why.
TOLD_SO = {
    "sites": "there is a place of this name already",
    "stage-words": "there is a stage of this name already",
    **dict.fromkeys(("copy", "plan-paper", "plan-version-paper", "plan-card"), "this copy is made"),
    "import": "the import is a step further",
    "import-leave": "the import is gone",
}
#: Sent a second time, these write again.
AGAIN = {
    "own-page": "the same words, sealed anew",
    "program-measure": "a statement of that moment",
    "participant-link": "another link",
    "exports": "another file leaves, and is accounted for",
}


@pytest.fixture(scope="module")
def sendings(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        found = all_sendings()
        transaction.set_rollback(True)
    return found


def test_most_forms_do_something_when_sent(sendings):
    assert sum(one.first[0] == 302 and bool(one.change) for one in sendings) > 40


def test_fields_that_no_form_asks_for_change_nothing(sendings):
    assert [one.page for one in sendings if one.with_more != one.change] == []


def test_sent_a_second_time_it_answers_the_same(sendings):
    found = {one.page for one in sendings if one.again != one.first}
    assert found == set(TOLD_SO)


def test_sent_a_second_time_it_writes_nothing_but_the_trail(sendings):
    found = {
        one.page
        for one in sendings
        if [row for row in one.change_again if not row.startswith("audit_entry ")]
    }
    assert found == set(AGAIN)


def test_an_id_that_is_taken_overwrites_nothing_and_tells_nothing(sendings):
    forged = [(one.page, *answer) for one in sendings for answer in one.foreign]
    assert len({page for page, *_ in forged}) > 20
    faults = [
        (page, status, to)
        for page, pk, status, to, changed, has_told in forged
        if status >= 500 or changed or has_told or pk in to
    ]
    assert faults == []
