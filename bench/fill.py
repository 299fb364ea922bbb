"""Fill an empty database with one program of a given size, and sign its coaches in.

Run as `python -m bench.fill --contacts N --people N`; prints JSON: sessions (one session
key a coach) and people (ids of people the first coach walks with).
"""

import argparse
import itertools
import json
import random
from datetime import timedelta

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from alongside.audit import trail  # noqa: E402
from alongside.common.clock import now, today  # noqa: E402
from alongside.contacts.models import (  # noqa: E402
    Appointment,
    Attendance,
    CallWish,
    Contact,
    Given,
    Item,
    Move,
    MoveMade,
    Note,
    Promise,
)
from alongside.journeys.models import Overdose  # noqa: E402
from alongside.people.actions import start_people  # noqa: E402
from alongside.people.models import Answer, Pairing, Rhythm, Whereabouts  # noqa: E402
from alongside.team.actions import (  # noqa: E402
    add_member,
    add_site,
    found_organization,
    open_account,
    open_program,
)
from alongside.team.roles import Role  # noqa: E402

COACHES = 9
WALKED_WITH, LATELY = 40, 10
FIRST = [
    "Ada",
    "Bo",
    "Cruz",
    "Dee",
    "Eli",
    "Fay",
    "Gus",
    "Hana",
    "Ivo",
    "June",
    "Kai",
    "Lou",
    "Mika",
    "Noor",
    "Oda",
    "Pat",
    "Quin",
    "Rae",
    "Sol",
    "Tia",
]
LAST = [
    "Abbott",
    "Banda",
    "Costa",
    "Diaz",
    "Eriksen",
    "Fofana",
    "Garza",
    "Hahn",
    "Ito",
    "Jensen",
    "Kaur",
    "Lopes",
    "Mbeki",
]
NOTES = [
    "Walked to the library together. Talked about sleep, and about asking the clinic for an "
    "earlier hour. Wants to try the group on Thursday and see.",
    "Called from the bus. Had a hard week, says so without shame. We went over what helped in "
    "spring, and wrote down two names to ring before the weekend.",
    "Came by for kits and stayed for coffee. Told of a friend who came back after two doses.",
]


def fill(*, people: int, contacts: int) -> dict:
    draw = random.Random(42)
    organization = found_organization(name="Measured")
    program = open_program(organization=organization, name="Measured program")
    site = add_site(program=program, name="Front Street")
    coaches = [_coach(program, number) for number in range(COACHES)]
    names = [f"{draw.choice(FIRST)} {draw.choice(LAST)} {n}" for n in range(people)]
    recoverees = start_people([(None, name) for name in names], program=program, by=coaches[0])
    _answers(recoverees, draw, by=coaches[0])
    walked = _walked(recoverees)
    _pairings(walked, coaches)
    _whereabouts_and_rests(recoverees, draw, by=coaches[0])
    _what_is_open(walked, coaches)
    for begin in range(0, contacts, 5000):
        _contacts(
            min(5000, contacts - begin),
            site=site,
            coaches=coaches,
            recoverees=recoverees,
            walked=walked,
            draw=draw,
        )
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.cursor().execute("ANALYZE")
    return {
        "sessions": [_session(coach) for coach in coaches],
        "people": [str(person.pk) for person in walked[:WALKED_WITH]],
        "accounts": [str(coach.pk) for coach in coaches],
        "program": str(program.pk),
    }


def _coach(program, number):
    account = open_account(
        organization=program.organization,
        email=f"coach{number}@example.org",
        name=f"Coach {number}",
    )
    role = Role.MANAGER if number == COACHES - 1 else Role.COACH
    add_member(program=program, account=account, role=role, since=today() - timedelta(days=900))
    return account


@transaction.atomic
def _answers(recoverees, draw, *, by):
    rows = [
        Answer(
            recoveree=person,
            by=by,
            question="full_name",
            reply="answered",
            words=f"{person.called} {draw.choice(LAST)}",
        )
        for person in recoverees
    ]
    Answer.objects.bulk_create(rows, batch_size=500)


