"""A cohort at Harbor with its room: *tam* leads it, and others take part with names to use."""

from datetime import time, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from alongside.common.clock import today
from alongside.common.ids import new_id
from alongside.learning.actions.answering import place_oneself
from alongside.learning.actions.cohorts import begin_cohort
from alongside.learning.actions.leading import begin_slot, open_round
from alongside.learning.actions.taking_part import join
from alongside.learning.models import Slot
from alongside.learning.queries.answers import asked_in

SHORT = Path(__file__).parent / "short"


def begin(house, **told):
    """A cohort of the short course, today at nine."""
    told = {"starts": time(9), "name": "Spring", "by": house.tam, "folder": SHORT} | told
    told.setdefault("days", [today()])
    return begin_cohort(program=house.harbor, **told)


def sit_down(cohort, *names) -> list[SimpleNamespace]:
    """Some who take part, each with the secret of their link."""
    joined = [join(cohort=cohort, called=name) for name in names]
    return [SimpleNamespace(participant=row, secret=secret) for row, secret in joined]


def slot_of(cohort, key):
    return Slot.objects.select_related("cohort__program").get(cohort=cohort, key=key)


def opened(cohort, key, by, *, step=0):
    """The activity of a module's step, open in the room."""
    slot = slot_of(cohort, key)
    begin_slot(slot=slot, by=by)
    return open_round(cohort=cohort, slot=slot, step=step, by=by, id=new_id())


def placed(round, seat, *places, words=None):
    """One of those who take part places themself on each statement."""
    parts = asked_in(round, "en")
    return place_oneself(
        round=round,
        participant=seat.participant,
        secret=seat.secret,
        chosen={part.key: place for part, place in zip(parts, places, strict=False) if place},
        places={part.key: len(part.places) for part in parts},
        words=words,
    )


@pytest.fixture
def cohort(house):
    return begin(house)


@pytest.fixture
def seats(cohort):
    return sit_down(cohort, "Lu", "Kit", "Noa", "Jo", "Ali", "Mar")


def a_day_ago():
    return today() - timedelta(days=1)
