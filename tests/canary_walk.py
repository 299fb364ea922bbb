"""Run as a program: fill every form there is with canary words, on the tables of a data folder.

Into the data folder go: `pages`, whose forms were taken; `stored`, the sealed fields that
hold a canary; `sealed`, all that there are; `sessions`, what those hold. Leaves without
closing, so that the write-ahead log stays.
"""

import io
import logging
import os
import re
import zlib
from pathlib import Path

import django
from openpyxl import Workbook

CANARY = "Zwitscherling"
#: About the house and its lists, not about a person: kept plain, so nothing is typed there.
ABOUT_THE_HOUSE = re.compile(
    r"circle_name|staff_name|crisis_line|^say$|^name$|^place$|^email$|-name$"
)
#: Pages on which a `name` or `place` is of a person, or of what they told.
ABOUT_PEOPLE = ("person", "ally", "concern", "medicine", "appointment")
HEADINGS = ["ID", "Name", "DOB", "Phone", "Coach", "Status", f"{CANARY} heading"]
ROWS = [
    ["R1", f"{CANARY} Lee", "03/04/1980", f"{CANARY} phone", f"{CANARY} coach", "Jail", CANARY],
    ["", "", "", "555", "", "", f"{CANARY} refused"],
]


def value_for(one, page: str) -> str:
    is_about_a_person = page.startswith(ABOUT_PEOPLE)
    if ABOUT_THE_HOUSE.search(one.name) and not is_about_a_person:
        return "house@example.org" if one.kind == "email" else "house"
    return f"{CANARY} {one.name}"[: one.most]


def book() -> bytes:
    """A list with canary words in its cells, its headings and the name of its sheet."""
    told, out = Workbook(), io.BytesIO()
    told.active.title = CANARY
    for row in [HEADINGS, *ROWS]:
        told.active.append(row)
    told.save(out)
    return out.getvalue()


def walk() -> None:
    from django.contrib.sessions.models import Session  # noqa: PLC0415
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415
    from django.test.utils import setup_test_environment  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from tests.learning.cohorts import say_in_room  # noqa: PLC0415
    from tests.web.guard.walk import Walk  # noqa: PLC0415

    setup_test_environment(debug=False)
    walk = Walk(value_for)
    walk.write(endings=False)
    once_more = reverse("concern-reword", args=[walk.house.sam.pk, walk.ids["concern_id"]])
    walk.browsers["max"].post(once_more, {"name": f"{CANARY} anew"})  # what it was called before
    for confirm in (True, False):
        walk.bring(SimpleUploadedFile(f"{CANARY}.xlsx", book()), confirm=confirm)
    say_in_room(walk.house, CANARY)
    walk.end()
    for browser in walk.browsers.values():
        browser.get(f"/{CANARY}/?q={CANARY}")
        browser.post("/people/search/", {"q": CANARY})
    told = [repr(session.get_decoded()) for session in Session.objects.all()]
    files = {"sessions": told, "pages": walk.seen.taken, "stored": stored(), "sealed": sealed()}
    for file, lines in files.items():
        Path(os.environ["ALONGSIDE_DATA"], file).write_text("\n".join(sorted(map(str, lines))))


def sealed() -> list:
    """Every sealed field there is."""
    from django.apps import apps  # noqa: PLC0415

    from alongside.common.fields import SealedDate, SealedField  # noqa: PLC0415

    fields = [field for model in apps.get_models() for field in model._meta.concrete_fields]
    return [f for f in fields if isinstance(f, SealedField) and not isinstance(f, SealedDate)]


def stored() -> list:
    """The sealed fields in which a canary sits, opened."""
    return [field for field in sealed() if any(map(sings, values_of(field)))]


def values_of(field):
    for row in field.model._default_manager.all():
        yield getattr(row, field.attname) or ""


def sings(value) -> bool:
    if isinstance(value, bytes):
        is_packed = value[:1] == b"x"
        value = (zlib.decompress(value) if is_packed else value).decode(errors="replace")
    return CANARY.lower() in value.lower()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.config.settings"
    django.setup()
    logging.getLogger().setLevel(logging.DEBUG)
    walk()
    os._exit(0)
