"""Ids are made where a row is made: on the server, on a phone, in an import."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A UUIDv7: unique anywhere, and in the order of its making.

    Not for anonymous rows, whose order must not be told (use `uuid.uuid4`).
    """
    return uuid7()
