"""The two crafts along one person's walk: days and counts, no rows and no words.

The days are told apart here: in SQLite each would be a call from the database back to Python.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from alongside.common.clock import local, now
from alongside.common.compiled import Ids, compiled_once
from alongside.contacts.models import Attendance, Craft, MoveMade
from alongside.people.models import Recoveree
from alongside.people.queries import ids_of, recoverees_for
from alongside.team.roles import May


@dataclass
class DayMet:
    """A day on which there were contacts, and how many moves of each craft were made."""

    day: date
    contacts: int = 0
    recovery_coaching: int = 0
    harm_reduction: int = 0


FIELDS = {
    Craft.RECOVERY_COACHING: "recovery_coaching",
    Craft.HARM_REDUCTION: "harm_reduction",
}


def days_met(reader, recoveree: Recoveree) -> list[DayMet]:
    """Days with contacts, the earliest first. Contacts whose day is not known are left out."""
    if not recoverees_for(reader, May.READ_CONTACTS).filter(pk=recoveree.pk).exists():
        return []
    zone = local(now()).tzinfo
    records = Ids(ids_of(recoveree))
    days = {pk: at.astimezone(zone).date() for pk, at in _attended(records)}
    met: dict[date, DayMet] = {}
    for day in days.values():
        met.setdefault(day, DayMet(day)).contacts += 1
    for pk, craft, count in _made(records):
        day = met[days[pk]]
        setattr(day, FIELDS[craft], getattr(day, FIELDS[craft]) + count)
    return [met[day] for day in sorted(met)]


@compiled_once
def _attended(records: Ids):
    return _theirs(records).values_list("contact_id", "contact__at")


@compiled_once
def _made(records: Ids):
    moves = MoveMade.objects.filter(contact__in=_theirs(records).values("contact")).order_by()
    return moves.values_list("contact_id", "move__craft").annotate(Count("pk"))


def _theirs(records: Ids):
    return Attendance.objects.filter(recoveree__in=records, contact__at__isnull=False)
