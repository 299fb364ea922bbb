"""Plans for being safer, and whom to be there for after an overdose."""

from alongside.common.compiled import compiled_once
from alongside.journeys.models import Overdose, SaferPlan
from alongside.journeys.policies.safety import OFFERED_FOR
from alongside.people.models import Recoveree
from alongside.people.queries import about_one, each_about
from alongside.people.queries.reach import Scope, own_or_nobodys, scope_of
from alongside.team.roles import May

FEW = 6


def safer_plans_of(recoveree: Recoveree):
    """The plan (the first), and what it was before."""
    return SaferPlan.objects.filter(about_one(recoveree)).select_related("by").order_by("-id")


def overdoses_of(recoveree: Recoveree):
    """Those we were told of, the latest first."""
    rows = Overdose.objects.filter(about_one(recoveree)).select_related("by")
    return rows.order_by("-happened_on", "-id")


def to_be_there_for(reader) -> list[Overdose]:
    """Overdoses of the last two weeks that nobody has been there for yet.

    Of the people this reader walks with, and of those with whom nobody walks. Joined to the
    people they would be looked for with every one of them.
    """
    return _to_be_there_for(scope_of(reader, May.READ_CONTACTS))


@compiled_once
def _to_be_there_for(scope: Scope):
    people = own_or_nobodys(scope).values("pk")
    rows = Overdose.objects.live().filter(
        each_about(people), happened_on__gte=scope.day - OFFERED_FOR
    )
    return rows.prefetch_related("recoveree").order_by("happened_on", "id")[:FEW]
