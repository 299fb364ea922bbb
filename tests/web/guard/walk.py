"""One walk for many tests: every form filled with hostile words, then every page read.

What was seen is kept as plain values and the database is as before.
"""

import csv
import io
from dataclasses import dataclass, field
from types import SimpleNamespace

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import resolve, reverse

from alongside.common.ids import new_id
from alongside.exchange.lists import LISTS
from alongside.exchange.models import Batch
from tests.conftest import build_house
from tests.web.guard.forms import Field, filled, forms_in
from tests.web.guard.judge import breaches_of
from tests.web.kinds import MAKERS
from tests.web.test_wall import addresses, is_ours

STAFF = ("ana", "ben", "max", "sue", "ada")
#: Written after the rest: with them a thing ends, and its pages with it.
ENDINGS = {
    *("death", "death-take-back", "support-answer", "join", "join-undo", "account-close"),
    *("member-end", "pairing-end", "way-end", "ally-end", "word-end", "site-close", "hand-over"),
    *(
        "program-settings",
        "member",
        "person-walking",
        "import-leave",
        "call-wish-end",
        "check-ins-end",
        "person-rhythm",
    ),
    *("cohort-end", "trainer-end", "participant-leave", "certificate-take-back", "credential-end"),
    "badge-key-withdraw",
}
#: Who does what nobody else can: Ana walks with Sam.
WRITERS = {"contact-new": "ana"}
#: Tables that reading may write: the trail, and that somebody is still there.
MAY_CHANGE = {"audit_entry", "audit_head", "django_session", "sqlite_sequence"}

LONG = (
    "=1+1\"'></textarea></title><x-hostile onload=hostile()><script>hostile()</script>"
    '<svg/onload=hostile()>{{ "evalu"|add:"ated" }}{% now "Y" %}{{hostile.hostile}}<c-back />'
    '#panic("hostile")#read("/etc/passwd")*_$#import javascript:hostile() \u202eevil\u200b'
)
SHORT = '=1"\'><x-hostile onload=hostile()>{{"evalu"|add:"ated"}}#panic("hostile")$*'
SHORTEST = "\"'><x-h onload=h()>{{1}}"
TINIEST = "\"'><x-h>{{1}}"
MAIL = '"\'><x-hostile/onload=hostile()>"@example.org'
NOTHING = Field("", "")
LONG_WORD = "w" * 10_000
LIST = 'ID,Name,Phone,Status,Note\nR1,"{x}","555-0101","{x}","{x}"\n,,"555",,\n'.replace(
    "{x}", LONG.replace('"', '""')
)
#: What pages read from their address.
ASKED = (
    *("page", "show", "how", "is_circle", "circle", "site", "coach", "coach_was", "item", "next"),
    *("drug", "route", "moment"),
)

#: How each of them asks for a page.
READINGS = {
    "ana": lambda browser, path: browser.get(path),
    "max": lambda browser, path: browser.get(path, dict.fromkeys(ASKED, LONG)),
    "sue": lambda browser, path: browser.head(path),
    "ben": lambda browser, path: browser.options(path),
    "ada": lambda browser, path: browser.put(path),
}


@dataclass
class Seen:
    """taken: pages whose form was taken. answered: status by page and reader.

    breaches: (page, what is wrong). changed: tables that a reading changed. cells: of each
    file that left. pdf: the copy.
    """

    taken: set = field(default_factory=set)
    answered: dict = field(default_factory=dict)
    breaches: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    cells: dict = field(default_factory=dict)
    pdf: bytes = b""


def hostile(one, page="") -> str:
    """The longest hostile words that a field takes."""
    if one.kind == "email":
        return MAIL
    most = one.most or 20_000
    return next(words for words in (LONG, SHORT, SHORTEST, TINIEST) if len(words) <= most)


def too_long(one, page="") -> str:
    return LONG + LONG_WORD


def made(house, *, but=("death_id", "offer_id")) -> dict:
    ids = {}
    for kind in set(MAKERS) - set(but):
        try:
            with transaction.atomic():
                ids[kind] = MAKERS[kind](house)
        except IntegrityError:  # one of a kind, and there already
            continue
    return ids


def browser_of(account) -> Client:
    browser = Client(raise_request_exception=False)
    browser.force_login(account)
    return browser


def tables() -> dict[str, str]:
    """Every row there is, by table."""
    rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table not in MAY_CHANGE:
                cursor.execute(f'SELECT * FROM "{table}"')
                rows[table] = sorted(map(str, cursor.fetchall()))
    return rows


def is_page(answer) -> bool:
    """HTML, and not a file or a no."""
    kind = answer.get("Content-Type", "")
    return answer.status_code == 200 and kind.startswith("text/html") and not answer.streaming


