"""The two crafts along one person's walk: days and counts, no rows and no words.

The days are told apart here: in SQLite each would be a call from the database back to Python.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from alongside.common.clock import local_day
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
    theirs = Attendance.objects.filter(recoveree__in=ids_of(recoveree), contact__at__isnull=False)
    days = {pk: local_day(at) for pk, at in theirs.values_list("contact_id", "contact__at")}
    met: dict[date, DayMet] = {}
    for day in days.values():
        met.setdefault(day, DayMet(day)).contacts += 1
    moves = MoveMade.objects.filter(contact__in=theirs.values("contact")).order_by()
    for pk, craft, count in moves.values_list("contact_id", "move__craft").annotate(Count("pk")):
        day = met[days[pk]]
        setattr(day, FIELDS[craft], getattr(day, FIELDS[craft]) + count)
    return [met[day] for day in sorted(met)]
