"""Django's stock admin over the same tables, as a yardstick: list and save."""

import itertools
from functools import partial

from bench.forms import form_with
from bench.load import Browser, measure, measure_in_turn
from bench.pages import NOTE, OURS, READERS, Figure, reading
from bench.server import serve

ROUNDS = 4
#: With the columns of Alongside's list, and with those of the table alone (bench.admin.urls).
PEOPLE, PLAIN = "/admin/people/personataglance/", "/admin/people/recoveree/"


def measure_admin(environment: dict, made: dict, *, times: int) -> list[Figure]:
    """The list of people by turns with ours; the list of contacts, and saving one with a note."""
    with (
        serve(environment) as server,
        serve(environment, settings="bench.admin.settings") as beside,
    ):
        ours, theirs = (
            [Browser(port, {"session": key}) for key in made["sessions"]]
            for port in (server.port, beside.port)
        )
        browser = theirs[0]
        people = itertools.cycle(made["people"])
        return [
            *lists_in_turn(ours, theirs, times=times),
            Figure(
                "admin: a list of 50 contacts",
                measure(lambda: browser.get("/admin/contacts/contact/"), times=times),
            ),
            Figure(
                "admin: saving a contact, page to list",
                measure(lambda: _save(browser, next(people), made), times=times),
            ),
        ]


def lists_in_turn(ours: list[Browser], theirs: list[Browser], *, times: int) -> list[Figure]:
    """A list of 50 people, ours and the admin's a round each: what stands side by side."""
    pages = {
        "in turn with the admin": (ours, OURS),
        "admin, in turn": (theirs, PEOPLE),
        "admin, in turn, columns of its own table": (theirs, PLAIN),
    }
    alone = {
        f"{whose}: a list of 50 people": partial(
            measure, partial(browsers[0].get, page), times=times // ROUNDS
        )
        for whose, (browsers, page) in pages.items()
    }
    together = {
        f"{whose}, {READERS} readers at once": partial(
            reading, browsers, page, times=times // ROUNDS
        )
        for whose, (browsers, page) in pages.items()
    }
    return [
        Figure(what, timing)
        for ways in (alone, together)
        for what, timing in measure_in_turn(ways, rounds=ROUNDS).items()
    ]


def _save(browser: Browser, person: str, made: dict) -> None:
    page = "/admin/contacts/contact/add/"
    form = form_with(browser.get(page), "attendances-0-recoveree")
    fields = dict(form["fields"])
    by, now = made["accounts"][0], ("2026-11-01", "10:00:00")
    fields |= {"by": by, "staff": by, "program": made["program"], "how": "in_person"}
    fields |= {"at_0": now[0], "at_1": now[1], "when_known": "time", "others": "0"}
    fields |= {"attendances-0-recoveree": person, "attendances-0-by": by}
    fields |= {"attendances-0-at_0": now[0], "attendances-0-at_1": now[1]}
    fields |= {"notes-0-recoveree": person, "notes-0-by": by, "notes-0-body": NOTE}
    fields |= {"notes-0-origin": "coach", "notes-0-at_0": now[0], "notes-0-at_1": now[1]}
    browser.get(browser.post(page, {k: v for k, v in fields.items() if v}))
