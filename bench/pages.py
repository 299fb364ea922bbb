"""The pages a coach opens all day, with signing in, trail and sealing on."""

import itertools
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial

from bench.forms import form_with
from bench.load import Browser, Timing, measure, measure_together
from bench.server import serve

WRITERS = 8
#: Who looks at a list at once, so that what counts is what a worker can do and not one wait.
READERS = 4
#: Our list of people.
OURS = "/people/?show=all"
BREATHS = {"each with a breath between": (0.5, 1.5), "without a breath": (0, 0)}
NOTE = "Sat by the river and talked about the weekend. Wants to call the sister on Sunday."


@dataclass(frozen=True)
class Figure:
    """One measured page. what: in plain words."""

    what: str
    timing: Timing


def prepare(environment: dict, *, contacts: int, people: int) -> dict:
    """Fill an empty database and give back what is needed to use it (see bench.fill)."""
    command = [sys.executable, "-m", "bench.fill", "--contacts", contacts, "--people", people]
    done = subprocess.run(
        [str(part) for part in command],
        env={**os.environ, **environment, "DJANGO_SETTINGS_MODULE": "alongside.config.settings"},
        check=True,
        stdout=subprocess.PIPE,
    )
    return json.loads(done.stdout.splitlines()[-1])


def environment_for(database_url: str = "") -> dict:
    folder = tempfile.mkdtemp(prefix="alongside-bench-")
    return {"ALONGSIDE_DEMO": "1", "ALONGSIDE_DATA": folder, "DATABASE_URL": database_url}


def measure_pages(environment: dict, made: dict, *, times: int) -> list[Figure]:
    with serve(environment) as server:
        browsers = [Browser(server.port, {"session": key}) for key in made["sessions"]]
        first, people = browsers[0], itertools.cycle(made["people"])
        figures = [
            Figure("Today", measure(lambda: first.get("/"), times=times)),
            Figure("a list of 50 people", measure(lambda: first.get(OURS), times=times)),
            Figure(
                f"a list of 50 people, {READERS} readers at once",
                reading(browsers, OURS, times=times),
            ),
            Figure(
                "a person's page",
                measure(lambda: first.get(f"/people/{next(people)}/"), times=times),
            ),
            Figure(
                "search by name among all",
                measure(_searching(first), times=max(20, times // 4)),
            ),
            Figure(
                "a contact, page to receipt",
                measure(lambda: log_contact(first, next(people)), times=times),
            ),
        ]
        return figures + [
            Figure(f"saving, {WRITERS} writers, {how}", _together(browsers, made, times, breath))
            for how, breath in BREATHS.items()
        ]


def reading(browsers: list[Browser], page: str, *, times: int) -> Timing:
    """The same page by several people at once, one request after the other from each."""
    readers = [partial(browser.get, page) for browser in browsers[:READERS]]
    return measure_together(readers, times=max(times // READERS, 10))


def _searching(browser: Browser):
    fields = dict(form_with(browser.get("/people/search/"), "q")["fields"]) | {"q": "diaz"}
    return lambda: browser.read("/people/search/", fields)


def _together(browsers: list[Browser], made: dict, times: int, breath) -> Timing:
    """The POST alone, from each of the writers at once.

    The word "Saved." is dropped as the receipt would drop it, which a browser asks for next:
    else each save carries all those before it along in its cookie.
    """
    each = max(times // WRITERS, 10)

    def writer(number: int):
        browser, person = browsers[number], made["people"][number]
        bodies = iter([filled(browser, person) for _ in range(each + 1)])

        def save():
            browser.cookies.pop("messages", None)
            browser.post(*next(bodies))

        return save

    writers = [writer(number) for number in range(WRITERS)]
    return measure_together(writers, times=each, breath=breath)


def log_contact(browser: Browser, person: str) -> None:
    """Open the page, send it, and read the receipt."""
    browser.get(browser.post(*filled(browser, person)))


def filled(browser: Browser, person: str) -> tuple[str, list[tuple[str, str]]]:
    """Where to send a contact with this person, and its fields: two moves, a kit, a note."""
    page = f"/contacts/new/?person={person}"
    form = form_with(browser.get(page), "rc")
    fields = {"act": "save"}
    for craft in ("rc", "hr"):
        fields[craft] = next(value for name, value in form["choices"] if name == craft)
    item = next(name for name, _ in form["fields"] if name.startswith("item_"))
    note = next(name for name, _ in form["fields"] if name.endswith("note") and person[:8] in name)
    fields |= {item: "2", note: NOTE}
    kept = [(name, value) for name, value in form["fields"] if name not in fields]
    return form["action"] or "/contacts/new/", kept + list(fields.items())
