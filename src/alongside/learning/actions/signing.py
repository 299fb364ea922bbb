"""The keys that sign badges: made, renewed, withdrawn; and badges signed anew after that."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import now
from alongside.common.errors import NotAllowed
from alongside.learning.badges import new_private_key, public_jwk, sign, thumbprint, verify
from alongside.learning.models import Certificate, SigningKey
from alongside.team.models import Account, Organization

#: From the name of a page and its arguments to its whole address.
Address = Callable[..., str]


@transaction.atomic
def signing_key(organization: Organization) -> SigningKey:
    """The key that signs now; made when it is first needed."""
    organization = _hold(organization)
    live = SigningKey.objects.live().filter(organization=organization)
    if known := live.order_by("-created_at").first():
        return known
    return _store(organization, new_private_key(), by=None)


def renew_key(*, key: SigningKey, by: Account) -> SigningKey:
    """A new key signs from now on; this one stays published, so that old badges stay good.

    Asked again about the same key, it gives the one that signs now.
    """
    private = new_private_key()  # takes a moment, during which nobody else should wait
    with transaction.atomic():
        organization = _hold(key.organization)
        if not SigningKey.objects.live().filter(pk=key.pk).update(ended_at=now()):
            return signing_key(organization)
        trail.record("badge.key_end", key, by=by, organization_id=organization.pk)
        return _store(organization, private, by=by)


@transaction.atomic
def withdraw_key(*, key: SigningKey, because: str, by: Account) -> None:
    """Somebody else may have it. It is published no more, and what it signed is not good."""
    if not because.strip():
        raise NotAllowed(_("Say in a few words what happened."))
    _hold(key.organization)
    row = SigningKey.objects.get(pk=key.pk)
    if row.withdrawn_at is not None:
        return
    row.withdrawn_at, row.withdrawn_because = now(), because
    row.ended_at = row.ended_at or row.withdrawn_at
    row.save(update_fields=["withdrawn_at", "withdrawn_because", "ended_at"])
    trail.record("badge.key_withdraw", row, by=by, organization_id=row.organization_id)


def sign_anew(*, key: SigningKey, address: Address, by: Account) -> int:
    """Badges that a withdrawn key signed are signed by the one that signs now. Gives how many.

    Only those that are stored here, and say what was signed here: what somebody else signed
    with the key stays worthless.
    """
    key = SigningKey.objects.select_related("organization").get(pk=key.pk)
    if key.withdrawn_at is None:
        raise NotAllowed(_("This key was not withdrawn. Its badges are good."))
    rows = list(Certificate.objects.filter(key=key))
    if not rows:
        return 0
    new = signing_key(key.organization)
    for row in rows:
        if told := verify(row.badge, key.public):
            row.badge, row.key = signed(told, new, address), new
    return _store_signed([row for row in rows if row.key_id == new.pk], key, by)


@transaction.atomic
def _store_signed(rows: list[Certificate], key: SigningKey, by: Account) -> int:
    """Each only if nobody was faster."""
    count = sum(
        Certificate.objects.filter(pk=row.pk, key=key).update(badge=row.badge, key=row.key_id)
        for row in rows
    )
    if count:
        organization_id = key.organization_id
        trail.record(
            "badge.sign_anew", key, by=by, organization_id=organization_id, detail=str(count)
        )
    return count


def signed(told: dict[str, Any], key: SigningKey, address: Address) -> str:
    """A credential as the token that this key signs, with the address at which it is published."""
    return sign(told, bytes(key.private), key_url=address("badge-key", key.kid))


def _hold(organization: Organization) -> Organization:
    """Locked, so that one at a time decides which key signs."""
    return Organization.objects.select_for_update().get(pk=organization.pk)


def _store(organization: Organization, private: bytes, by: Account | None) -> SigningKey:
    kid = thumbprint(public_jwk(private))
    public = public_jwk(private, kid=kid)
    row = SigningKey(organization=organization, kid=kid, public=public, private=private)
    row.save(force_insert=True)
    trail.record("badge.key", row, by=by, organization_id=organization.pk)
    return row
