"""The accounting of disclosures, for someone."""

from alongside.consent.models import Disclosure
from alongside.people.models import Recoveree
from alongside.people.queries import about, ids_of, recoverees_for
from alongside.team.roles import May


def disclosures_for(reader):
    """What left about the people this reader may read, newest first."""
    return (
        Disclosure.objects.filter(about(recoverees_for(reader, May.READ_PEOPLE)))
        .select_related("by", "recoveree__program")
        .order_by("-at", "-pk")
    )


def disclosures_of(reader, recoveree: Recoveree):
    """The same for one person, whatever records they are joined of."""
    if not recoverees_for(reader, May.READ_PEOPLE).filter(pk=recoveree.pk).exists():
        return Disclosure.objects.none()
    return (
        Disclosure.objects.filter(recoveree__in=ids_of(recoveree))
        .select_related("by")
        .order_by("-at", "-pk")
    )
