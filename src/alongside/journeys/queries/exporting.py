"""Journeys as they leave in lists: every row of the people this account may take out."""

from datetime import datetime

from django.db.models import QuerySet

from alongside.journeys.models import Concern, Goal, Hope, Measurement, Sighting
from alongside.people.queries import about, recoverees_for
from alongside.team.models import Account, Program
from alongside.team.roles import May

#: What leaves, with what is read along with it.
_ALONG = {
    Concern: ("recoveree",),
    Sighting: ("recoveree", "concern", "stage", "by"),
    Hope: ("recoveree", "concern", "stage"),
    Goal: ("recoveree", "concern"),
    Measurement: ("recoveree", "concern", "goal"),
}
KINDS = {"concerns": Concern, "sightings": Sighting, "hopes": Hope, "goals": Goal}
KINDS["measures"] = Measurement


def journeys_to_export(kind: str, by: Account, program: Program, at: datetime) -> QuerySet:
    """The rows of one kind that there were at this moment, also on joined records."""
    model = KINDS[kind]
    people = recoverees_for(by, May.EXPORT).filter(program=program).values("pk")
    rows = model._default_manager.filter(about(people), created_at__lte=at)
    rows = rows.select_related(*_ALONG[model])
    if model is Concern:
        return rows.prefetch_related("rhythms")
    return rows.prefetch_related("steps") if model is Goal else rows
