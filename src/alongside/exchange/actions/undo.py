"""Taking an import back: exactly what it made, but for what somebody has since built on."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.audit.queries import acts_since, end_of_trail, people_after
from alongside.audit.ready import Ready
from alongside.common.chunks import chunks
from alongside.common.clock import now
from alongside.common.errors import NotAllowed
from alongside.common.inserts import remove
from alongside.contacts.actions.importing import (
    contacts_built_on,
    contacts_with,
    make_taking_back_ready,
    take_back_contacts,
)
from alongside.exchange.actions.stale import Stale, check_still_true, unless_stale
from alongside.exchange.actions.steps import check_right
from alongside.exchange.fields import CONTACTS
from alongside.exchange.models import Batch, ImportedRow
from alongside.people.actions.importing import take_back_told
from alongside.people.queries.importing import people_built_on, rows_about, rows_built_on
from alongside.team.models import Account

PERSON, CONTACT = "people.recoveree", "contacts.contact"


@dataclass(frozen=True)
class Going:
    """What goes and what stays if an import is taken back, as of a line of the trail.

    told: rows about people by their table. rows: of `ImportedRow`, besides the batch's own.
    """

    seen: int
    gone: set[UUID]
    stays: set[UUID]
    ready: Ready
    told: dict[str, list[UUID]] = field(default_factory=dict)
    rows: set[UUID] = field(default_factory=set)


def undo(*, batch: Batch, by: Account) -> Batch:
    """Remove what this import made. What was built on since stays, and `kept` counts it.

    Looked up before the transaction; within it only what was done since is looked at.
    """
    if batch.step != Batch.Step.DONE:
        raise NotAllowed(_("Only an import that was taken in can be taken back."))
    look, take = _PARTS[batch.kind]
    return unless_stale(lambda: look(batch, by), lambda going: _undo(batch, going, take, by))


@transaction.atomic
def _undo(batch: Batch, going: Going, take: Callable, by: Account) -> Batch:
    done = Batch.objects.filter(pk=batch.pk, step=Batch.Step.DONE)
    if not list(done.select_for_update().values_list("pk")):
        raise NotAllowed(_("Only an import that was taken in can be taken back."))
    check_right(by, batch.program)
    trail.hold(batch.program.organization_id)
    take(batch, going, by)
    gone, stays = len(going.gone), len(going.stays)
    batch.counts = {**batch.counts, "taken_back": gone, "stays": stays}
    batch.step, batch.undone_at = Batch.Step.UNDONE, now()
    batch.plan = batch.refused = None
    batch.save()
    trail.record("import.undo", batch, by=by, detail=f"taken_back={gone} stays={stays}")
    return batch


def how_many_made(batch: Batch) -> int:
    """How many people or contacts this import made."""
    return len(_made_by(batch)[CONTACT if batch.kind == CONTACTS else PERSON])


def what_stays(batch: Batch) -> int:
    """How many people or contacts would stay if this import were taken back now."""
    if batch.kind == CONTACTS:
        return len(contacts_built_on(_made_by(batch)[CONTACT], since=batch.confirmed_at))
    return len(who_stays(batch))


def who_stays(batch: Batch) -> dict[UUID, set[str]]:
    """The people who would stay, with the verbs of what was done since; none for contacts."""
    if batch.kind == CONTACTS:
        return {}
    return people_built_on(_made_by(batch)[PERSON], since=batch.confirmed_at)


def _made_by(batch: Batch) -> dict[str, list[UUID]]:
    made: dict[str, list[UUID]] = defaultdict(list)
    rows = ImportedRow.objects.filter(batch=batch, is_made=True)
    for kind, object_id in rows.values_list("kind", "object_id"):
        made[kind].append(object_id)
    return made


def _ready(batch: Batch, by: Account) -> tuple[int, Ready]:
    organization_id = batch.program.organization_id
    return end_of_trail(organization_id), Ready(by=by, organization_id=organization_id)


def _look_at_contacts(batch: Batch, by: Account) -> Going:
    seen, ready = _ready(batch, by)
    contacts = set(_made_by(batch)[CONTACT])
    stays = contacts_built_on(contacts, since=batch.confirmed_at)
    make_taking_back_ready(contacts - stays, program=batch.program, ready=ready)
    return Going(seen, contacts - stays, stays, ready)


def _take_contacts(batch: Batch, going: Going, by: Account) -> None:
    """Unless somebody who came to one of them has been worked with in the last moments."""
    people = people_after(going.seen, organization_id=batch.program.organization_id)
    near = contacts_with(people, batch_id=batch.pk)
    if contacts_built_on(near, since=batch.confirmed_at) - going.stays:
        raise Stale
    take_back_contacts(
        batch_id=batch.pk, stays=going.stays, program=batch.program, ready=going.ready
    )
    remove(ImportedRow.objects.filter(batch=batch).exclude(is_made=True, object_id__in=going.stays))


def _look_at_people(batch: Batch, by: Account) -> Going:
    """A person who stays keeps all that was told of them.

    So does one who was here before keep what somebody has since changed or ended.
    """
    seen, ready = _ready(batch, by)
    made = _made_by(batch)
    people = set(made[PERSON])
    stays = set(people_built_on(people, since=batch.confirmed_at))
    gone = people - stays
    keep = rows_about(stays) | _changed_since(batch)
    told = {
        kind: [pk for pk in ids if pk not in keep] for kind, ids in made.items() if kind != PERSON
    }
    removed = {pk for ids in told.values() for pk in ids}
    return Going(seen, gone, stays, ready, told, _rows_of(batch, gone, removed))


def _rows_of(batch: Batch, gone: set[UUID], removed: set[UUID]) -> set[UUID]:
    """The rows that speak of what goes, those of other imports about these people too."""
    rows = ImportedRow.objects.filter(program=batch.program).values_list("pk", "object_id")
    return {pk for pk, object_id in rows.iterator() if object_id in gone or object_id in removed}


def _take_people(batch: Batch, going: Going, by: Account) -> None:
    program = batch.program
    rows = ImportedRow.objects.filter(batch=batch, kind=PERSON)
    known = set(rows.values_list("object_id", flat=True))
    if known & people_after(going.seen, organization_id=program.organization_id):
        raise Stale
    check_still_true(program, since=going.seen)
    take_back_told(going.told, people=list(going.gone), program=program, by=by)
    for chunk in chunks(going.rows, 500):
        remove(ImportedRow.objects.filter(pk__in=chunk))
    remove(ImportedRow.objects.filter(batch=batch, is_made=False))


def _changed_since(batch: Batch) -> set[UUID]:
    """What this import told of people who were here, and somebody has since worked on."""
    joined = ImportedRow.objects.filter(batch=batch, is_made=False)
    people = set(joined.values_list("object_id", flat=True))
    acts = acts_since(people, since=batch.confirmed_at)
    return {row for _person, row, _verb in acts} | rows_built_on(people, since=batch.confirmed_at)


_PARTS: dict[str, tuple[Callable[[Batch, Account], Going], Callable]] = {
    CONTACTS: (_look_at_contacts, _take_contacts),
    Batch.Kind.PEOPLE: (_look_at_people, _take_people),
}
