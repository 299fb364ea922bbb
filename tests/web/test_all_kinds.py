"""Every maker makes what it says, also before a page needs it."""

import pytest

from tests.web.kinds import MAKERS


@pytest.mark.parametrize("kind", MAKERS)
def test_each_kind_can_be_made(house, kind):
    assert MAKERS[kind](house)
