"""Files that appear whole or not at all, and that only their owner may read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alongside.common.ids import new_id
from alongside.jobs.errors import Failed

PRIVATE = 0o600


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """An empty private file beside `target`, which takes its place if all goes well."""
    part = target.with_name(f".{target.name}.{new_id().hex}.part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE))
    except OSError as error:
        raise Failed(f"Cannot write to {target.parent}: {error.strerror}.") from None
    try:
        yield part
        put(part, target)
    finally:
        for rest in part.parent.glob(f"{part.name}*"):
            rest.unlink()


def put(source: Path, target: Path) -> None:
    """Rename, and see that it lasts even if the power fails now."""
    with source.open("rb") as file:
        os.fsync(file.fileno())
    source.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def opening_of(file: Path) -> bytes:
    """The first bytes, which tell what kind of file it is."""
    try:
        with file.open("rb") as opened:
            return opened.read(16)
    except OSError as error:
        raise Failed(f"{file} cannot be read: {error.strerror}.") from None
