"""Whom a contact may be with: near at hand, or found by name."""

from itertools import islice

from django.db.models import OuterRef, Q, Subquery

from alongside.common.clock import today
from alongside.contacts.models import Attendance
from alongside.people.models import Pairing
from alongside.people.queries import recoverees_for
from alongside.team.roles import May

NEAR = 12
FOUND = 20


def _reach(reader, program):
    return recoverees_for(reader, May.WRITE_CONTACTS).filter(program=program)


def people_near(reader, program, *, limit: int = NEAR):
    """The people the reader walks with, those met last first; then names by heart."""
    paired = Pairing.objects.filter(
        Q(until=None) | Q(until__gt=today()), coach=reader, since__lte=today()
    )
    met = Attendance.objects.filter(recoveree=OuterRef("pk")).order_by("-at").values("at")[:1]
    near = _reach(reader, program).living().filter(pk__in=paired.values("recoveree"))
    return near.annotate(met_at=Subquery(met)).order_by("-met_at", "created_at")[:limit]


def people_found(reader, program, words: str, *, limit: int = FOUND):
    """People in reach whose name holds these words. Names are sealed: open and look."""
    sought = words.casefold().split()
    people = _reach(reader, program).living().iterator(chunk_size=1000)
    hits = (p for p in people if all(word in p.called.casefold() for word in sought))
    return sorted(islice(hits, limit), key=lambda person: person.called.casefold())
