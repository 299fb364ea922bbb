"""What somebody was typing when their session ended, kept for an hour.

It is sealed under a key that only their browser holds (in a cookie no script can read),
so the database alone tells nothing. Only the same account may have it back.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from alongside.common.clock import now
from alongside.common.sealing.cipher import SealBroken, new_key, seal, unseal
from alongside.team.models import Account, KeptForm

LIVES = timedelta(hours=1)


@dataclass(frozen=True)
class Typed:
    """A form as it was sent: where to, every field with its values, and whether a file came."""

    address: str
    fields: list[tuple[str, list[str]]]
    had_a_file: bool = False


@transaction.atomic
def keep(typed: Typed, *, account: Account) -> str:
    """Keep it, and give the ticket (row and key) for the browser to hold."""
    KeptForm.objects.filter(expires_at__lte=now()).delete()
    key = new_key()
    row = KeptForm(account=account, expires_at=now() + LIVES)
    words = json.dumps(vars(typed)).encode()
    row.sealed = seal(words, key=key, key_id=row.pk, place=_place(row))
    row.save(force_insert=True)
    return f"{row.pk.hex}.{urlsafe_b64encode(key).decode()}"


def find(ticket: str, *, account: Account) -> Typed | None:
    """What the ticket's owner typed. Shown to anyone else, it is thrown away."""
    row_id, _, key = ticket.partition(".")
    row = KeptForm.objects.filter(pk=UUID(row_id), expires_at__gt=now()).first()
    if row is None:
        return None
    if row.account_id != account.pk:
        row.delete()
        return None
    try:
        words = unseal(bytes(row.sealed), key=urlsafe_b64decode(key), place=_place(row))
    except SealBroken:
        return None
    return Typed(**json.loads(words))


def throw_away(ticket: str) -> None:
    KeptForm.objects.filter(pk=UUID(ticket.partition(".")[0])).delete()


def _place(row: KeptForm) -> bytes:
    return f"team_keptform.sealed|{row.pk}|{row.account_id}".encode()
