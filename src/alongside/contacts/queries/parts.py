"""Notes, promises, appointments and wishes for calls, for those who may read them."""

from alongside.contacts.models import Appointment, CallWish, Note, Promise
from alongside.contacts.queries.contacts import with_corrections
from alongside.people.queries import each_about, ids_of, recoverees_for
from alongside.team.roles import May


def notes_for(reader, may: May = May.READ_CONTACTS):
    return with_corrections(Note.objects.filter(each_about(_reach(reader, may)))).order_by(
        "-created_at"
    )


def promises_for(reader, may: May = May.READ_CONTACTS):
    return _for(Promise, reader, may)


def appointments_for(reader, may: May = May.READ_CONTACTS):
    return _for(Appointment, reader, may)


def call_wish_of(recoveree) -> CallWish | None:
    """The wish that holds; where two records had one, that of the record that stands."""
    wishes = CallWish.objects.live().filter(recoveree__in=ids_of(recoveree))
    return min(wishes, key=lambda w: (w.recoveree_id != recoveree.pk, w.pk), default=None)


def _for(model, reader, may):
    rows = model.objects.filter(each_about(_reach(reader, may)))
    return rows.select_related("recoveree__program", "coach", "by")


def _reach(reader, may):
    return recoverees_for(reader, may).values("pk")
