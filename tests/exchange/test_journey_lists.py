"""Journeys as lists for a spreadsheet."""

import csv
import io

import pytest

from alongside.exchange.journey_lists import ROWS
from alongside.exchange.lists import list_file
from alongside.journeys.actions.walk import name_concern
from tests.exchange.test_archive_journeys import fill

pytestmark = pytest.mark.django_db


def cells(house, what):
    text = b"".join(list_file(what, "csv", program=house.harbor, by=house.max))
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))[1:]


def test_every_kind_leaves_with_all_its_rows_under_the_one_person(house):
    fill(house)
    told = {what: cells(house, what) for what in ROWS}
    lengths = {what: len(rows) for what, rows in told.items()}
    assert lengths == {"concerns": 2, "sightings": 3, "hopes": 1, "goals": 2, "measures": 2}
    assert {row[1] for rows in told.values() for row in rows} == {str(house.sam.pk)}
    assert told["goals"][0][6:8] == ["An ID card", "ask (…)"]


def test_no_cell_is_a_formula(house):
    fill(house)
    name_concern(recoveree=house.sam, name="=1+1", by=house.ana)
    assert cells(house, "concerns")[-1][3] == "'=1+1"
