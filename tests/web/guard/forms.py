"""The forms of a page as a browser reads them, and how somebody who fills all would."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser

from alongside.common.clock import today

#: Not filled: they end the walk, or are no work of ours.
LEFT_ALONE = re.compile(r"sign-out|logout|/language/|/account/(?!$)")
#: Of several buttons, the one that saves.
BUTTONS = {"act": "save"}


@dataclass
class Field:
    """One name of a form. options: what may be chosen; chosen: what is set beforehand."""

    name: str
    kind: str
    value: str = ""
    most: int | None = None
    options: list[str] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)


@dataclass
class Form:
    action: str
    fields: dict[str, Field] = field(default_factory=dict)


class Forms(HTMLParser):
    """Gathers the forms that post; what is not understood is not there."""

    def __init__(self, path: str):
        super().__init__()
        self.path, self.forms, self.form, self.select = path, [], None, None

    def handle_starttag(self, tag, attrs):
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            is_post = said.get("method", "").lower() == "post"
            self.form = Form(said.get("action") or self.path) if is_post else None
            self.forms += [self.form] if is_post else []
        elif self.form is None:
            return
        elif tag == "option" and self.select:
            self.add_option(self.select, said.get("value", ""), is_chosen="selected" in said)
        elif tag in ("input", "textarea", "select", "button") and said.get("name"):
            self.add(tag, said)

    def handle_endtag(self, tag):
        self.form = None if tag == "form" else self.form
        self.select = None if tag == "select" else self.select

    def add(self, tag, said):
        kind = said.get("type", "text") if tag == "input" else tag
        most = int(said["maxlength"]) if "maxlength" in said else None
        one = Field(said["name"], kind, said.get("value", ""), most)
        one = self.form.fields.setdefault(one.name, one)
        if tag == "select":
            self.select = one
        elif kind in ("radio", "checkbox", "button"):
            self.add_option(one, said.get("value", "on"), is_chosen="checked" in said)

    def add_option(self, one, value, *, is_chosen):
        one.options.append(value)
        one.chosen += [value] if is_chosen else []


def forms_in(html: str, path: str) -> Iterator[Form]:
    """The forms of a page that post, but for those that every page has."""
    reader = Forms(path)
    reader.feed(html)
    yield from (form for form in reader.forms if not LEFT_ALONE.search(form.action))


def filled(form: Form, text: Callable[[Field], str], *, ahead: bool = False) -> dict:
    """What somebody sends who fills every field. ahead: days lie ahead, not behind."""
    sent = {}
    for one in form.fields.values():
        if one.kind != "file":
            sent[one.name] = value_of(one, text, ahead=ahead)
    return sent


def value_of(one: Field, text, *, ahead: bool):
    if one.kind == "hidden":
        return one.value
    if one.options:
        return choice_of(one)
    day = (today() + timedelta(days=3)).isoformat()
    if not (ahead or re.search("until|due|next", one.name)):
        day = "2026-01-05"
    by_kind = {"date": day, "time": "10:00", "datetime-local": f"{day}T10:00", "select": ""}
    by_kind["number"] = one.value or "3"
    if one.name.endswith("born_on"):
        return day
    return by_kind[one.kind] if one.kind in by_kind else text(one)


def choice_of(one: Field):
    told = [value for value in one.options if value]
    if one.kind == "checkbox" and len(told) > 1:
        return told
    if BUTTONS.get(one.name) in told:
        return BUTTONS[one.name]
    if one.name.startswith(("reply_", "from_")):
        return ""  # words stand beside it; from nobody to somebody
    if one.kind == "select":
        told.reverse()
    return next((value for value in (*one.chosen, *told) if value), "")
