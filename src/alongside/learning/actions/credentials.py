"""Credentials from elsewhere, written down by whoever holds them."""

from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import now
from alongside.learning.actions.once import store_new
from alongside.learning.models import Credential
from alongside.team.models import Account


@transaction.atomic
def add_credential(*, by: Account, id: UUID, **told) -> Credential:
    """Sent again with the same id it is there once."""
    if made := Credential.objects.filter(pk=id, account=by).first():
        return made
    row = Credential(id=id, account=by, **told)
    store_new(row)
    trail.record("credential.add", row, by=by)
    return row


@transaction.atomic
def end_credential(*, credential: Credential, by: Account) -> None:
    if Credential.objects.live().filter(pk=credential.pk).update(ended_at=now()):
        trail.record("credential.end", credential, by=by)
