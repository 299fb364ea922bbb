"""Whether somebody is back after a long time. Nothing else hangs on it than a greeting."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from alongside.common.clock import begin_of, today
from alongside.common.compiled import Ids, compiled_once
from alongside.contacts.models import Attendance, CallAttempt, Note
from alongside.journeys.policies.long_view import months_later
from alongside.journeys.queries.signs import is_any_between, something
from alongside.people.models import Answer, Death, Recoveree, Statement, Way, Whereabouts
from alongside.people.queries import ids_of

A_LONG_TIME_IN_MONTHS = 12
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
    since = months_later(day, -A_LONG_TIME_IN_MONTHS)
    first, last = begin_of(since), begin_of(day)
    died = Exists(Death.objects.live().filter(recoveree=OuterRef("pk")))
    heard = Q(created_at__gt=first) | Q(died) | is_any_between(since, day)
    for model, name in ((Attendance, "at"), (Note, "at"), (Answer, "at"), (Way, "created_at")):
        heard |= something(model, name, first, last)
    for model, name in ((Statement, "said_on"), (Whereabouts, "since")):
        heard |= something(model, name, since, day)
    tried = CallAttempt.objects.filter(recoveree=OuterRef("pk"), outcome__in=_ANSWERED)
    heard |= Q(Exists(tried.filter(at__gt=first, at__lt=last)))
    return Recoveree.objects.filter(heard, pk__in=records).only("pk").order_by("pk")[:1]
