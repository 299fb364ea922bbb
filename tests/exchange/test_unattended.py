"""A spreadsheet brought from the command line."""

import pytest

from alongside.common.errors import NotAllowed
from alongside.exchange.models import Batch
from alongside.exchange.unattended import take_in_file
from alongside.people.models import Pairing, Recoveree
from tests.exchange.test_pages import PEOPLE


def take_in(house, by, **told):
    data = PEOPLE.encode()
    return list(take_in_file(house.harbor, by, file_name="list.csv", data=data, **told))


def test_looked_at_only_nothing_is_kept(house):
    [batch] = take_in(house, house.max, is_confirmed=False)
    assert batch.counts == {"added": 2, "joined": 1, "empty": 2}
    assert (Batch.objects.count(), Recoveree.objects.count()) == (0, 1)


def test_confirmed_it_comes_in_by_the_guesses_of_the_pages(house):
    [batch] = take_in(house, house.max, is_confirmed=True)
    assert (batch.step, Recoveree.objects.count()) == ("done", 3)
    assert Pairing.objects.exclude(recoveree=house.sam).get().coach == house.ana


@pytest.mark.parametrize("name", ["ana", "eve", "oz", "rex"])
def test_only_those_who_may(house, name):
    with pytest.raises(NotAllowed):
        take_in(house, getattr(house, name), is_confirmed=True)
