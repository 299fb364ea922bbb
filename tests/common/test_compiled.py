"""Compiled once: the SQL is kept, the rows never are."""

from threading import Thread

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from alongside.common.compiled import Ids, One, compiled_once
from alongside.people.actions import start_person
from alongside.people.models import Recoveree
from alongside.team.models import Organization, Program

built = []


@pytest.fixture
def people_of():
    """Compiled by nobody yet: the same ids may have been asked for in the test before."""
    return compiled_once(_people_of)


def _people_of(program_id, records: Ids):
    built.append(program_id)
    people = Recoveree.objects.filter(program=program_id, pk__in=records)
    return people.select_related("program").order_by("id")


@compiled_once
def names_of(records: Ids):
    return Recoveree.objects.filter(pk__in=records).values_list("pk", "program__name")


@pytest.fixture
def kim(house):
    return start_person(program=house.harbor, called="Kim", by=house.ana)


def test_it_finds_what_the_queryset_would_find(house, kim, people_of):
    found = people_of(house.harbor.pk, Ids([house.sam.pk, kim.pk]))
    assert [(one, one.called, one.program) for one in found] == [
        (house.sam, "Sam", house.harbor),
        (kim, "Kim", house.harbor),
    ]
    assert names_of(Ids([kim.pk])) == [(kim.pk, "Harbor")]


def test_other_ids_are_asked_for_with_the_same_sql(house, kim, people_of):
    built.clear()
    with CaptureQueriesContext(connection) as asked:
        found = [people_of(house.harbor.pk, Ids(ids)) for ids in ([house.sam.pk], [kim.pk], [])]
    assert (found, len(asked), len(built)) == ([[house.sam], [kim], []], 2, 1)


def test_other_arguments_make_another_query(house, kim, people_of):
    here, elsewhere = house.harbor.pk, house.bridge.pk
    assert [people_of(place, Ids([kim.pk])) for place in (here, elsewhere)] == [[kim], []]


def test_no_row_is_remembered(house, kim, people_of):
    ids = Ids([house.sam.pk, kim.pk])
    before = people_of(house.harbor.pk, ids)
    Recoveree.objects.filter(pk=kim.pk).update(program=house.bridge)
    assert (len(before), people_of(house.harbor.pk, ids)) == (2, [house.sam])


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_over_its_own_connection(house, kim):
    names_of(Ids([house.sam.pk]))
    found = []

    def ask():
        found.append(names_of(Ids([kim.pk])))
        connection.close()

    threads = [Thread(target=ask) for _ in range(2)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert found == [[(kim.pk, "Harbor")]] * 2


def test_what_can_find_nothing_asks_nothing(house, django_assert_num_queries):
    nobody = compiled_once(lambda: Recoveree.objects.filter(pk__in=[]))
    with django_assert_num_queries(0):
        assert nobody() == []


def test_one_value_is_left_blank_too(house, kim):
    @compiled_once
    def made_until(person: One, at: One):
        built.append(person)
        return Recoveree.objects.filter(pk=person, created_at__lte=at)

    built.clear()
    found = [
        made_until(One(house.sam.pk), One(house.sam.created_at)),
        made_until(One(kim.pk), One(house.sam.created_at)),
        made_until(One(kim.pk), One(kim.created_at)),
    ]
    assert (found, len(built)) == ([[house.sam], [], [kim]], 1)


def test_one_word_is_left_blank_and_is_no_id(house, kim):
    @compiled_once
    def named(name: One):
        built.append(name)
        return Program.objects.filter(Q(name=name)).values_list("name", flat=True)

    built.clear()
    found = [named(One(name)) for name in (house.harbor.name, "Nowhere", house.bridge.name)]
    assert (found, len(built)) == ([[house.harbor.name], [], [house.bridge.name]], 1)


def test_what_belongs_to_the_rows_is_fetched_with_them(house, django_assert_num_queries):
    programs = compiled_once(
        lambda pk: Organization.objects.filter(pk=pk).prefetch_related("programs")
    )
    with django_assert_num_queries(2):
        [organization] = programs(house.organization.pk)
        assert house.harbor in organization.programs.all()
