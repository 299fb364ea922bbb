"""Django's stock admin over the same tables, as a yardstick: list and save."""

import itertools

from bench.forms import form_with
from bench.load import Browser, measure
from bench.pages import NOTE, Figure, reading
from bench.server import serve

#: With the columns of Alongside's list, and with those of the table alone (bench.admin.urls).
PEOPLE, PLAIN = "/admin/people/personataglance/", "/admin/people/recoveree/"


def measure_admin(environment: dict, made: dict, *, times: int) -> list[Figure]:
    """The admin's list of people and of contacts, and saving one contact with a note."""
    with serve(environment, settings="bench.admin.settings") as server:
        browsers = [Browser(server.port, {"session": key}) for key in made["sessions"]]
        browser = browsers[0]
        people = itertools.cycle(made["people"])
        return [
            Figure(
                "admin: a list of 50 people",
                measure(lambda: browser.get(PEOPLE), times=times),
            ),
            reading("admin: a list of 50 people", browsers, PEOPLE, times=times),
            reading("admin: the same, columns of its own table", browsers, PLAIN, times=times),
            Figure(
                "admin: a list of 50 contacts",
                measure(lambda: browser.get("/admin/contacts/contact/"), times=times),
            ),
            Figure(
                "admin: saving a contact, page to list",
                measure(lambda: _save(browser, next(people), made), times=times),
            ),
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
