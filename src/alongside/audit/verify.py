"""Checking the trail: does each line still stand where it was written?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from uuid import UUID

from alongside.audit.models import Entry, Head
from alongside.audit.trail import chain_key, sign


@dataclass(frozen=True)
class Fault:
    """One place where a chain does not hold, in plain words."""

    organization_id: UUID
    number: int
    what: str


def faults() -> Iterator[Fault]:
    """Every fault in every chain: edited, missing, added, or cut off at the end."""
    for head in Head.objects.order_by("pk"):
        yield from _faults_of(head)
    headless = Entry.objects.exclude(organization_id__in=Head.objects.values("pk"))
    for organization_id in headless.values_list("organization_id", flat=True).distinct():
        yield Fault(organization_id, 0, "the end of this chain has been removed")


def _faults_of(head: Head) -> Iterator[Fault]:
    key, previous, expected = chain_key(head.pk), b"", 1
    entries = Entry.objects.filter(organization_id=head.pk).order_by("number")
    for entry in entries.iterator(chunk_size=2000):
        if entry.number != expected:
            yield Fault(head.pk, expected, f"lines {expected} to {entry.number - 1} are missing")
        else:
            entry.at = entry.at.astimezone(UTC)
            if sign(entry, previous=previous, key=key) != bytes(entry.seal):
                yield Fault(head.pk, entry.number, "this line has been changed")
        previous, expected = bytes(entry.seal), entry.number + 1
    if expected != head.number + 1 or previous != bytes(head.seal):
        yield Fault(head.pk, expected, "the last lines are missing or have been changed")


def count_lines() -> int:
    return Entry.objects.count()
