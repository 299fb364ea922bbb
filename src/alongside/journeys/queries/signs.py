"""What in a journey tells that somebody was here: that there is something, never what it says."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from alongside.common.clock import begin_of
from alongside.journeys import models

#: Each with its moment or its day.
_MOMENTS = (
    (models.Strength, "created_at"),
    (models.PathwayChosen, "created_at"),
    (models.Medicine, "created_at"),
    (models.SaferPlan, "created_at"),
    (models.PlanPart, "created_at"),
    (models.Step, "created_at"),
)
_DAYS = (
    (models.Sighting, "seen_on"),
    (models.ChangeTalk, "said_on"),
    (models.Concern, "named_on"),
    (models.Hope, "hoped_on"),
    (models.Goal, "named_on"),
    (models.Goal, "ended_on"),
    (models.Step, "ended_on"),
    (models.Overdose, "happened_on"),
    (models.PlanAgreed, "agreed_on"),
    (models.Measurement, "taken_on"),
)


def is_any_between(since: date, until: date) -> Q:
    """For records: something is told of the days after `since` and before `until`."""
    had = Q(recoveree=OuterRef("pk"), on__gt=since, on__lt=until)
    found = Q(Exists(models.CheckIn.objects.filter(had).exclude(answer="not_reached")))
    first, last = begin_of(since), begin_of(until)
    for model, name in _MOMENTS:
        found |= something(model, name, first, last)
    for model, name in _DAYS:
        found |= something(model, name, since, until)
    return found


def something(model, name: str, since, until) -> Q:
    """There is a row about the record in which this day, or moment, lies between."""
    told = {"recoveree": OuterRef("pk"), f"{name}__gt": since, f"{name}__lt": until}
    return Q(Exists(model._default_manager.filter(**told)))
