"""Whom a contact may be with: near at hand, or found by name."""

from django.db.models import F, OuterRef, Subquery

from alongside.contacts.models import Attendance
from alongside.people.queries.cards import walking_with
from alongside.people.queries.search import search_people
from alongside.team.roles import May

NEAR = 12
FOUND = 20


def people_near(reader, program):
    """The people the reader walks with in this program, those met last first."""
    met = Attendance.objects.filter(recoveree=OuterRef("pk"), at__isnull=False)
    near = walking_with(reader).filter(program=program)
    near = near.annotate(met_at=Subquery(met.order_by("-at").values("at")[:1]))
    return near.order_by(F("met_at").desc(nulls_last=True), "-id")[:NEAR]


def people_found(reader, program, words: str):
    """People of this program whose name or number fits."""
    found = search_people(reader, words, may=May.WRITE_CONTACTS, most=2 * FOUND)
    return [person for person in found if person.program_id == program.pk][:FOUND]
