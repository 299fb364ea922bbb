"""Who would like to hear from us, and how check-ins went."""

from django.db.models import F

from alongside.common.compiled import compiled_once
from alongside.journeys.models import CheckIn, CheckInWish
from alongside.people.models import Recoveree
from alongside.people.queries import about_one, each_about
from alongside.people.queries.reach import Scope, own_or_nobodys, scope_of, twin_of
from alongside.team.roles import May

FEW = 6


def check_in_wishes_of(recoveree: Recoveree):
    """Every wish there was, the one that holds first."""
    rows = CheckInWish.objects.filter(about_one(recoveree)).select_related("by")
    return rows.order_by(F("ended_at").desc(nulls_first=True), "-id")


def check_in_wish_of(recoveree: Recoveree) -> CheckInWish | None:
    """The wish that holds: that of the record that stands for the person comes first."""
    live = CheckInWish.objects.live().filter(about_one(recoveree)).order_by("id")
    return min(live, key=lambda wish: wish.recoveree_id != recoveree.pk, default=None)


def check_ins_of(recoveree: Recoveree):
    """Those offered or had, the latest first."""
    return CheckIn.objects.filter(about_one(recoveree)).select_related("by").order_by("-on", "-id")


def check_ins_due(reader) -> list[CheckInWish]:
    """Of the people this reader walks with, and of those with whom nobody walks."""
    return _check_ins_due(scope_of(reader, May.READ_CONTACTS))


@compiled_once
def _check_ins_due(scope: Scope):
    people = own_or_nobodys(scope).values("pk")
    due = CheckInWish.objects.live().filter(next_on__lte=scope.day, until__gte=scope.day)
    rows = due.filter(each_about(people), ~twin_of(CheckInWish.objects.live()))
    return rows.prefetch_related("recoveree").order_by("next_on", "id")[:FEW]