class Walk:
    """text: what is typed into a field of a page."""

    def __init__(self, text):
        self.house, self.text, self.seen = build_house(), text, Seen()
        self.ids, self.forms = made(self.house), []
        self.pages = [a for a in addresses() if is_ours(a)]
        self.browsers = {name: browser_of(getattr(self.house, name)) for name in STAFF}

    def reachable(self):
        for page in self.pages:
            if all(page.kind(parameter) in self.ids for parameter in page.parameters):
                yield page, page.path(self.ids)

    def keep(self, name, response):
        found = breaches_of(response)
        self.seen.breaches += [(name, breach) for breach in found]
        return response

    def write(self, *, endings: bool, by=("max",)):
        for name in by:
            for page, path in self.reachable():
                if (page.name in ENDINGS) == endings:
                    self.fill(self.browsers[WRITERS.get(page.name, name)], page.name, path)

    def fill(self, browser, name, path):
        answer = self.keep(name, browser.get(path))
        if not is_page(answer):
            return
        for form in forms_in(answer.content.decode(), path):
            if name not in ENDINGS and resolve(form.action.split("?")[0]).url_name in ENDINGS:
                continue
            self.forms.append((name, form))
            self.send(browser, name, form, self.text)

    def send(self, browser, name, form, text):
        sent = filled(form, lambda one: text(one, name), ahead=name.startswith("appointment"))
        answer = self.keep(f"{name} sent", browser.post(form.action, sent))
        if answer.status_code == 302:
            self.seen.taken.add(name)

    def write_too_much(self):
        """The same forms again, with more than fits; their pages come back with it."""
        for name, form in self.forms:
            if any(one.kind in ("text", "textarea", "email") for one in form.fields.values()):
                form.fields.get("id", NOTHING).value = str(new_id())
                self.send(self.browsers["max"], name, form, too_long)

    def bring(self, file, *, confirm=True):
        """A list, from the file to the last step."""
        browser = self.browsers["max"]
        answer = browser.post(reverse("imports"), {"id": new_id(), "file": file})
        while to := self.next_step(browser, answer.url, confirm=confirm):
            sent = filled(to, lambda one: self.text(one, "import"))
            answer = self.keep("import sent", browser.post(to.action, sent))
            assert answer.status_code == 302, answer.content.decode()
        self.ids["batch_id"] = Batch.objects.latest("created_at").pk

    def next_step(self, browser, path, *, confirm):
        page = self.keep("import", browser.get(path, {"show": LONG}))
        kinds = ("confirm/", path) if confirm else (path,)
        forms = forms_in(page.content.decode(), path)
        return next((form for form in forms if form.action.endswith(kinds)), None)

    def end(self):
        """What ends things, and at last a death."""
        self.write(endings=True, by=("max", "ada"))
        self.ids |= made(self.house, but=set(MAKERS) - {"offer_id", "death_id"})
        self.write(endings=True, by=("ana",))

    def read(self):
        """Every page by three of them: judged, and nothing changes but the trail."""
        before = tables()
        for page, path in self.reachable():
            for name, ask in READINGS.items():
                answer = self.keep(f"{page.name} {name}", ask(self.browsers[name], path))
                self.seen.answered[page.name, name] = answer.status_code
        after = tables()
        self.seen.changed += sorted(t for t in after if before[t] != after[t])

    def take_out(self):
        """The files that leave: their cells, and the copy as a PDF."""
        browser = self.browsers["max"]
        for what in LISTS:
            for form in ("csv", "xlsx"):
                sent = {"list-what": what, "list-form": form}
                file = browser.post(reverse("exports"), sent).getvalue()
                self.seen.cells[f"{what}.{form}"] = CELLS[form](file)
        month = browser.get(reverse("month-public", args=[2026, 1]), {"as": "csv"})
        self.seen.cells["month.csv"] = csv_cells(month.content)
        refused = browser.get(reverse("import-refused", args=[self.ids["batch_id"]]))
        self.seen.cells["refused.csv"] = csv_cells(refused.content)
        sent = {"id": new_id(), "extent": "whole", "method": "pdf"}
        self.seen.pdf = browser.post(reverse("copy", args=[self.house.sam.pk]), sent).content


def csv_cells(file: bytes) -> list[str]:
    return [c for row in csv.reader(io.StringIO(file.decode("utf-8-sig"))) for c in row]


def xlsx_cells(file: bytes) -> list[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(file)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    return [f"={cell.value}" if cell.data_type == "f" else str(cell.value) for cell in cells]


CELLS = {"csv": csv_cells, "xlsx": xlsx_cells}


def walked() -> SimpleNamespace:
    walk = Walk(hostile)
    walk.read()  # also before anything else: what a first visit makes, a second would not
    walk.write(endings=False)
    walk.bring(SimpleUploadedFile(f"{SHORT.replace('/', '')}.csv", LIST.encode()))
    walk.take_out()
    walk.read()
    walk.write_too_much()
    walk.end()
    return walk.seen
