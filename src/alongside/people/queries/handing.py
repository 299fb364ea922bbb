"""What was handed over, and to whom."""

from alongside.people.models import HandOver, Recoveree
from alongside.people.queries.reach import about, ids_of, recoverees_for
from alongside.team.roles import May


def hand_overs_for(reader):
    """What was handed over to this reader and not yet seen, the earliest first."""
    living = recoverees_for(reader, May.READ_PEOPLE).living()
    return (
        HandOver.objects.filter(about(living), to_coach=reader.pk, seen_at__isnull=True)
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
