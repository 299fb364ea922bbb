"""One process at a time: a lock file that tells whether Alongside is running."""

import fcntl
from contextlib import contextmanager

from django.conf import settings

from alongside.jobs.errors import Failed


@contextmanager
def alone():
    """Hold the lock of the data folder. Fails, with what to do, if somebody else holds it."""
    settings.DATA.mkdir(parents=True, exist_ok=True)
    with (settings.DATA / "alongside.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Failed(
                "Alongside is running on this data. Stop it first, then try again."
            ) from None
        yield
