"""What `trail verify` finds, once the triggers are out of the way."""

from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from alongside.audit import trail, verify
from alongside.audit.append_only import APPEND_ONLY
from alongside.audit.models import Entry, Head
from alongside.common.models import Key
from alongside.common.sealing import keyring
from alongside.common.sealing.cipher import SealBroken

HERE = UUID(int=7)


@pytest.fixture
def chain(db):
    """Five lines of one organization, open to whoever would tamper with them."""
    for number in range(5):
        trail.record(f"verb{number}", by=None, organization_id=HERE)
    with connection.cursor() as cursor:
        APPEND_ONLY.lift(cursor, connection.vendor)
        yield Entry.objects.filter(organization_id=HERE)
        APPEND_ONLY.put(cursor, connection.vendor)


def found():
    return [(fault.number, fault.what) for fault in verify.faults()]


def test_a_whole_chain_has_no_fault(chain):
    assert found() == []


@pytest.mark.parametrize(
    "change",
    [
        {"verb": "x"},
        {"detail": "x"},
        {"person_id": UUID(int=1)},
        {"actor_id": UUID(int=1)},
        {"at": "2001-01-01T00:00:00Z"},
    ],
)
def test_an_edited_line_is_found(chain, change):
    chain.filter(number=3).update(**change)
    assert found() == [(3, "this line has been changed")]


def test_a_deleted_line_is_found(chain):
    chain.filter(number__in=[2, 3]).delete()
    assert found() == [(2, "lines 2 to 3 are missing")]


def test_a_line_put_in_the_place_of_another_is_found(chain):
    other = chain.get(number=2)
    chain.filter(number=2).delete()
    other.pk, other.verb = None, "forged"
    other.save(force_insert=True)
    assert found() == [(2, "this line has been changed")]


def test_a_line_added_at_the_end_is_found(chain):
    forged = chain.get(number=5)
    forged.pk, forged.number = None, 6
    forged.save(force_insert=True)
    assert found() == [(6, "this line has been changed")]


def test_a_cut_off_end_is_found(chain):
    chain.filter(number__gt=3).delete()
    assert found() == [(4, "the last lines are missing or have been changed")]


def test_a_removed_head_is_found(chain):
    Head.objects.filter(pk=HERE).delete()
    assert found() == [(0, "the end of this chain has been removed")]


def test_a_chain_removed_whole_is_found_by_its_key(chain):
    Head.objects.filter(pk=HERE).delete()
    chain.delete()
    assert found() == [(0, "the end of this chain has been removed")]


def test_a_lost_key_is_told_and_not_replaced(chain):
    Key.objects.filter(owner_id=trail.chain_owner(HERE)).delete()
    connection.run_on_commit.clear()  # where a new key waits to be remembered
    keyring.forget()
    assert found() == [(0, "the key of this chain is gone: it cannot be checked")]
    with pytest.raises(SealBroken), transaction.atomic():
        trail.record("x", by=None, organization_id=HERE)


def test_a_line_moved_to_another_chain_is_found(chain):
    elsewhere = uuid4()
    trail.record("x", by=None, organization_id=elsewhere)
    chain.filter(number=5).update(organization_id=elsewhere, number=2)
    assert sorted(what for _, what in found()) == [
        "the last lines are missing or have been changed",
        "this line has been changed",
    ]


def test_an_end_cut_off_together_with_its_head_is_beyond_a_chain(chain):
    """Told in docs/security.md: only an anchor outside can find this."""
    chain.filter(number__gt=3).delete()
    Head.objects.filter(pk=HERE).update(number=3, seal=chain.get(number=3).seal)
    assert found() == []
