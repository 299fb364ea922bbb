"""Each form of the URL table, sent several ways, each time from the same beginning.

What was seen is kept as plain values and the database is as before.
"""

from dataclasses import dataclass, field
from types import SimpleNamespace

from django.apps import apps
from django.db import models, transaction
from django.urls import resolve

from alongside.people.actions import start_person
from alongside.team.actions import add_site
from tests.web.guard.forms import filled, forms_in
from tests.web.guard.rows import changed_rows, snapshot, told
from tests.web.guard.walk import Walk, is_page, made

SECRET = "Zaunkoenig"
ROOMS = ("people", "contacts", "consent", "exchange", "team", "journeys", "learning")
UNASKED = {"is_staff": "on", "is_superuser": "on", "last_login": "2001-01-01", "password": "x"}


@dataclass
class Sending:
    """One form and what came of it: answers are (status, where to), changes as `told`."""

    page: str
    by: str
    sent: dict
    first: tuple = ()
    again: tuple = ()
    change: list = field(default_factory=list)
    change_again: list = field(default_factory=list)
    with_more: list = field(default_factory=list)
    foreign: list = field(default_factory=list)


def typed(one, page) -> str:
    if one.kind == "email":
        return "somebody@example.org"
    return "Words"[: one.most]


def next_door(house) -> SimpleNamespace:
    """The sister program as `kinds.py` sees Harbor: its one person, and Eve for everyone."""
    kim = start_person(program=house.bridge, called=SECRET, by=house.eve, walks_with=house.eve)
    site = add_site(program=house.bridge, name=SECRET)
    everyone = dict.fromkeys(("ana", "ben", "max", "sue"), house.eve)
    return SimpleNamespace(harbor=house.bridge, sam=kim, site=site, **everyone)


class Sender(Walk):
    def __init__(self):
        super().__init__(typed)
        self.there = next_door(self.house)
        made(self.there)
        self.names = self.all_names()

    def all_names(self) -> dict[str, str]:
        """Every column of every table, with a value that nobody on these pages may set."""
        fields = [
            f
            for room in ROOMS
            for m in apps.get_app_config(room).get_models()
            for f in m._meta.concrete_fields
        ]
        return UNASKED | {n: self.value_for(f) for f in fields for n in (f.name, f.attname)}

    def value_for(self, column) -> str:
        if column.is_relation:
            row = column.related_model._base_manager.order_by("pk").last()
            about = {
                "Recoveree": self.there.sam,
                "Account": self.house.eve,
                "Program": self.house.bridge,
                "Site": self.there.site,
            }
            return str((about.get(column.related_model.__name__) or row or self.there.sam).pk)
        by_kind = {
            models.BooleanField: "on",
            models.DateTimeField: "2001-01-01T00:00",
            models.DateField: "2001-01-01",
            models.UUIDField: str(self.there.sam.pk),
        }
        if column.choices:
            return column.choices[-1][0]
        if isinstance(column, models.IntegerField):
            return "77"
        return by_kind.get(type(column), "Unasked")

    def sendings(self):
        for name in ("max", "ana", "ada"):
            for page, path in self.reachable():
                answer = self.browsers[name].get(path)
                if is_page(answer):
                    for form in forms_in(answer.content.decode(), path):
                        if sending := self.sending(page.name, name, form):
                            yield sending

    def sending(self, page, by, form) -> Sending | None:
        target = resolve(form.action.split("?")[0]).url_name
        key = (target, tuple(n for n in form.fields if "_" not in n))
        if key in self.seen.taken:
            return None
        self.seen.taken.add(key)
        sent = filled(form, lambda one: typed(one, page), ahead=page.startswith("appointment"))
        one = Sending(target, by, sent)
        before = snapshot()
        self.send_twice(one, form, before)
        more = {n: v for n, v in self.names.items() if n not in form.fields and n != "id"}
        one.with_more = self.undone(lambda: self.post(one, form, more | sent, before)[1])
        return one

    def send_twice(self, one, form, before):
        def both():
            one.first, one.change = self.post(one, form, one.sent, before)
            middle = snapshot()
            one.again, one.change_again = self.post(one, form, one.sent, middle)
            self.foreign_ids = self.other_rows(before, middle, one.sent.get("id"))

        self.undone(both)
        for _model, pk in self.foreign_ids:
            found = self.undone(lambda p=pk: self.forged(form, one, p, before))
            one.foreign.append((str(pk), *found))

    def other_rows(self, before, after, sent_id):
        """Rows of others of the kind that this form makes."""
        new = changed_rows(before, after)
        for table, keys in new.items():
            model = next(m for m in apps.get_models() if m._meta.db_table == table)
            ids = {str(model._meta.pk.to_python(k)): k for k in keys - set(before[table])}
            if sent_id and sent_id in ids:
                rows = model._base_manager.exclude(pk=sent_id).order_by("pk")
                return [
                    (model, row.pk)
                    for row in rows
                    if row.pk in {model._meta.pk.to_python(k) for k in before[table]}
                ][:3]
        return []

    def forged(self, form, one, pk, before):
        """(status, where to, whether a stored row changed, whether the secret came back)"""
        answer = self.browsers[one.by].post(form.action, one.sent | {"id": str(pk)})
        after = snapshot()
        changed = {
            table
            for table, keys in changed_rows(before, after).items()
            if keys & set(before[table])
        } - {"django_session"}
        words = answer.content.decode() if not answer.streaming else ""
        return (answer.status_code, answer.get("Location", ""), sorted(changed), SECRET in words)

    def post(self, one, form, sent, before):
        answer = self.browsers[one.by].post(form.action, sent)
        if answer.streaming:
            b"".join(answer.streaming_content)
        return (answer.status_code, answer.get("Location", "")), told(
            before, snapshot(), sent.get("id") or ""
        )

    def undone(self, act):
        with transaction.atomic():
            found = act()
            transaction.set_rollback(True)
        return found


def all_sendings() -> list[Sending]:
    return list(Sender().sendings())
