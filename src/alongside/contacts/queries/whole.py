"""All that is told of one person, for the record that is theirs: complete, without pages.

The number of queries does not depend on how much there is.
"""

from django.db.models import F

from alongside.contacts.models import (
    Appointment,
    Attendance,
    CallAttempt,
    CallWish,
    Contact,
    Note,
    Promise,
)
from alongside.contacts.queries.contacts import with_corrections
from alongside.contacts.queries.timeline import contacts_with
from alongside.people.queries import ids_of, recoverees_for
from alongside.team.roles import May


def contacts_of(reader, recoveree):
    """Contacts with what is this person's in them; of others only that there were some."""
    ids = _records(reader, recoveree)
    if not ids:
        return Contact.objects.none()
    theirs = Attendance.objects.filter(recoveree__in=ids).values("contact")
    return contacts_with(ids).filter(pk__in=theirs).order_by(_latest("at"), "-pk")


def lone_notes_of(reader, recoveree):
    """Notes that no contact holds, each with the later ones that correct it."""
    notes = _of(Note, reader, recoveree).filter(contact=None, corrects=None)
    return with_corrections(notes).order_by(_latest("at"), "-pk")


def promises_to(reader, recoveree):
    rows = _of(Promise, reader, recoveree).select_related("coach", "by")
    return rows.order_by("-created_at", "-pk")


def times_to_meet(reader, recoveree):
    rows = _of(Appointment, reader, recoveree).select_related("coach", "by")
    return rows.order_by("-at", "-pk")


def call_wishes_of(reader, recoveree):
    """The wish that holds, and earlier ones."""
    return _of(CallWish, reader, recoveree).select_related("coach").order_by("-created_at", "-pk")


def attempts_of(reader, recoveree):
    return _of(CallAttempt, reader, recoveree).select_related("by").order_by("-at", "-pk")


def _of(model, reader, recoveree):
    return model.objects.filter(recoveree__in=_records(reader, recoveree))


def _records(reader, recoveree) -> list:
    """The records that are this person, if the reader may read their contacts."""
    reached = recoverees_for(reader, May.READ_CONTACTS).filter(pk=recoveree.pk)
    return ids_of(recoveree) if reached.exists() else []


def _latest(name: str):
    return F(name).desc(nulls_last=True)
