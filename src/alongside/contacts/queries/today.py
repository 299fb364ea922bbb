"""What a day holds for somebody: people, promises, calls, appointments.

Each of these is a fixed number of queries, and reads the latest contact of the reader's
own people by an index, never all contacts. All are compiled once for a reader's scope,
since everyone begins with them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q

from alongside.common.clock import begin_of, now
from alongside.common.compiled import compiled_once
from alongside.contacts.models import Appointment, CallWish, Promise
from alongside.contacts.queries.latest import last_met
from alongside.people.models import Appeal, HandOver, Recoveree, SupportOffer
from alongside.people.queries import each_about
from alongside.people.queries.cards import walking_with
from alongside.people.queries.handing import hand_overs_in
from alongside.people.queries.reach import Scope, recoverees_in, scope_of, twin_of
from alongside.people.queries.safety import appeals_waiting_in, support_offers_in, talks_wished_in
from alongside.team.roles import May

#: How far Today looks ahead, and back for what has not been settled.
SOON = timedelta(days=7)
LATELY = timedelta(days=14)
A_DAY = timedelta(days=1)
#: How many of each Today names, and of what there may be many; the list of people has them all.
MOST, FEW = 50, 6


@dataclass
class Walk:
    """One of the people a coach walks with."""

    person: Recoveree
    met_at: datetime | None = None

    @property
    def since(self) -> datetime:
        return self.met_at or self.person.created_at

    @property
    def is_quiet(self) -> bool:
        """Not reached for as long as the program says one should notice."""
        return self.since < now() - timedelta(days=self.person.program.quiet_days)


def walks_of(reader) -> list[Walk]:
    """The people this reader walks with today, by name."""
    people = walking_with(reader)
    met = last_met(person.pk for person in people)
    walks = [Walk(person, met.get(person.pk)) for person in people]
    return sorted(walks, key=lambda walk: walk.person.called.casefold())


def quiet_of(walks: list[Walk]) -> list[Walk]:
    """Those not reached for a while, the longest first."""
    quiet = [walk for walk in walks if walk.is_quiet]
    return sorted(quiet, key=lambda walk: walk.since)


def promises_of(reader) -> list[Promise]:
    """What this reader promised and has not settled: soonest first, without a day last."""
    return _promises(scope_of(reader, May.READ_CONTACTS))


@compiled_once
def _promises(scope: Scope):
    return (
        Promise.objects.live()
        .filter(_about_living(scope), coach=scope.reader_id)
        .select_related("recoveree")
        .order_by(F("due_on").asc(nulls_last=True), "created_at")[:MOST]
    )


def appointments_of(reader) -> list[Appointment]:
    """Appointments of the next days, and lately ones of which nobody said how they went."""
    return _appointments(scope_of(reader, May.READ_CONTACTS))


@compiled_once
def _appointments(scope: Scope):
    midnight = begin_of(scope.day)
    return (
        Appointment.objects.live()
        .filter(_about_living(scope), coach=scope.reader_id)
        .filter(at__gte=midnight - LATELY, at__lt=midnight + SOON + A_DAY)
        .select_related("recoveree")
        .order_by("at")[:MOST]
    )


def calls_for(reader):
    """Wishes for calls in this reader's reach, next first; one for each person."""
    return _calls_in(scope_of(reader, May.READ_CONTACTS))


def calls_due(reader) -> list[CallWish]:
    """The calls of today that are this reader's, or nobody's."""
    return _calls_due(scope_of(reader, May.READ_CONTACTS))


@compiled_once
def _calls_due(scope: Scope):
    mine = Q(coach=scope.reader_id) | Q(coach=None)
    return _calls_in(scope).filter(mine, next_on__lte=scope.day)[:MOST]


def _calls_in(scope: Scope):
    return (
        CallWish.objects.live()
        .filter(_about_living(scope))
        .filter(~twin_of(CallWish.objects.live()))
        .select_related("recoveree", "coach")
        .order_by("next_on", "created_at")
    )


def _about_living(scope: Scope) -> Q:
    return each_about(recoverees_in(scope).living().values("pk"))


def handed_over_to(reader) -> list[HandOver]:
    """What was handed over to this reader and not yet seen, the earliest first."""
    return _handed_over(scope_of(reader, May.READ_PEOPLE))


@compiled_once
def _handed_over(scope: Scope):
    return hand_overs_in(scope)[:MOST]


def support_offered_to(reader) -> list[SupportOffer]:
    """Support after a death that this reader has not answered yet."""
    return _support_offered(scope_of(reader, May.READ_PEOPLE))


@compiled_once
def _support_offered(scope: Scope):
    return support_offers_in(scope)[:FEW]


def talks_and_appeals_for(reader) -> tuple[list[SupportOffer], list[Appeal]]:
    """Who wishes to talk, and which appeals wait, for those who answer for a program."""
    scope = scope_of(reader, May.PAUSE)
    return _talks_wished(scope), _appeals_waiting(scope)


@compiled_once
def _talks_wished(scope: Scope):
    return talks_wished_in(scope)[:FEW]


@compiled_once
def _appeals_waiting(scope: Scope):
    return appeals_waiting_in(scope)[:FEW]
