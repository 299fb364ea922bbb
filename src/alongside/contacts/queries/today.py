"""What a day holds for somebody: people, promises, calls, appointments.

Each of these is a fixed number of queries, and reads the latest contact of the reader's
own people by an index, never all contacts.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q

from alongside.common.clock import now, today
from alongside.contacts.models import Appointment, CallWish, Promise
from alongside.contacts.queries.latest import last_met
from alongside.people.models import Join, Recoveree
from alongside.people.queries import about, recoverees_for
from alongside.people.queries.cards import walking_with
from alongside.team.roles import May

#: How far Today looks ahead, and back for what has not been settled.
SOON = timedelta(days=7)
LATELY = timedelta(days=14)
MOST = 50


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


def _living(reader):
    return recoverees_for(reader, May.READ_CONTACTS).living().values("pk")


def promises_of(reader):
    """What this reader promised and has not settled: soonest first, without a day last."""
    return (
        Promise.objects.live()
        .filter(about(_living(reader)), coach=reader)
        .select_related("recoveree")
        .order_by(F("due_on").asc(nulls_last=True), "created_at")
    )


def appointments_of(reader):
    """Appointments of the next days, and lately ones of which nobody said how they went."""
    return (
        Appointment.objects.live()
        .filter(about(_living(reader)), coach=reader)
        .filter(at__gt=now() - LATELY, at__lt=now() + SOON)
        .select_related("recoveree")
        .order_by("at")
    )


def calls_for(reader):
    """Wishes for calls in this reader's reach, next first; one for each person."""
    return (
        CallWish.objects.live()
        .filter(about(_living(reader)))
        .filter(~Exists(_twin()))
        .select_related("recoveree", "coach")
        .order_by("next_on", "created_at")
    )


def _twin():
    """Another wish of the same person: that of the record that stands, or an earlier one."""
    joins = Join.objects.live()
    standing = joins.filter(joined=OuterRef(OuterRef("recoveree"))).values("standing")
    mine = joins.filter(joined=OuterRef(OuterRef(OuterRef("recoveree")))).values("standing")
    beside = joins.filter(standing__in=mine).values("joined")
    wishes = CallWish.objects.live()
    return wishes.filter(Q(recoveree__in=standing) | Q(recoveree__in=beside, pk__lt=OuterRef("pk")))


def calls_due(reader):
    """The calls of today that are this reader's, or nobody's."""
    return calls_for(reader).filter(Q(coach=reader) | Q(coach=None), next_on__lte=today())
