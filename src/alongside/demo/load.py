"""Loading the made-up program: the same people and histories for the same seed and day."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import transaction

from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.demo.people import BRIDGE, HARBOR, ORGANIZATION, STAFF, sign_in_choices
from alongside.people.actions import start_people
from alongside.team.actions import (
    add_member,
    add_site,
    found_organization,
    open_account,
    open_program,
)


def is_loaded() -> bool:
    return bool(sign_in_choices())


@transaction.atomic
def load(*, told: Callable[[int, int], None]) -> dict[str, int]:
    """Make everything up, and say how much of it there is. Refused outside demo mode."""
    if not settings.DEMO:
        raise NotAllowed("The made-up program is loaded in demo mode only.")
    since = today() - timedelta(days=600)
    organization = found_organization(name=ORGANIZATION, is_demo=True)
    programs = {
        name: open_program(organization=organization, name=name) for name in (HARBOR, BRIDGE)
    }
    add_site(program=programs[HARBOR], name="Front Street")
    accounts = {}
    for person in STAFF:
        account = open_account(organization=organization, email=person.email, name=person.name)
        add_member(program=programs[person.program], account=account, role=person.role, since=since)
        accounts[person.key] = account
    names = [(None, name) for name in ("Marisol", "Old Pete", "JJ", "Dee")]
    people = start_people(names, program=programs[HARBOR], by=accounts["ana"])
    told(1, 1)
    return {"people": len(people)}
