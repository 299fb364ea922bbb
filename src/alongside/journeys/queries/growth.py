"""What shows a person their own growth: how sure they feel, and who took the steps."""

from datetime import date

from django.db.models import Count
from django.db.models.functions import TruncQuarter

from alongside.journeys.models import Measurement, Step
from alongside.journeys.queries.measures import measurements_that_hold
from alongside.people.models import Recoveree
from alongside.people.queries import about_one


def rulers_of(recoveree: Recoveree) -> list[Measurement]:
    """The rulers that hold, the earliest day first."""
    return list(measurements_that_hold(recoveree).filter(instrument="rulers").reverse())


def steps_by_quarter(recoveree: Recoveree) -> dict[date, dict[str, int]]:
    """For each quarter (its first day) in which steps were taken: how many, by whom."""
    taken = Step.objects.filter(about_one(recoveree), outcome=Step.Outcome.TAKEN)
    rows = taken.exclude(ended_on=None).annotate(quarter=TruncQuarter("ended_on"))
    counted = rows.values_list("quarter", "taken_by").annotate(n=Count("pk")).order_by("quarter")
    found: dict[date, dict[str, int]] = {}
    for quarter, taken_by, n in counted:
        found.setdefault(quarter, {})[taken_by] = n
    return found
