"""SQLite as we need it: nothing lost, in turn, and never locked for good."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import OperationalError, ProgrammingError, connection, connections, transaction

from alongside.audit.models import Head

pytestmark = [
    pytest.mark.skipif(connection.vendor != "sqlite", reason="this is about SQLite"),
    pytest.mark.django_db(transaction=True),
]

WISHED = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: what was acknowledged survives a power cut
    "foreign_keys": 1,
    "recursive_triggers": 1,  # without it, INSERT OR REPLACE goes past the trail's triggers
    "secure_delete": 1,
    "journal_size_limit": 67108864,
}


def in_a_thread(work, *args):
    """What `work` returns, in a thread with a connection of its own."""

    def run():
        try:
            return work(*args)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


def pragmas():
    with connection.cursor() as cursor:
        return {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in WISHED}


def test_every_connection_is_as_safe_as_the_first():
    assert pragmas() == WISHED
    assert in_a_thread(pragmas) == WISHED


def counter():
    return Head.objects.create(organization_id=uuid4())


def read_then_write(pk, times=1):
    for _ in range(times):
        with transaction.atomic():
            head = Head.objects.get(pk=pk)
            head.number += 1
            head.save()


def test_eight_threads_that_read_then_write_lose_nothing():
    head = counter()
    barrier = Barrier(8)

    def work():
        barrier.wait()
        read_then_write(head.pk, times=25)
        connections.close_all()

    threads = [Thread(target=work) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    head.refresh_from_db()
    assert head.number == 200


class Broken(Exception):
    pass


def test_a_failure_inside_frees_the_line():
    head = counter()
    with pytest.raises(Broken), transaction.atomic():
        head.save()
        raise Broken
    in_a_thread(read_then_write, head.pk)
    head.refresh_from_db()
    assert head.number == 1


def test_a_savepoint_rolled_back_keeps_the_place_in_line():
    head = counter()
    with transaction.atomic():
        with pytest.raises(Broken), transaction.atomic():
            head.save()
            raise Broken
        assert connection._place is not None
    assert connection._place is None


def test_a_connection_closed_in_the_midst_frees_the_line():
    head = counter()
    with pytest.raises(ProgrammingError), transaction.atomic():
        connection.close()
        head.save()
    in_a_thread(read_then_write, head.pk)
    head.refresh_from_db()
    assert head.number == 1


def test_a_thread_that_dies_in_the_midst_frees_the_line_and_its_write_is_undone():
    head, left_open = counter(), []

    def die():
        left_open.append(transaction.atomic())  # entered and never left
        left_open[0].__enter__()
        Head.objects.filter(pk=head.pk).update(number=99)

    thread = Thread(target=die)
    thread.start()
    thread.join()
    read_then_write(head.pk)
    head.refresh_from_db()
    assert head.number == 1


def test_whoever_waits_too_long_is_told_so_plainly(monkeypatch):
    head = counter()
    hurry = connection.settings_dict["OPTIONS"] | {"timeout": 0.1}
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", hurry)  # shared by all threads

    def hurried():
        with pytest.raises(OperationalError, match=r"busy for 0\.1 seconds"):
            Head.objects.filter(pk=head.pk).update(number=5)
        return connection._place

    with transaction.atomic():
        head.save()
        assert in_a_thread(hurried) is None


def test_a_write_without_a_transaction_leaves_the_line_at_once():
    head = counter()
    Head.objects.filter(pk=head.pk).update(number=7)
    assert connection._place is None
    in_a_thread(read_then_write, head.pk)
    head.refresh_from_db()
    assert head.number == 8
