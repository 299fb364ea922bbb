"""Rows stored by SQL that is put together once."""

import pytest
from django.db import IntegrityError, transaction

from alongside.common.inserts import Made
from alongside.people.models import Statement


def a_statement(house):
    return Statement(recoveree=house.sam, by=house.ana, words="I am, because I say so.")


def test_they_read_as_they_were_written(house):
    rows = [a_statement(house), a_statement(house)]
    Made(rows).store()
    stored = Statement.objects.filter(recoveree=house.sam).order_by("id")
    assert [(row.pk, row.words) for row in stored] == [(row.pk, row.words) for row in rows]


def test_a_stored_row_is_no_new_one(house):
    row = a_statement(house)
    Made([row]).store()
    row.words = "I was asked not to say."
    row.save()
    assert Statement.objects.get(pk=row.pk).words == row.words


def test_the_same_id_is_refused(house):
    row = a_statement(house)
    Made([row]).store()
    with pytest.raises(IntegrityError), transaction.atomic():
        Made([row]).store()
