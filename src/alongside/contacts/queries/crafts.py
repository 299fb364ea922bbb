"""The two crafts along one person's walk: days and counts, no rows and no words.

The days are told apart here: in SQLite each would be a call from the database back to Python.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from alongside.common.clock import local, now
from alongside.common.compiled import Ids, compiled_once
from alongside.contacts.models import Attendance, Contact, Craft
from alongside.people.models import Recoveree
from alongside.people.queries import ids_of, recoveree_at
from alongside.team.roles import May


@dataclass
class DayMet:
    """A day on which there were contacts, and how many moves of each craft were made."""

    day: date
    contacts: int = 0
    recovery_coaching: int = 0
    harm_reduction: int = 0


def days_met(reader, recoveree: Recoveree) -> list[DayMet]:
    """Days with contacts, the earliest first. Contacts whose day is not known are left out."""
    if recoveree_at(reader, May.READ_CONTACTS, recoveree.pk) is None:
        return []
    zone = local(now()).tzinfo
    met: dict[date, DayMet] = {}
    for at, recovery_coaching, harm_reduction in _moments(Ids(ids_of(recoveree))):
        day = at.astimezone(zone).date()
        one = met.setdefault(day, DayMet(day))
        one.contacts += 1
        one.recovery_coaching += recovery_coaching
        one.harm_reduction += harm_reduction
    return [met[day] for day in sorted(met)]


@compiled_once
def _moments(records: Ids):
    """(when, moves of recovery coaching, moves of harm reduction) of each contact."""
    theirs = Attendance.objects.filter(recoveree__in=records).values("contact")
    contacts = Contact.objects.filter(pk__in=theirs, at__isnull=False).order_by()
    counted = contacts.annotate(rc=_of(Craft.RECOVERY_COACHING), hr=_of(Craft.HARM_REDUCTION))
    return counted.values_list("at", "rc", "hr")


def _of(craft: Craft) -> Count:
    return Count("moves", filter=Q(moves__move__craft=craft))
