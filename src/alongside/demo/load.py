"""Loading the made-up program: the same people and histories for the same seed and day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from types import SimpleNamespace

from django.apps import apps
from django.conf import settings
from django.db import transaction

from alongside.audit import histories
from alongside.common.clock import today as this_day
from alongside.common.errors import NotAllowed
from alongside.contacts.actions import Draft, Present, record_contacts
from alongside.contacts.lists import id_of
from alongside.demo.cast import cast
from alongside.demo.circles import Circle, circles
from alongside.demo.courses import lead_courses
from alongside.demo.house import rows as house_rows
from alongside.demo.lives import Life, Meeting, begin, go_on
from alongside.demo.people import BRIDGE, HARBOR, ORGANIZATION, STAFF, sign_in_choices
from alongside.demo.tellings import tell_all
from alongside.demo.walking import meet_for_concerns, walk_on
from alongside.demo.wandering import wander
from alongside.people.actions import start_people
from alongside.team.actions import (
    add_member,
    add_site,
    found_organization,
    open_account,
    open_program,
)
from alongside.team.roles import Role

SEED = "three rivers"
CONTACTS = 4_000
SITES = {HARBOR: ("Front Street", "The van", "Mill Street"), BRIDGE: ("Bridge Street",)}
#: Values of a telling that name one of the staff.
STAFF_FIELDS = {"by", "coach", "from_coach", "to_coach", "answered_by", "account"}


@dataclass
class Plan:
    """All of it, as plain values."""

    lives: list[Life]
    circles: list[Circle]


def plan(*, today: date, seed: str = SEED) -> Plan:
    """Make everything up. Touches no database."""
    people = cast(seed)
    chances = [Random(f"{seed}/{who.number}") for who in people]
    lives = [begin(who, today=today, chance=c) for who, c in zip(people, chances, strict=True)]
    evenings = circles(lives, today=today, seed=seed)
    left = CONTACTS - len(evenings) - sum(len(life.meetings) for life in lives)
    for number, (life, chance) in enumerate(zip(lives, chances, strict=True)):
        life.lines = life.lines or wander(life, today=today, chance=chance)
        walk_on(life, today=today, chance=chance)
        share = left // (len(lives) - number)
        count = share if number == len(lives) - 1 else int(share * chance.uniform(0.4, 1.6))
        go_on(life, count, today=today, chance=chance)
        left -= count
        meet_for_concerns(life, chance=chance)
        tell_all(life, today=today, chance=chance)
        life.meetings.sort(key=lambda meeting: meeting.at)
        keep_no_note_twice(life)
    return Plan(lives, evenings)


def keep_no_note_twice(life: Life) -> None:
    """Of two notes in a row that say the same, the second stays away."""
    last = ""
    for meeting in life.meetings:
        meeting.note = "" if meeting.note == last else meeting.note
        last = meeting.note or last


def is_loaded() -> bool:
    return bool(sign_in_choices())


@transaction.atomic
def load(*, told: Callable[[int, int], None] = lambda done, total: None) -> dict[str, int]:
    """Make everything up and store it. Refused outside demo mode.

    told: hears how far it is, as (done, total). Returns how much there is of what.
    """
    if not settings.DEMO:
        raise NotAllowed("The made-up program is loaded in demo mode only.")
    day = this_day()
    made = plan(today=day)
    house = found_house(day)
    steps = len(house.programs) + len(house.staff)
    for number, (name, program) in enumerate(house.programs.items(), start=1):
        store_people(house, program, [life for life in made.lives if life.who.program == name])
        told(number, steps)
    store_tellings(house, made.lives, is_wanted=_is_of_a_walk)
    for number, key in enumerate(house.staff, start=len(house.programs) + 1):
        store_contacts(house, key, made)
        told(number, steps)
    store_tellings(house, made.lives, is_wanted=lambda name: not _is_of_a_walk(name))
    lead_courses(house, today=day, seed=SEED)
    said = house_rows(house, today=day, seed=SEED)
    bring_in(house, said)
    tells = len(said) + sum(len(life.tells) for life in made.lives)
    return {"people": len(made.lives), "contacts": CONTACTS, "other entries": tells}


def found_house(day: date) -> SimpleNamespace:
    """The organization with its programs, sites and staff."""
    organization = found_organization(name=ORGANIZATION, is_demo=True)
    house = SimpleNamespace(organization=organization, programs={}, sites={}, staff={}, people={})
    for name, sites in SITES.items():
        program = open_program(
            organization=organization,
            name=name,
            crisis_line_name="Three Rivers night line (made up)",
            crisis_line_phone="(413) 555-0100",
        )
        house.programs[name] = program
        house.sites[name] = [add_site(program=program, name=site) for site in sites]
    since = day - timedelta(days=600)
    for person in STAFF:
        account = open_account(organization=organization, email=person.email, name=person.name)
        house.staff[person.key] = account
    for person in STAFF:
        is_supervised = person.role == Role.COACH and person.program == HARBOR
        add_member(
            program=house.programs[person.program],
            account=house.staff[person.key],
            role=person.role,
            since=since,
            supervised_by=house.staff["sue"] if is_supervised else None,
        )
    return house


def store_people(house: SimpleNamespace, program, lives: list[Life]) -> None:
    by = house.staff[lives[0].who.coach]
    names = [(None, life.who.called) for life in lives]
    for life, person in zip(lives, start_people(names, program=program, by=by), strict=True):
        house.people[life.who.number] = person


def store_contacts(house: SimpleNamespace, key: str, made: Plan) -> None:
    """Everything that one of the staff recorded, program by program."""
    for name, program in house.programs.items():
        drafts = [
            meeting_draft(house, life, meeting)
            for life in made.lives
            if life.who.program == name
            for meeting in life.meetings
            if meeting.coach == key
        ]
        drafts += [
            circle_draft(house, circle)
            for circle in made.circles
            if (circle.program, circle.coach) == (name, key)
        ]
        record_contacts(drafts, program=program, by=house.staff[key])


def meeting_draft(house: SimpleNamespace, life: Life, meeting: Meeting) -> Draft:
    sites = house.sites[life.who.program]
    site = {"in_person": sites[0], "outreach": sites[len(sites) // 2]}.get(meeting.how)
    person = house.people[life.who.number]
    concern = apps.get_model("journeys.Concern")
    concerns = [concern(pk=id, recoveree=person) for id in meeting.concerns]
    return Draft(
        id=meeting.id,
        present=[Present(person, meeting.matter, meeting.note, concerns=concerns)],
        how=meeting.how,
        at=meeting.at,
        minutes=meeting.minutes,
        site=site,
        moves=[listed("move", key) for key in meeting.moves],
        given={listed("item", key): count for key, count in meeting.given.items()},
        reversals=meeting.reversals,
        signed_at=meeting.at + timedelta(minutes=(meeting.minutes or 15) + 10),
    )


def circle_draft(house: SimpleNamespace, circle: Circle) -> Draft:
    return Draft(
        present=[Present(house.people[number]) for number in circle.present],
        at=circle.at,
        site=house.sites[circle.program][0],
        minutes=90,
        is_circle=True,
        circle_name=circle.name,
        circle_note=circle.note,
        others=circle.others,
        given={listed("item", key): count for key, count in circle.given.items()},
    )


def listed(kind: str, key: str):
    """A row of the common lists by its key, without asking the database."""
    return apps.get_model("contacts", kind)(pk=id_of(kind, key))


def _is_of_a_walk(name: str) -> bool:
    """What contacts may point to is stored before them, and the rest after."""
    return name.startswith("journeys.")


def store_tellings(
    house: SimpleNamespace, lives: list[Life], *, is_wanted: Callable[[str], bool]
) -> None:
    rows = []
    for life in lives:
        for name, values in filter(lambda told: is_wanted(told[0]), life.tells):
            about = {"recoveree": house.people[life.who.number]}
            if name != "people.SupportOffer":
                about["by"] = life.who.coach
            said = about | values
            for key in STAFF_FIELDS & said.keys():
                said[key] = house.staff[said[key]]
            rows.append(apps.get_model(name)(**said))
    bring_in(house, rows)


def bring_in(house: SimpleNamespace, rows: list) -> None:
    organization = house.organization
    histories.bring_in(rows, verb="demo.load", by=None, organization_id=organization.pk)
