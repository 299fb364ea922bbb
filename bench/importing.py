"""How fast a large list comes in, and how much memory it takes.

    .venv/bin/python -m bench.importing [contacts] [people]

Makes an .xlsx of 50,000 contacts with 500 people, in a new database (SQLite in a folder of
its own, or the one that DATABASE_URL names, which must be empty), and goes the whole way:
open, guess, preview, confirm, take back. Each part is timed by itself. While the contacts
are confirmed and while they are taken back, two others save contacts (`bench.waiting`).
"""

# ruff: noqa: E402 - Django is set up before its rooms are imported

import contextlib
import io
import os
import random
import resource
import sys
import tempfile
import time
from datetime import datetime, timedelta

os.environ.setdefault("ALONGSIDE_DEMO", "1")
os.environ.setdefault("ALONGSIDE_DATA", tempfile.mkdtemp(prefix="alongside-bench-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")

import django
import openpyxl

django.setup()

from django.core.management import call_command

from alongside.exchange.actions import answer, bring, choose_sheets, confirm, map_columns, undo
from alongside.exchange.actions.confirm import claim
from alongside.exchange.actions.steps import ChosenSheet
from alongside.exchange.planning.rows import Choices
from alongside.exchange.queries.planned import mapping_of
from alongside.team.actions import add_member, found_organization, open_account, open_program
from alongside.team.roles import Role
from bench.waiting import others_writing

HOWS = ["F2F", "phone", "text", "zoom", "outreach", "group"]


def sheet(headings, rows) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("List")
    page.append(headings)
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def people(count):
    for n in range(count):
        yield [f"B{n:05}", f"Person {n}", f"603-555-01{n % 100:02}", "Active"]


def contacts(count, of):
    chance, start = random.Random(2), datetime(2024, 1, 1, 9)  # noqa: DTZ001
    for n in range(count):
        who = chance.randrange(of)
        at = start + timedelta(minutes=17 * n)
        note = "walked to the clinic and back, talked about the weekend" if n % 4 else None
        yield [at, f"B{who:05}", f"Person {who}", HOWS[n % 6], 15 + n % 60, "Ana", note]


def timed(name, act):
    began, worked = time.perf_counter(), time.process_time()
    result = act()
    took, work = time.perf_counter() - began, time.process_time() - worked
    print(f"  {name:<34}{took:7.1f} s  (processor {work:.1f} s)")
    return result, took


def whole_way(program, by, data, kind):
    batch, _ = timed(
        "open and keep", lambda: bring(program=program, by=by, file_name="bench.xlsx", data=data)
    )
    [batch], _ = timed(
        "choose and guess",
        lambda: choose_sheets(batch=batch, sheets=[ChosenSheet("List", 1, kind)], by=by),
    )
    map_columns(batch=batch, columns=mapping_of(batch)["columns"], by=by)
    staff = {"ana": str(by.pk)}
    _, preview = timed("preview", lambda: answer(batch=batch, choices=Choices(staff=staff), by=by))
    claim(batch=batch)
    with beside(program, by):
        _, confirmed = timed("confirm (one transaction)", lambda: confirm(batch=batch, by=by))
    return batch, preview, confirmed


@contextlib.contextmanager
def beside(program, by):
    """Others write meanwhile; tells how long they waited."""
    with others_writing(program, by) as waited:
        yield
    for who, told in waited.items():
        print(
            f"    {who}: {told['saved']} contacts saved, the longest took "
            f"{told['longest']:.2f} s, {told['gave up']} given up"
        )


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(count=50_000, of=500):
    call_command("migrate", verbosity=0)
    organization = found_organization(name="Bench")
    program = open_program(organization=organization, name="Bench")
    by = open_account(organization=organization, email="ana@example.org", name="Ana")
    add_member(program=program, account=by, role=Role.MANAGER)
    print(f"{of} people")
    whole_way(program, by, sheet(["ID", "Name", "Phone", "Status"], people(of)), "people")
    headings = ["Date", "ID", "Name", "Type", "Min", "Staff", "Note"]
    data = sheet(headings, contacts(count, of))
    before = peak_mb()
    print(f"{count} contacts, a file of {len(data) / 1e6:.1f} MB")
    batch, preview, confirmed = whole_way(program, by, data, "contacts")
    print(f"  {batch.counts}")
    print(
        f"  confirm: {count / confirmed:,.0f} rows/s; with preview: "
        f"{count / (preview + confirmed):,.0f} rows/s"
    )
    with beside(program, by):
        timed("take it back", lambda: undo(batch=batch, by=by))
    print(f"  peak memory {peak_mb():.0f} MB (before this list {before:.0f} MB)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
