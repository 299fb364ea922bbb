"""The two crafts along one person's walk: days and counts, no rows and no words."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.db.models.functions import TruncDate

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
    there = Attendance.objects.filter(recoveree__in=ids_of(recoveree), contact__at__isnull=False)
    days = there.order_by().annotate(day=TruncDate("contact__at")).values("day")
    met = {
        row["day"]: DayMet(row["day"], row["count"])
        for row in days.annotate(count=Count("contact", distinct=True))
    }
    moves = MoveMade.objects.filter(contact__in=there.values("contact")).order_by()
    by_day = moves.annotate(day=TruncDate("contact__at")).values("day", "move__craft")
    for row in by_day.annotate(count=Count("pk")):
        setattr(met[row["day"]], FIELDS[row["move__craft"]], row["count"])
    return [met[day] for day in sorted(met)]
