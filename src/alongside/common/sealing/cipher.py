"""AES-256-GCM with a format of our own; the primitives are those of `cryptography`.

A sealed value is `version (1) | key id (16) | nonce (12) | ciphertext and tag`.
"""

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = b"\x01"
KEY_BYTES = 32
#: Version and key id, with which all values under one key begin.
HEAD = slice(0, 17)
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


class Opener:
    """One key, ready to open thousands of values: made once, since making costs as much."""

    def __init__(self, key: bytes, *, bound_to: UUID):
        self.cipher = AESGCM(key)
        self.bound_to = f"{bound_to}|"

    def __call__(self, sealed: bytes, place: str) -> bytes:
        """The plain bytes. Raises SealBroken if they were altered or moved."""
        bound = (self.bound_to + place).encode()
        return _decrypt(self.cipher, sealed, bound)


def unseal(sealed: bytes, *, key: bytes, place: bytes) -> bytes:
    """Open a sealed value. Raises SealBroken if it was altered or moved."""
    return _decrypt(AESGCM(key), sealed, place)


def _decrypt(cipher: AESGCM, sealed: bytes, place: bytes) -> bytes:
    try:
        return cipher.decrypt(sealed[_NONCE], sealed[_BODY], place)
    except InvalidTag:
        raise SealBroken("A sealed value was altered or moved from its place.") from None
