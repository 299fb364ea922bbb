"""Notes: signed when written, never edited, corrected by later ones."""

from datetime import datetime
from uuid import UUID

from alongside.audit import trail
from alongside.common.clock import now
from alongside.common.ids import new_id
from alongside.contacts.actions.once import sent_once, stored_before
from alongside.contacts.models import Note
from alongside.people.models import Recoveree
from alongside.team.models import Account


@sent_once
def record_note(
    *,
    recoveree: Recoveree,
    body: str,
    by: Account,
    origin: str = Note.Origin.COACH,
    at: datetime | None = None,
    corrects: Note | None = None,
    id: UUID | None = None,
) -> Note:
    """A note of its own, without a contact. Sent twice with the same id, it is kept once."""
    id = id or new_id()
    if known := stored_before(Note, id, by, recoveree_id=recoveree.pk, body=body):
        return known
    note = Note(
        id=id,
        recoveree=recoveree,
        contact_id=corrects.contact_id if corrects else None,
        body=body,
        origin=origin,
        at=at or now(),
        corrects=corrects,
        by=by,
    )
    note.save(force_insert=True)
    trail.record("note.correct" if corrects else "note.record", note, by=by)
    return note


def correct_note(*, note: Note, body: str, by: Account, origin=Note.Origin.COACH, id=None) -> Note:
    """A later note that corrects this one. Both stay, and both show."""
    return record_note(
        recoveree=note.recoveree, body=body, by=by, origin=origin, corrects=note, id=id
    )
