"""The master keys: outside the database, named, several at once while they rotate.

Where they stand (`ALONGSIDE_MASTER_KEY` or the file `ALONGSIDE_MASTER_KEY_FILE`), one
key a line, `name:base64 of 32 bytes`. The first line seals; every line opens.
"""

import base64
import binascii
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from alongside.common.sealing.cipher import KEY_BYTES, new_key


def new_line(name: str) -> str:
    """A new master key as a line for the file."""
    return f"{name}:{base64.b64encode(new_key()).decode()}"


def parse(text: str) -> dict[str, bytes]:
    """Master keys by name, first the one that seals. Raises ImproperlyConfigured."""
    keys: dict[str, bytes] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, _, encoded = line.partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            key = b""
        if len(key) != KEY_BYTES or not name or len(set(key)) < 8:
            raise ImproperlyConfigured(
                "A master key is not `name:` and 32 random bytes in base64. "
                "Make one with: alongside keys new"
            )
        keys[name] = key
    if not keys:
        raise ImproperlyConfigured("There is no master key. Make one with: alongside keys new")
    return keys


@lru_cache(maxsize=4)
def _parsed(text: str) -> dict[str, bytes]:
    return parse(text)


def master_keys() -> dict[str, bytes]:
    return _parsed(settings.MASTER_KEYS)
