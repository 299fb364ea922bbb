"""What only a participant can read: locked with a key made from the secret in their link.

The server holds a fingerprint of the secret and sees the secret itself only while they are
asking. Whoever runs the program, or holds its database, cannot open it.
"""

import hashlib
import json
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from alongside.common.sealing.cipher import SealBroken, seal, unseal

_NO_KEY = UUID(int=0)
#: Bytes; what is locked is as long as one of these, or as some.
BLOCK = 1024


def fingerprint(secret: str) -> str:
    """What is stored of a secret of 192 random bits: nothing that leads back to it."""
    return hashlib.sha256(f"seat|{secret}".encode()).hexdigest()


def lock(told: dict, *, secret: str, place: str) -> bytes:
    """Bind plain values to a place such as a round, for whoever holds the secret.

    Filled up with spaces, so that the length does not tell how much was answered.
    """
    plain = json.dumps(told).encode()
    plain += b" " * (-len(plain) % BLOCK)
    return seal(plain, key=_key(secret), key_id=_NO_KEY, place=place.encode())


def unlock(locked: bytes, *, secret: str, place: str) -> dict:
    """The values again; nothing where the secret is another one."""
    if not locked or not secret:
        return {}
    try:
        return json.loads(unseal(bytes(locked), key=_key(secret), place=place.encode()))
    except SealBroken:
        return {}


def _key(secret: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=b"alongside|own").derive(secret.encode())
