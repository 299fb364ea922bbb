"""What was handed over, and to whom."""

from alongside.people.models import HandOver, Recoveree
from alongside.people.queries.reach import Scope, each_about, ids_of, recoverees_in, scope_of
from alongside.team.roles import May


def hand_overs_for(reader):
    """What was handed over to this reader and not yet seen, the earliest first."""
    return hand_overs_in(scope_of(reader, May.READ_PEOPLE))


def hand_overs_in(scope: Scope):
    return _handed_over(scope).filter(seen_at__isnull=True)


def hand_overs_ever_for(reader):
    """The same with those that were seen: a second tap finds its row."""
    return _handed_over(scope_of(reader, May.READ_PEOPLE))


def _handed_over(scope: Scope):
    living = recoverees_in(scope).living().values("pk")
    return (
        HandOver.objects.filter(each_about(living), to_coach=scope.reader_id)
        .select_related("recoveree__program", "from_coach", "by")
        .order_by("id")
    )


def hand_overs_of(recoveree: Recoveree):
    """Every handing over of this person, the latest first."""
    return (
        HandOver.objects.filter(recoveree__in=ids_of(recoveree))
        .select_related("from_coach", "to_coach", "by")
        .order_by("-id")
    )
