"""One row for each act, in the same transaction, that nobody can change."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, connections, transaction

from alongside.audit import trail, verify
from alongside.audit.models import Entry, Head
from alongside.common.clock import now


def last():
    return Entry.objects.order_by("pk").last()


def test_an_act_leaves_one_row_with_ids_and_no_words(house, ana, sam):
    before = Entry.objects.count()
    trail.record("recoveree.read", sam, by=ana, detail="called")
    entry = last()
    assert Entry.objects.count() == before + 1
    assert (entry.verb, entry.kind, entry.detail) == (
        "recoveree.read",
        "people.recoveree",
        "called",
    )
    assert (entry.object_id, entry.person_id, entry.actor_id) == (sam.pk, sam.pk, ana.pk)
    assert (entry.program_id, entry.organization_id) == (house.harbor.pk, house.organization.pk)


def test_what_belongs_to_no_organization_has_a_chain_of_its_own(db):
    trail.record("sign_in.failed", by=None)
    assert last().organization_id == trail.NOWHERE


def test_a_job_without_an_actor_writes_to_the_chain_of_the_person(house, sam):
    trail.record("answer.read", about(sam, house.ana), by=None)
    assert last().organization_id == house.organization.pk


def about(person, by):
    from alongside.people.models import Statement  # noqa: PLC0415 the room is above this one

    return Statement(recoveree=person, by=by)


def test_a_detail_is_cut_to_what_fits(house, ana):
    trail.record("search", by=ana, detail="x" * 400)
    assert last().detail == "x" * 250


class Broken(Exception):
    pass


def test_the_trail_falls_with_the_act(house, ana, sam):
    before = Entry.objects.count()
    with pytest.raises(Broken), transaction.atomic():
        trail.record("recoveree.read", sam, by=ana)
        raise Broken
    assert Entry.objects.count() == before
    trail.record("recoveree.read", sam, by=ana)
    assert list(verify.faults()) == []


def test_each_organization_counts_its_own_lines(db):
    first, second = uuid4(), uuid4()
    for organization_id in [first, second, first]:
        trail.record("x", by=None, organization_id=organization_id)
    numbers = Entry.objects.filter(organization_id__in=[first, second]).order_by("pk")
    assert list(numbers.values_list("number", flat=True)) == [1, 1, 2]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_entry SET verb = 'x'", "DELETE FROM audit_entry"],
)
def test_the_database_refuses_to_change_the_trail(house, statement):
    with pytest.raises(IntegrityError, match="only be added to"), transaction.atomic():
        connection.cursor().execute(statement)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a way that only SQLite has")
def test_the_database_refuses_to_replace_a_line(house):
    replace = "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry"
    with pytest.raises(IntegrityError, match="only be added to"), transaction.atomic():
        connection.cursor().execute(replace)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a way that only PostgreSQL has")
def test_the_database_refuses_to_empty_the_trail(house):
    with pytest.raises(IntegrityError, match="only be added to"), transaction.atomic():
        connection.cursor().execute("TRUNCATE audit_entry")


def test_the_orm_is_refused_too(house):
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.update(at=now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_eight_writers_at_once_begin_one_chain():
    organization_id, barrier = uuid4(), Barrier(8)

    def write():
        barrier.wait()
        for _ in range(5):
            trail.record("x", by=None, organization_id=organization_id)
        connections.close_all()

    threads = [Thread(target=write) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert Head.objects.get(pk=organization_id).number == 40
    assert Entry.objects.filter(organization_id=organization_id).count() == 40
    assert list(verify.faults()) == []
