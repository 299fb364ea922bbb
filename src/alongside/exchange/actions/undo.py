"""Taking an import back: exactly what it made, but for what somebody has since built on."""

from collections import defaultdict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.audit.queries import acts_since
from alongside.common.chunks import chunks
from alongside.common.clock import now
from alongside.common.errors import NotAllowed
from alongside.contacts.actions import take_back_contacts
from alongside.contacts.actions.importing import contacts_built_on
from alongside.exchange.fields import CONTACTS
from alongside.exchange.models import Batch, ImportedRow
from alongside.people.actions.importing import take_back_told
from alongside.people.queries.importing import people_built_on, rows_about, rows_built_on
from alongside.team.models import Account

PERSON, CONTACT = "people.recoveree", "contacts.contact"


@transaction.atomic
def undo(*, batch: Batch, by: Account) -> Batch:
    """Remove what this import made. What was built on since stays, and `kept` counts it."""
    if batch.step != Batch.Step.DONE:
        raise NotAllowed(_("Only an import that was taken in can be taken back."))
    made = _made_by(batch)
    if batch.kind == CONTACTS:
        gone, stays = _take_back_contacts(batch, made, by)
    else:
        gone, stays = _take_back_people(batch, made, by)
    for chunk in chunks(gone, 500):
        ImportedRow.objects.filter(program=batch.program, object_id__in=chunk).delete()
    ImportedRow.objects.filter(batch=batch, is_made=False).delete()
    batch.counts = {**batch.counts, "taken_back": len(gone), "stays": len(stays)}
    batch.step, batch.undone_at = Batch.Step.UNDONE, now()
    batch.plan = batch.refused = None
    batch.save()
    trail.record("import.undo", batch, by=by, detail=f"taken_back={len(gone)} stays={len(stays)}")
    return batch


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


def _take_back_contacts(batch, made, by) -> tuple[set[UUID], set[UUID]]:
    contacts = set(made[CONTACT])
    stays = contacts_built_on(contacts, since=batch.confirmed_at)
    gone = contacts - stays
    take_back_contacts(list(gone), program=batch.program, by=by)
    return gone, stays


def _take_back_people(batch, made, by) -> tuple[set[UUID], set[UUID]]:
    """A person who stays keeps all that was told of them.

    So does one who was here before keep what somebody has since changed or ended.
    """
    people = set(made[PERSON])
    stays = set(people_built_on(people, since=batch.confirmed_at))
    gone = people - stays
    keep = rows_about(stays) | _changed_since(batch)
    told = {
        kind: [pk for pk in ids if pk not in keep] for kind, ids in made.items() if kind != PERSON
    }
    take_back_told(told, people=list(gone), program=batch.program, by=by)
    removed = {pk for ids in told.values() for pk in ids}
    for chunk in chunks(removed, 500):
        ImportedRow.objects.filter(batch=batch, object_id__in=chunk).delete()
    return gone, stays


def _changed_since(batch: Batch) -> set[UUID]:
    """What this import told of people who were here, and somebody has since worked on."""
    joined = ImportedRow.objects.filter(batch=batch, is_made=False)
    people = set(joined.values_list("object_id", flat=True))
    acts = acts_since(people, since=batch.confirmed_at)
    return {row for _person, row, _verb in acts} | rows_built_on(people, since=batch.confirmed_at)
