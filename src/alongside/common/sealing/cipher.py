"""AES-256-GCM with a format of our own; the primitives are those of `cryptography`.

A sealed value is `version (1) | key id (16) | nonce (12) | ciphertext and tag`.
"""

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = b"\x01"
KEY_BYTES = 32
_ID = slice(1, 17)
_NONCE = slice(17, 29)
_BODY = slice(29, None)


class SealBroken(Exception):
    """A sealed value was altered, moved from its place, or has lost its key."""


def new_key() -> bytes:
    return os.urandom(KEY_BYTES)


def seal(plain: bytes, *, key: bytes, key_id: UUID, place: bytes) -> bytes:
    """Seal `plain` under `key`, bound to `place` (organization, table, field, row)."""
    nonce = os.urandom(12)
    body = AESGCM(key).encrypt(nonce, plain, place)
    return VERSION + key_id.bytes + nonce + body


def key_id_of(sealed: bytes) -> UUID:
    """The id of the key that opens this value. Raises SealBroken on a foreign format."""
    if sealed[:1] != VERSION or len(sealed) < 29 + 16:
        raise SealBroken("This is not a sealed value.")
    return UUID(bytes=sealed[_ID])


def unseal(sealed: bytes, *, key: bytes, place: bytes) -> bytes:
    """Open a sealed value. Raises SealBroken if it was altered or moved."""
    try:
        return AESGCM(key).decrypt(sealed[_NONCE], sealed[_BODY], place)
    except InvalidTag:
        raise SealBroken("A sealed value was altered or moved from its place.") from None