def _walked(recoverees) -> list:
    """Forty for each coach, ten of them begun lately, so that the newest page is a full one."""
    lately, walked = LATELY * (COACHES - 1), []
    begun = iter(recoverees[-lately:])
    for first in range(0, (WALKED_WITH - LATELY) * (COACHES - 1), WALKED_WITH - LATELY):
        walked += recoverees[first : first + WALKED_WITH - LATELY]
        walked += itertools.islice(begun, LATELY)
    return walked


@transaction.atomic
def _pairings(walked, coaches):
    rows = []
    for number, coach in enumerate(coaches[:-1]):
        own = walked[number * WALKED_WITH : (number + 1) * WALKED_WITH]
        rows += [Pairing(recoveree=person, coach=coach, by=coach) for person in own]
    Pairing.objects.bulk_create(rows, batch_size=500)


@transaction.atomic
def _whereabouts_and_rests(recoverees, draw, *, by):
    """Where half of them are; one in fifty rests."""
    places = [
        Whereabouts(recoveree=person, by=by, kind=draw.choice(Whereabouts.Kind.values))
        for person in recoverees[::2]
    ]
    Whereabouts.objects.bulk_create(places, batch_size=500)
    rests = [Rhythm(recoveree=person, by=by, kind="resting") for person in recoverees[25::50]]
    Rhythm.objects.bulk_create(rests, batch_size=500)


@transaction.atomic
def _what_is_open(walked, coaches):
    """What makes a day: for each coach four promises, two appointments, two calls, an overdose."""
    promises, appointments, calls, overdoses = [], [], [], []
    for number, coach in enumerate(coaches[:-1]):
        own = walked[number * WALKED_WITH : (number + 1) * WALKED_WITH]
        held = [{"recoveree": person, "coach": coach, "by": coach} for person in own]
        promises += [Promise(words="To look for a bed", due_on=today(), **it) for it in held[:4]]
        appointments += [Appointment(at=now() + timedelta(hours=2), **it) for it in held[4:6]]
        calls += [CallWish(next_on=today(), **it) for it in held[6:8]]
        overdoses.append(Overdose(recoveree=own[8], by=coach, told_by="ally"))
    for model, rows in (
        (Promise, promises), (Appointment, appointments), (CallWish, calls), (Overdose, overdoses)
    ):  # fmt: skip
        model.objects.bulk_create(rows)


@transaction.atomic
def _contacts(count, *, site, coaches, recoverees, walked, draw):
    """Two in five with people of the first coaches, so that a person's page is a full one."""
    program = site.program
    moves, items = list(Move.objects.all()), list(Item.objects.all())
    made, attended, moved, given, noted = [], [], [], [], []
    for _ in range(count):
        coach = draw.choice(coaches)
        at = now() - timedelta(minutes=draw.randrange(540 * 24 * 60))
        contact = Contact(
            program=program, site=site, staff=coach, by=coach, at=at,
            minutes=draw.choice([15, 30, 45, 60]), how=draw.choice(["in_person", "phone", "text"]),
        )  # fmt: skip
        person = draw.choice(walked if draw.random() < 0.4 else recoverees)
        made.append(contact)
        attended.append(Attendance(contact=contact, recoveree=person, by=coach, at=at))
        moved += [MoveMade(contact=contact, move=m) for m in draw.sample(moves, min(3, len(moves)))]
        given += [Given(contact=contact, item=i, quantity=2) for i in draw.sample(items, 1)]
        noted.append(
            Note(contact=contact, recoveree=person, by=coach, at=at, body=draw.choice(NOTES))
        )
    for model, rows in (
        (Contact, made), (Attendance, attended), (MoveMade, moved), (Given, given), (Note, noted)
    ):  # fmt: skip
        model.objects.bulk_create(rows, batch_size=500)
    lines = [trail.line_for("contact.record", contact) for contact in made]
    trail.write(lines, by=coaches[0], organization_id=program.organization_id)


def _session(account) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.set_expiry(12 * 3600)
    session.save()
    return session.session_key


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--contacts", type=int, default=1_000)
    asked = parser.parse_args()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    print(json.dumps(fill(people=asked.people, contacts=asked.contacts)))


if __name__ == "__main__":
    main()
