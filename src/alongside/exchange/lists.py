"""Lists that go out, for a spreadsheet: what the reader may see, and no cell a formula."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import local, now
from alongside.consent.actions import send_archive_under
from alongside.exchange.contact_lists import Permitted, contact_rows, note_rows
from alongside.exchange.journey_lists import JOURNEY_LISTS
from alongside.exchange.leaving import take_permits
from alongside.exchange.sheets_out import Row, as_csv, as_xlsx
from alongside.people.queries.exporting import people_to_export
from alongside.people.questions import QUESTIONS
from alongside.team.models import Account, Program


def people_rows(by: Account, program: Program, permitted: Permitted) -> Iterator[Row]:
    asked = [question.key for question in QUESTIONS]
    yield [
        *(_("id"), _("since"), _("called"), _("ways to reach them"), _("where they are")),
        *(str(question.label) for question in QUESTIONS),
    ]
    for whole in people_to_export(by, program):
        if whole.person.pk not in permitted.people:
            continue
        ways = "\n".join(_way(way) for way in whole.ways)
        where = whole.whereabouts
        place = f"{where.get_kind_display()} {where.place}".strip() if where else ""
        started = _moment(whole.person.created_at)
        first = [str(whole.person.pk), started, whole.person.called, ways, place]
        yield [*first, *(whole.answers.get(key, "") for key in asked)]


def _way(way) -> str:
    parts = [f"{way.get_kind_display()}: {way.address}", way.times, way.care]
    parts.insert(1, _("message: %s") % way.get_may_leave_message_display())
    return " · ".join(part for part in parts if part)


def _moment(at: datetime | None) -> str:
    return local(at).strftime("%Y-%m-%d %H:%M") if at else ""


LISTS = {"people": people_rows, "contacts": contact_rows, "notes": note_rows, **JOURNEY_LISTS}


def list_file(what: str, form: str, *, program: Program, by: Account) -> Iterator[bytes]:
    """One list as the pieces of a CSV or XLSX file, made while they are taken.

    what: a key of `LISTS`. form: "csv" or "xlsx". Raises NotAllowed. That it leaves stands
    in the trail and in each person's accounting before the first byte does.
    """
    permitted = _let_out(what, form, program, by)
    rows = LISTS[what](by, program, permitted)
    return as_csv(rows) if form == "csv" else as_xlsx(rows, what)


@transaction.atomic
def _let_out(what: str, form: str, program: Program, by: Account) -> Permitted:
    """Who is in the list is settled here: whoever comes while it is written is not."""
    permits = take_permits(program, by, what=what, purpose=_("the program's own list"))
    send_archive_under(permits.values())
    trail.record("list.export", program, by=by, detail=f"{what} {form}")
    return Permitted(people=frozenset(permits), at=now())
