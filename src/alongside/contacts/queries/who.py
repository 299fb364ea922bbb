"""Whom a contact may be with: near at hand, or found by name."""

from datetime import UTC, datetime, timedelta

from alongside.common.clock import now
from alongside.contacts.models import Attendance
from alongside.contacts.queries.latest import last_met
from alongside.people.queries import ids_of
from alongside.people.queries.cards import walking_with
from alongside.people.queries.search import search_people
from alongside.team.models import Account
from alongside.team.roles import May

NEAR = 12
LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)
FOUND = 20


def people_near(reader, program):
    """The people the reader walks with in this program, those met last first."""
    near = [person for person in walking_with(reader) if person.program_id == program.pk]
    met = last_met(person.pk for person in near)
    return sorted(near, key=lambda person: met.get(person.pk, LONG_AGO), reverse=True)[:NEAR]


def met_by_lately(recoveree):
    """The staff who had a contact with this person in the last 90 days."""
    lately = Attendance.objects.filter(
        recoveree__in=ids_of(recoveree), at__gte=now() - timedelta(days=90)
    )
    return Account.objects.filter(pk__in=lately.values("contact__staff"))


def people_found(reader, program, words: str):
    """People of this program whose name or number fits."""
    found = search_people(reader, words, may=May.WRITE_CONTACTS, most=2 * FOUND)
    return [person for person in found if person.program_id == program.pk][:FOUND]
