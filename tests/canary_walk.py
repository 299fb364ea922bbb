"""Run as a program: fill every form there is with canary words, on a database in a file.

Into the data folder go: `pages`, whose forms were taken; `stored`, the sealed fields that
hold a canary; `sessions`, what those hold. Leaves without closing, so that the write-ahead
log stays.
"""

import logging
import os
import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import django

from alongside.common.clock import today

CANARY = "Zwitscherling"
#: About the house and its lists, not about a person: kept plain, so nothing is typed there.
ABOUT_THE_HOUSE = re.compile(r"circle_name|staff_name|crisis_line|^name$|^email$|-name$")
TAKEN: set[str] = set()
STAFF = ("ana", "max", "sue", "ada")


def value_for(kind: str, name: str, page: str) -> str:
    is_about_a_person = page.startswith(("person", "ally"))
    if ABOUT_THE_HOUSE.search(name) and not is_about_a_person:
        return "house"
    if kind == "date" and re.search("until|due|next", name):
        return (today() + timedelta(days=3)).isoformat()
    by_kind = {"number": "3", "date": "2026-01-05", "time": "10:00", "datetime-local": ""}
    return by_kind.get(kind, f"{CANARY} {name}")


def forms_of(html: str, path: str, page: str):
    """(action, values) of each form that posts, as somebody would fill it who fills all."""
    for form in re.findall(r"<form\b.*?</form>", html, re.DOTALL):
        if not re.search(r'<form[^>]*method="post"', form, re.IGNORECASE):
            continue
        action = re.search(r'<form[^>]*action="([^"]+)"', form)
        yield unescape(action[1]) if action else path, filled(form, page)


def filled(form: str, page: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for tag in re.findall(r"<(?:input|textarea|select|button)\b[^>]*>", form):
        said = {k: unescape(v) for k, v in re.findall(r'([\w-]+)="([^"]*)"', tag)}
        name, kind = said.get("name"), said.get("type", "text")
        if not name:
            continue
        if tag.startswith("<select"):
            chosen = re.findall(r'<option[^>]*value="([^"]+)"', form[form.index(tag) :])
            values.setdefault(name, chosen[0] if chosen else "")
        elif tag.startswith("<button") or kind in ("hidden", "radio", "checkbox", "submit"):
            values.setdefault(name, said.get("value", "on"))
        elif kind != "file":
            values.setdefault(name, value_for(kind, name, page))
    return values


def walk() -> None:
    from django.contrib.sessions.models import Session  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import IntegrityError  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from tests.conftest import build_house  # noqa: PLC0415
    from tests.web.kinds import MAKERS  # noqa: PLC0415
    from tests.web.test_wall import addresses, is_ours  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    house = build_house()
    ids = {}
    for kind, make in MAKERS.items():
        try:
            ids[kind] = make(house)
        except IntegrityError:  # one of a kind, and there already
            continue
    pages = [a for a in addresses() if is_ours(a)]
    for name in STAFF:
        client = Client(raise_request_exception=False, SERVER_NAME="localhost")
        client.force_login(getattr(house, name))
        for page in pages:
            if all(page.kind(parameter) in ids for parameter in page.parameters):
                visit(client, page.name, page.path(ids))
        client.get(f"/{CANARY}/?q={CANARY}")
        client.get("/people/search/", {"q": CANARY})
    told = [repr(session.get_decoded()) for session in Session.objects.all()]
    for file, lines in {"sessions": told, "pages": TAKEN, "stored": stored()}.items():
        Path(os.environ["ALONGSIDE_DATA"], file).write_text("\n".join(sorted(lines)))


def stored() -> set[str]:
    """The sealed fields in which a canary sits, opened."""
    from django.apps import apps  # noqa: PLC0415

    from alongside.common.fields import SealedText  # noqa: PLC0415

    return {
        str(field)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedText)
        for row in model._default_manager.all()
        if CANARY in (getattr(row, field.attname) or "")
    }


def visit(client, name: str, path: str) -> None:
    answer = client.get(path)
    if answer.status_code != 200 or answer.streaming or "sign-out" in name:
        return
    for action, values in forms_of(answer.content.decode(errors="replace"), path, name):
        if "sign" in action or "logout" in action or "language" in action:
            continue
        if client.post(action, values).status_code == 302:
            TAKEN.add(name)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.config.settings"
    django.setup()
    logging.getLogger().setLevel(logging.DEBUG)
    walk()
    os._exit(0)
