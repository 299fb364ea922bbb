"""The whole of one program as one file, and back without loss. See `docs/archive.md`.

This is the one place that reads tables by name and not through the rooms' queries: a copy
of everything cannot be written for a reader who sees a part. It takes a permit for every
person first, and the right to export.
"""

from alongside.exchange.archive.reading import read_archive
from alongside.exchange.archive.sealed import opened, sealed
from alongside.exchange.archive.writing import open_private, write_archive

__all__ = ["open_private", "opened", "read_archive", "sealed", "write_archive"]
