"""Reading the trail: what was done with a person's record since."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from alongside.audit.models import Entry
from alongside.common.chunks import chunks

#: Lines of whoever only looked, or was not let in.
LOOKING = ("record.read", "list.read", "denied")


def acts_since(people: Iterable[UUID], *, since: datetime) -> Iterator[tuple[UUID, UUID, str]]:
    """(person, row, verb) of all that was done with these people's records after a moment."""
    for chunk in chunks(people, 500):
        acts = Entry.objects.filter(person_id__in=chunk, at__gt=since).exclude(verb__in=LOOKING)
        yield from acts.values_list("person_id", "object_id", "verb").distinct()
