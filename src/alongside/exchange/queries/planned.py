"""From a batch to what would come of its rows."""

import hmac
import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.utils.timezone import get_current_timezone, make_aware

from alongside.common.chunks import chunks
from alongside.common.clock import now, today
from alongside.exchange.fields import CONTACTS
from alongside.exchange.models import Batch, ImportedRow, Recognition, RememberedMapping
from alongside.exchange.planning.contacts import PlannedContact, plan_contacts
from alongside.exchange.planning.known import Known, KnownPerson
from alongside.exchange.planning.people import plan_people
from alongside.exchange.planning.rows import Choices, Planned, Setting, Sheet
from alongside.exchange.reading.books import Row
from alongside.exchange.reading.guesses import headings_of
from alongside.exchange.reading.packed import unpack
from alongside.exchange.values.names import name_key
from alongside.exchange.values.phones import read_phone
from alongside.exchange.values.texts import key_of
from alongside.people.queries.importing import Here, people_here


def rows_of(batch: Batch) -> list[Row]:
    """The rows of the chosen sheet, which is all that is kept once it is chosen."""
    return unpack(bytes(batch.file))


def sheet_of(batch: Batch) -> Sheet:
    """The sheet as it was mapped."""
    rows = rows_of(batch)
    header = batch.header_row or 0
    return Sheet(
        kind=batch.kind,
        headings=headings_of(rows, header),
        columns=mapping_of(batch).get("columns", []),
        rows=[row for row in rows if row[0] > header],
    )


def mapping_of(batch: Batch) -> dict:
    return json.loads(batch.mapping or "{}")


def keyed(program, text: str) -> bytes:
    """A keyed hash: nobody without the program's key can try out names or numbers."""
    return Keyed(program)(text)


def remembered_for(program, headings: Iterable[str]) -> RememberedMapping | None:
    """How this program mapped the same headings the last time."""
    return RememberedMapping.objects.filter(
        program=program, headings=hash_of_headings(program, headings)
    ).first()


def hash_of_headings(program, headings: Iterable[str]) -> bytes:
    return keyed(program, "headings\x1e" + "\x1f".join(map(key_of, headings)))


def setting_for(batch: Batch, sheet: Sheet) -> Setting:
    stored = mapping_of(batch).get("choices", {})
    keyed_ = Keyed(batch.program)
    source = " · ".join(part for part in (batch.file_name, batch.sheet) if part)
    return Setting(
        today=today(),
        now=now(),
        keyed=keyed_,
        prints={number: keyed_(sheet.said(cells)) for number, cells in sheet.real_rows()},
        local=_local,
        choices=Choices.of(stored),
        source=source,
    )


class Keyed:
    """`keyed` for one program, its key fetched once. `bring` makes the key."""

    def __init__(self, program):
        key = Recognition.objects.select_related("program").get(program=program).key
        self.hash = partial(hmac.digest, bytes(key), digest="sha256")

    def __call__(self, text: str) -> bytes:
        return self.hash(text.encode())


def _local(moment: datetime) -> datetime:
    return make_aware(moment, get_current_timezone())


def seen_before(program, fingerprints: Iterable[bytes]) -> dict[bytes, UUID]:
    """Those fingerprints whose rows were brought before, with what they made."""
    seen: dict[bytes, UUID] = {}
    for chunk in chunks(fingerprints, 500):
        rows = ImportedRow.objects.filter(program=program, fingerprint__in=chunk)
        for fingerprint, made in rows.values_list("fingerprint", "object_id"):
            seen[bytes(fingerprint)] = made
    return seen


def known_from(here: dict[UUID, Here], program) -> Known:
    """Everyone who is here, as an old list can know them again."""
    people: dict[UUID, KnownPerson] = {}
    for one in here.values():
        phones = (read_phone(phone) for phone in one.phones)
        people.setdefault(
            one.person.pk,
            KnownPerson(
                id=one.person.pk,
                shown=one.person.called,
                names={name_key(name) for name in one.names},
                born_on=one.born_on,
                phones={phone.digits for phone in phones if phone},
            ),
        )
    numbers = ImportedRow.objects.filter(program=program, number__isnull=False)
    for number, object_id in numbers.values_list("number", "object_id"):
        if object_id in here:
            people[here[object_id].person.pk].numbers.add(bytes(number))
    return Known(people.values())


def plan_of(
    batch: Batch, here: dict[UUID, Here] | None = None
) -> tuple[Sheet, list[Planned], list[PlannedContact]]:
    """What would come of each row if it were confirmed now."""
    sheet = sheet_of(batch)
    setting = setting_for(batch, sheet)
    seen = seen_before(batch.program, setting.prints.values())
    if here is None:
        here = people_here(batch.by, batch.program)
    known = known_from(here, batch.program)
    if batch.kind == CONTACTS:
        planned, contacts = plan_contacts(sheet, setting, known, seen)
        return sheet, planned, contacts
    return sheet, plan_people(sheet, setting, known, seen), []


def counts_of(planned: list[Planned]) -> dict[str, int]:
    return dict(Counter(str(row.outcome) for row in planned))
