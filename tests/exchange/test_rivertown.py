"""The whole of a real list: every row lands somewhere named, and nothing is left when undone."""

from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from django.apps import apps
from django.utils.timezone import make_aware

from alongside.common.clock import local_day, now, today
from alongside.contacts.models import Attendance, Contact, Note
from alongside.contacts.queries.figures import Span, attendances, contacts_by, people_met
from alongside.exchange.actions import answer, bring, choose_sheets, confirm, map_columns, undo
from alongside.exchange.actions.confirm import claim
from alongside.exchange.actions.steps import ChosenSheet
from alongside.exchange.planning.rows import Choices
from alongside.exchange.queries import preview_of
from alongside.exchange.queries.planned import mapping_of
from alongside.people.models import OldWord, Recoveree, Whereabouts

FILE = Path(__file__).parents[3] / "shared/data/spreadsheets/rivertown.xlsx"
SHEETS = [ChosenSheet("Participants", 4, "people"), ChosenSheet("Contacts", 1, "contacts")]
COACHES = {"jalvarez": "ana", "j. alvarez": "ana", "tamika w": "ben", "lynne": "sue"}

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="../shared/data is not here")


def walk(batch, by, house, **choices):
    staff = {spelling: str(getattr(house, who).pk) for spelling, who in COACHES.items()}
    map_columns(batch=batch, columns=mapping_of(batch)["columns"], by=by)
    return answer(batch=batch, choices=Choices(staff=staff, **choices), by=by)


def bring_all(house, by):
    data = FILE.read_bytes()
    batch = bring(program=house.harbor, by=by, file_name=FILE.name, data=data)
    done = []
    for one in choose_sheets(batch=batch, sheets=SHEETS, by=by):
        walk(one, by, house)
        assert claim(batch=one)
        done.append(confirm(batch=one, by=by))
    return done


def rows_of(sheet, header):
    workbook = openpyxl.load_workbook(FILE, read_only=True)
    return list(workbook[sheet].iter_rows(min_row=header + 1, values_only=True))


def outcomes(batch):
    return Counter((row.outcome, reason_of(row.why)) for row in preview_of(batch))


def reason_of(why):
    known = ("still to come", "nothing tells which", "The same row", "blank row")
    return next((part for part in known if part in why), why)


def tables():
    """How many rows each table holds, but for keys, the trail and the imports themselves."""
    rooms = ("team", "people", "consent", "contacts")
    models = [m for m in apps.get_models() if m._meta.app_label in rooms]
    return {m._meta.label: m._base_manager.count() for m in models}


def test_every_row_lands_somewhere_named_and_all_of_it_can_be_taken_back(house):
    before = tables()
    people, contacts = bring_all(house, house.max)
    assert outcomes(people) == {
        ("added", ""): 412,
        ("joined", "The same row"): 8,
        ("empty", "blank row"): 8,
    }
    found = outcomes(contacts)
    assert set(found) == {
        ("added", ""),
        ("refused", "still to come"),
        ("refused", "nothing tells which"),
    }
    assert sum(found.values()) == 6300
    refused = {row.number for row in preview_of(contacts, "refused")}
    assert {n for n, day in enumerate(days(), start=2) if day and day > now()} <= refused
    check_statuses()
    check_types(contacts)
    check_a_month(contacts)
    for again in bring_all(house, house.max):
        assert set(again.counts) <= {"known", "refused", "empty"}
        undo(batch=again, by=house.max)
    undo(batch=contacts, by=house.max)
    undo(batch=people, by=house.max)
    assert (tables(), people.counts["stays"], contacts.counts["stays"]) == (before, 0, 0)


def check_statuses():
    """Each word of the status column is kept, as the old list's word or where somebody is."""
    listed = {row for row in rows_of("Participants", 4) if row[1]}
    told = Counter(word.words for word in OldWord.objects.all() if word.heading == "Status")
    assert told == Counter(row[9] for row in listed if row[9])
    where = Counter(Whereabouts.objects.values_list("kind", flat=True))
    statuses = Counter(row[9] for row in listed)
    assert where == {"inside": statuses["Jail"], "service": statuses["In tx"]}


HOW = {
    "F2F": "in_person",
    "in person": "in_person",
    "phone": "phone",
    "Phone call": "phone",
    "text": "text",
    "txt": "text",
    "zoom": "video",
    "outreach": "outreach",
    None: "not_known",
    "group": "circle",
}


def check_types(batch):
    """Counted by how one met, those who came are the rows that were taken in."""
    listed = rows_of("Contacts", 1)
    taken = [listed[row.number - 2] for row in preview_of(batch) if row.outcome == "added"]
    came = Counter(
        "circle" if attendance.contact.is_circle else attendance.contact.how
        for attendance in Attendance.objects.select_related("contact")
    )
    assert came == Counter(HOW[row[3]] for row in taken)
    assert Note.objects.exclude(origin=Note.Origin.OLD_SYSTEM).count() == 0


def days():
    """The moment of each row, read by code that knows this one sheet and nothing else."""
    for row in rows_of("Contacts", 1):
        yield moment(row[0])


def moment(cell):
    """Noon of a day without an hour; but today has come from its first minute on."""
    if isinstance(cell, datetime):
        return make_aware(cell)
    for form in ("%m/%d/%y", "%B %d, %Y", "%Y-%m-%d"):
        try:
            at = datetime.strptime(cell or "", form)  # noqa: DTZ007
        except ValueError:
            continue
        return make_aware(at.replace(hour=0 if at.date() == today() else 12))
    return None


def check_a_month(batch):
    """May 2026: people, contacts and minutes equal a count made straight from the sheet."""
    taken = {row.number for row in preview_of(batch) if row.outcome == "added"}
    people, contacts, circles = set(), 0, defaultdict(set)
    for number, row in enumerate(rows_of("Contacts", 1), start=2):
        at = moment(row[0])
        if number not in taken or at is None or (at.year, at.month) != (2026, 5):
            continue
        people.add((row[1], " ".join(row[2].split())))
        if row[3] == "group":
            circles[at.date(), row[5]].add(number)
        else:
            contacts += 1
    month = [
        c for c in Contact.objects.exclude(at=None) if local_day(c.at).isoformat()[:7] == "2026-05"
    ]
    assert len(month) == contacts + len(circles)
    assert sum(c.is_circle for c in month) == len(circles)
    came = Attendance.objects.filter(contact__in=month)
    assert came.count() == contacts + sum(map(len, circles.values()))
    assert len(set(came.values_list("recoveree", flat=True))) == len(people)
    check_figures(batch.program, people, contacts, circles)


def check_figures(program, people, contacts, circles):
    """The month's figures as the pages show them say the same."""
    span = Span(program, make_aware(datetime(2026, 5, 1)), make_aware(datetime(2026, 6, 1)))  # noqa: DTZ001
    told = {row["is_circle"]: row["contacts"] for row in contacts_by(span, "is_circle")}
    assert told == {False: contacts, True: len(circles)}
    assert people_met(span) == len(people)
    assert attendances(span) == {False: contacts, True: sum(map(len, circles.values()))}


def test_a_number_that_many_names_share_can_be_refused(house):
    data = FILE.read_bytes()
    batch = bring(program=house.harbor, by=house.max, file_name=FILE.name, data=data)
    [people] = choose_sheets(batch=batch, sheets=SHEETS[:1], by=house.max)
    walk(people, house.max, house, shared_numbers="refuse")
    assert people.counts == {"added": 398, "joined": 8, "empty": 8, "refused": 14}
    assert Recoveree.objects.count() == 1
