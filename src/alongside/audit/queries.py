"""Reading the trail: what was done with a person's record since."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from alongside.audit.models import Entry, Head
from alongside.common.chunks import chunks

#: Lines of whoever only looked, or was not let in.
LOOKING = ("record.read", "list.read", "denied")


def acts_since(people: Iterable[UUID], *, since: datetime) -> Iterator[tuple[UUID, UUID, str]]:
    """(person, row, verb) of all that was done with these people's records after a moment."""
    for chunk in chunks(people, 500):
        acts = Entry.objects.filter(person_id__in=chunk, at__gt=since).exclude(verb__in=LOOKING)
        yield from acts.values_list("person_id", "object_id", "verb").distinct()


def end_of_trail(organization_id: UUID) -> int:
    """The number of the last line of an organization's chain."""
    numbers = Head.objects.filter(pk=organization_id).values_list("number", flat=True)
    return numbers.first() or 0


def verbs_after(number: int, *, organization_id: UUID, program_id: UUID) -> set[str]:
    """What has been done since in this program, or where no program is named."""
    later = Entry.objects.filter(organization_id=organization_id, number__gt=number)
    here = later.filter(Q(program_id=program_id) | Q(program_id=None))
    return set(here.values_list("verb", flat=True).distinct())


def people_after(number: int, *, organization_id: UUID) -> set[UUID]:
    """The people with whose records anything has been done since."""
    later = Entry.objects.filter(organization_id=organization_id, number__gt=number)
    acts = later.exclude(verb__in=LOOKING)
    return {pk for pk in acts.values_list("person_id", flat=True).distinct() if pk}
