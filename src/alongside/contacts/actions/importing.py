"""Thousands of contacts at once, made ready before they are stored; and taken back again."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.audit.ready import Ready
from alongside.common.chunks import chunks
from alongside.common.errors import NotAllowed
from alongside.common.hanging import built_on, keys_to
from alongside.common.inserts import remove
from alongside.contacts.actions.contacts import CHUNK, Draft, Rows
from alongside.contacts.models import Attendance, Contact, Note
from alongside.people.queries.importing import own_words_about
from alongside.team.models import Account, Program


def contacts_built_on(ids: Iterable[UUID], *, since: datetime) -> set[UUID]:
    """Those of these contacts to which anybody has since added something.

    A note that corrects one of theirs, a person's own words on one, a promise, …
    """
    ids = list(ids)
    built = built_on(Contact, ids, since=since) | own_words_about(ids, since=since)
    for chunk in chunks(ids, 500):
        notes = dict(Note.objects.filter(contact__in=chunk).values_list("pk", "contact_id"))
        touched = built_on(Note, notes, since=since) | own_words_about(notes, since=since)
        built.update(notes[note] for note in touched)
    return built


def make_contacts_ready(
    drafts: Iterable[Draft], *, program: Program, by: Account, batch_id: UUID, ready: Ready
) -> None:
    """Make thousands of contacts ready: checked, sealed, and stored with `ready`."""
    for chunk in chunks(drafts, CHUNK):
        rows = Rows(program, by, batch_id)
        for draft in chunk:
            rows.add(draft)
        for kind in rows.rows.values():
            ready.add(kind)
        ready.tell(rows.lines)


def make_taking_back_ready(ids: Iterable[UUID], *, program: Program, ready: Ready) -> None:
    """The lines that tell of it: the trail keeps that these contacts were there."""
    for chunk in chunks(ids, CHUNK):
        ready.tell(
            trail.Line("contact.take_back", Contact._meta.label_lower, pk, None, program.pk)
            for pk in chunk
        )


def contacts_with(people: Iterable[UUID], *, batch_id: UUID) -> set[UUID]:
    """The contacts of an import in which any of these people were."""
    found: set[UUID] = set()
    for chunk in chunks(people, CHUNK):
        there = Attendance.objects.filter(recoveree__in=chunk, contact__batch_id=batch_id)
        found.update(there.values_list("contact_id", flat=True))
    return found


@transaction.atomic
def take_back_contacts(
    *, batch_id: UUID, stays: Collection[UUID], program: Program, ready: Ready
) -> None:
    """Remove the contacts of an import but for those that stay, and all that came with them.

    One statement a table. Whoever calls asks `contacts_built_on` first, and has the lines
    ready. Refused if anything else hangs on them: that is nobody's mistake.
    """
    going = Contact.objects.filter(batch_id=batch_id, program=program).exclude(pk__in=stays)
    later = Note.objects.filter(corrects__contact__in=going)
    if later.exclude(contact__in=going.values("pk")).exists():
        raise NotAllowed(_("Notes have been written that correct notes in here."))
    for key in keys_to(Contact):
        remove(key.model._base_manager.filter(**{f"{key.name}__in": going}))
    remove(going)
    ready.store_lines()
