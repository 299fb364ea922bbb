"""Checking the trail: does each line still stand where it was written?

Writers may go on meanwhile. What a chain cannot tell is in `docs/security.md`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from alongside.audit.models import Entry, Head
from alongside.audit.trail import chain_key, sign
from alongside.common.models import Key
from alongside.common.sealing.cipher import SealBroken


@dataclass(frozen=True)
class Fault:
    """One place where a chain does not hold, in plain words."""

    organization_id: UUID
    number: int
    what: str


def faults() -> Iterator[Fault]:
    """Every fault in every chain: edited, missing, added, or cut off at the end."""
    heads = {head.pk: head for head in Head.objects.order_by("pk")}
    for head in heads.values():
        yield from _faults_of(head)
    begun = set(Entry.objects.order_by().values_list("organization_id", flat=True).distinct())
    begun |= set(Key.objects.filter(kind=Key.Kind.TRAIL).values_list("organization_id", flat=True))
    for organization_id in sorted(begun - set(heads)):
        if not Head.objects.filter(pk=organization_id).exists():  # not begun a moment ago
            yield Fault(organization_id, 0, "the end of this chain has been removed")


def _faults_of(head: Head) -> Iterator[Fault]:
    try:
        key = chain_key(head.pk)
    except SealBroken:
        yield Fault(head.pk, 0, "the key of this chain is gone: it cannot be checked")
        return
    previous, expected, ends_well = b"", 1, head.number == 0
    entries = Entry.objects.filter(organization_id=head.pk).order_by("number")
    for entry in entries.iterator(chunk_size=2000):
        if entry.number != expected:
            yield Fault(head.pk, expected, f"lines {expected} to {entry.number - 1} are missing")
        elif sign(entry, previous=previous, key=key) != bytes(entry.seal):
            yield Fault(head.pk, entry.number, "this line has been changed")
        previous, expected = bytes(entry.seal), entry.number + 1
        if entry.number == head.number:
            ends_well = previous == bytes(head.seal)
    if not ends_well:
        yield Fault(head.pk, expected, "the last lines are missing or have been changed")


def count_lines() -> int:
    return Entry.objects.count()
