"""An archive behind a passphrase: scrypt, then AES-256-GCM in pieces.

`ALONGSIDE-LOCKED-1` and a line end | salt (16) | nonce prefix (7) | pieces. A piece is its
length (4 bytes) and its ciphertext; its nonce is the prefix, a counter (4) and whether it
is the last (1), so that pieces cannot be swapped, repeated or cut off at the end (STREAM).
"""

import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed

MAGIC = b"ALONGSIDE-LOCKED-1\n"
SHORTEST_PASSPHRASE = 12
PIECE = 64 * 1024
_SALT, _PREFIX, _TAG = 16, 7, 16


def sealed(lines: Iterable[bytes], passphrase: str) -> Iterator[bytes]:
    """The lines, locked. Raises NotAllowed for a passphrase that is too short."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise NotAllowed(_("Choose a passphrase of at least 12 characters, such as four words."))
    salt, prefix = os.urandom(_SALT), os.urandom(_PREFIX)
    return _sealed(lines, AESGCM(_key(passphrase, salt)), salt, prefix)


def _sealed(lines, cipher: AESGCM, salt: bytes, prefix: bytes) -> Iterator[bytes]:
    yield MAGIC + salt + prefix
    counter, waiting = 0, bytearray()
    for line in lines:
        waiting += line
        while len(waiting) > PIECE:
            yield _piece(cipher, prefix, counter, bytes(waiting[:PIECE]))
            del waiting[:PIECE]
            counter += 1
    yield _piece(cipher, prefix, counter, bytes(waiting), is_last=True)


def _piece(cipher, prefix: bytes, counter: int, plain: bytes, *, is_last: bool = False) -> bytes:
    body = cipher.encrypt(_nonce(prefix, counter, is_last=is_last), plain, MAGIC)
    return len(body).to_bytes(4, "big") + body


def _nonce(prefix: bytes, counter: int, *, is_last: bool) -> bytes:
    return prefix + counter.to_bytes(4, "big") + bytes([is_last])


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**16, r=8, p=1).derive(passphrase.encode())


def is_sealed(start: bytes) -> bool:
    return start.startswith(MAGIC)


def opened(stream: BinaryIO, passphrase: str = "") -> Iterator[bytes]:
    """The lines of an archive, locked or not. Raises NotAllowed."""
    start = stream.read(len(MAGIC))
    if not is_sealed(start):
        return _lines(_chunks(start, stream))
    salt, prefix = stream.read(_SALT), stream.read(_PREFIX)
    cipher = AESGCM(_key(passphrase, salt))
    return _lines(_unsealed(stream, cipher, prefix))


def _chunks(start: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield start
    while piece := stream.read(PIECE):
        yield piece


def _unsealed(stream: BinaryIO, cipher: AESGCM, prefix: bytes) -> Iterator[bytes]:
    counter, following = 0, _next_piece(stream)
    while following is not None:
        body, following = following, _next_piece(stream)
        nonce = _nonce(prefix, counter, is_last=following is None)
        try:
            yield cipher.decrypt(nonce, body, MAGIC)
        except InvalidTag:
            raise NotAllowed(_("The passphrase is wrong, or the archive is damaged.")) from None
        counter += 1
    if not counter:
        raise NotAllowed(_("The passphrase is wrong, or the archive is damaged."))


def _next_piece(stream: BinaryIO) -> bytes | None:
    """The next ciphertext, or None at the end. One that is cut off fails to open."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    return stream.read(min(int.from_bytes(head, "big"), PIECE + _TAG))


def _lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    waiting = b""
    for piece in pieces:
        *whole, waiting = (waiting + piece).split(b"\n")
        yield from (line + b"\n" for line in whole)
    if waiting:
        yield waiting
