"""Whether somebody is back after a long time. Nothing else hangs on it than a greeting."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from alongside.common.clock import begin_of, today
from alongside.common.compiled import Ids, compiled_once
from alongside.contacts.models import Attendance, CallAttempt, Note
from alongside.journeys import models as journeys
from alongside.journeys.policies.long_view import months_later
from alongside.people.models import Answer, Death, Recoveree, Statement, Way, Whereabouts
from alongside.people.queries import ids_of

A_LONG_TIME_IN_MONTHS = 12
#: What tells that somebody was here, and the moment or the day of it.
_MOMENTS = (
    (Attendance, "at"),
    (Note, "at"),
    (Answer, "at"),
    (Way, "created_at"),
    (journeys.Strength, "created_at"),
    (journeys.PathwayChosen, "created_at"),
    (journeys.Medicine, "created_at"),
    (journeys.SaferPlan, "created_at"),
    (journeys.PlanPart, "created_at"),
    (journeys.Step, "created_at"),
)
_DAYS = (
    (Statement, "said_on"),
    (Whereabouts, "since"),
    (journeys.Sighting, "seen_on"),
    (journeys.ChangeTalk, "said_on"),
    (journeys.Concern, "named_on"),
    (journeys.Hope, "hoped_on"),
    (journeys.Goal, "named_on"),
    (journeys.Goal, "ended_on"),
    (journeys.Step, "ended_on"),
    (journeys.Overdose, "happened_on"),
    (journeys.PlanAgreed, "agreed_on"),
    (journeys.Measurement, "taken_on"),
)
#: Tries to call that somebody answered.
_ANSWERED = ("talked", "not_now", "no_more_calls")


def is_back_after_long(recoveree: Recoveree) -> bool:
    """Whether nothing at all was heard of this person for a year or more before today.

    What is written today changes nothing of it, so the greeting stays for the first day
    back; from the next day on it is gone.
    """
    return not _heard_of(today(), Ids(ids_of(recoveree)))


@compiled_once
def _heard_of(day: date, records: Ids):
    """One of the records that began, or on which something is told, in the year before this day;
    or that is of somebody who died.
    """
    since, until = months_later(day, -A_LONG_TIME_IN_MONTHS), day
    at = {"gt": begin_of(since), "lt": begin_of(until)}
    on = {"gt": since, "lt": until}
    heard = Q(created_at__gt=at["gt"])
    for model, name, span in (
        *((model, name, at) for model, name in _MOMENTS),
        *((model, name, on) for model, name in _DAYS),
    ):
        heard |= Q(Exists(_rows(model, name, span)))
    heard |= Q(Exists(_rows(CallAttempt, "at", at).filter(outcome__in=_ANSWERED)))
    heard |= Q(Exists(_rows(journeys.CheckIn, "on", on).exclude(answer="not_reached")))
    heard |= Q(Exists(Death.objects.live().filter(recoveree=OuterRef("pk"))))
    return Recoveree.objects.filter(heard, pk__in=records).only("pk").order_by("pk")[:1]


def _rows(model, name: str, span: dict):
    between = {f"{name}__{edge}": end for edge, end in span.items()}
    return model._default_manager.filter(recoveree=OuterRef("pk"), **between)
