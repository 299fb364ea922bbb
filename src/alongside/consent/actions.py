"""Permits: the only way for a person's record to leave the program."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import now
from alongside.common.errors import NotAllowed, already_used
from alongside.consent.models import Disclosure
from alongside.consent.policies import Basis, Method, check_is_complete, ground_for
from alongside.people.models import Recoveree
from alongside.people.queries import recoverees_for
from alongside.team.models import Account


@dataclass(frozen=True)
class Permit:
    """Proof that one disclosure has a lawful basis and was written down.

    Whatever sends a record outside the program takes a Permit and hands it to
    `send_under`, which lets it through once.
    """

    recoveree_id: UUID
    basis: Basis
    recipient: str
    purpose: str
    what: str
    issued_at: datetime
    disclosure_id: UUID

    def covers(self, recoveree: Recoveree, recipient: str, purpose: str) -> bool:
        asked = (recoveree.pk, recipient, purpose)
        return (self.recoveree_id, self.recipient, self.purpose) == asked


def _permit_for(disclosure: Disclosure) -> Permit:
    return Permit(
        recoveree_id=disclosure.recoveree_id,
        basis=Basis(disclosure.basis),
        recipient=disclosure.recipient,
        purpose=disclosure.purpose,
        what=disclosure.what,
        issued_at=disclosure.at,
        disclosure_id=disclosure.pk,
    )


@transaction.atomic
def permit_disclosure(
    *, recoveree: Recoveree, basis: Basis, by: Account, id=None, at: datetime | None = None, **said
) -> Permit:
    """Let something of one person's record leave, and write down that it does.

    said: recipient, purpose, what and method always; address, grounds, told and
    notice_version as the basis needs (`policies.GROUNDS`).
    """
    check_is_complete(basis, said)
    _check_right(by, basis, {recoveree.pk})
    disclosure = Disclosure(recoveree=recoveree, basis=basis, by=by, at=at or now(), **said)
    if id:
        disclosure.id = id
    try:
        with transaction.atomic():
            disclosure.save(force_insert=True)
    except IntegrityError:  # the same page, sent twice at once; or an id that is taken
        raise NotAllowed(already_used()) from None
    trail.record(
        "disclosure.permit",
        disclosure,
        by=by,
        organization_id=recoveree.program.organization_id,
        detail=f"{basis} {disclosure.method}",
    )
    return _permit_for(disclosure)


@transaction.atomic
def permit_archive(
    *,
    recoverees: Iterable[Recoveree],
    organization_id: UUID,
    by: Account,
    recipient: str,
    purpose: str,
    what: str,
    method: Method = Method.FILE,
) -> dict[UUID, Permit]:
    """Permits for a program's own archive, by the person's id: one row for each person.

    A handful of queries, however many people there are.
    """
    people = list(recoverees)
    said = {"recipient": recipient, "purpose": purpose, "what": what, "method": method}
    check_is_complete(Basis.PROGRAM_ARCHIVE, said)
    _check_right(by, Basis.PROGRAM_ARCHIVE, {person.pk for person in people})
    at = now()
    rows = [
        Disclosure(recoveree=person, basis=Basis.PROGRAM_ARCHIVE, by=by, at=at, **said)
        for person in people
    ]
    Disclosure.objects.bulk_create(rows, batch_size=500)
    detail = f"{Basis.PROGRAM_ARCHIVE} {method}"
    lines = [trail.line_for("disclosure.permit", row, detail=detail) for row in rows]
    trail.write(lines, by=by, organization_id=organization_id)
    return {row.recoveree_id: _permit_for(row) for row in rows}


def _check_right(by: Account, basis: Basis, ids: set[UUID]) -> None:
    reached = recoverees_for(by, ground_for(basis).may)
    if len(ids) == 1:
        reached = reached.filter(pk__in=ids)
    if ids - set(reached.values_list("pk", flat=True)):
        raise NotAllowed(_("You may not let this record leave on this ground."))


@transaction.atomic
def send_under(permit: Permit, *, recoveree: Recoveree, recipient: str, purpose: str, content=b""):
    """Use a permit up, at the moment something goes out. Raises NotAllowed.

    content: what goes out, of which the accounting keeps a fingerprint.
    """
    if not permit.covers(recoveree, recipient, purpose):
        raise NotAllowed(_("This permit is for something else."))
    _use_up([permit], content)


@transaction.atomic
def send_archive_under(permits: Iterable[Permit], *, content_sha256: str = "") -> None:
    """Use up the permits of a whole archive, in one step for all of them."""
    _mark_sent([permit.disclosure_id for permit in permits], content_sha256)


def _use_up(permits: list[Permit], content: bytes) -> None:
    fingerprint = hashlib.sha256(content).hexdigest() if content else ""
    _mark_sent([permit.disclosure_id for permit in permits], fingerprint)


def _mark_sent(ids: list[UUID], fingerprint: str) -> None:
    at = now()
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        unsent = Disclosure.objects.filter(pk__in=some, sent_at__isnull=True)
        if unsent.update(sent_at=at, content_sha256=fingerprint) != len(some):
            raise NotAllowed(_("This permit has been used. Each one lets one copy leave."))
