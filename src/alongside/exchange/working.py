"""Doing a confirmed import: at once if it is short, else beside the page, which shows how far."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.core.cache import cache
from django.db import connection
from django.utils import translation
from django.utils.translation import get_language

from alongside.exchange.actions.confirm import claim, confirm, fail
from alongside.exchange.models import Batch
from alongside.team.models import Account

AT_ONCE = 2_000  # rows that a page can wait for
BEAT = 5  # seconds between two signs of life of the work
LOST_AFTER = 60  # seconds without one: whatever did the work is no more
logger = logging.getLogger(__name__)


def start(batch: Batch, *, by: Account) -> None:
    """Begin to take a batch in. Asked twice, it is done once."""
    if batch.step != Batch.Step.PREVIEW:
        return
    cache.set(_alive(batch), value=True, timeout=LOST_AFTER)
    if not claim(batch=batch):
        return
    if sum(batch.counts.values()) <= AT_ONCE:
        work(batch, by=by)
        return
    told = (batch, by, get_language())
    Thread(target=_beside, args=told, name="import", daemon=False).start()


def _beside(batch: Batch, by: Account, language: str | None) -> None:
    """In the language of whoever pressed: the reasons in the file of refused rows are read."""
    try:
        with translation.override(language):
            work(batch, by=by)
    finally:
        connection.close()


def work(batch: Batch, *, by: Account) -> None:
    """Take it in; if anything breaks, nothing is kept and the batch says so."""
    try:
        with _signs_of_life(batch):
            confirm(batch=batch, by=by, progress=lambda done: tell(batch, done))
    except Exception:
        logger.exception("import failed", extra={"batch": str(batch.pk)})
        fail(batch=batch)


@contextmanager
def _signs_of_life(batch: Batch) -> Iterator[None]:
    """While this lasts, pages can see that somebody is at work; they end with the process."""
    is_over = Event()

    def beat():
        while True:
            cache.set(_alive(batch), value=True, timeout=LOST_AFTER)
            if is_over.wait(BEAT):
                return

    beating = Thread(target=beat, name="import-beat", daemon=True)
    beating.start()
    try:
        yield
    finally:
        is_over.set()
        beating.join()


def is_lost(batch: Batch) -> bool:
    """Whether it is said to be worked on, and nobody does: the process was ended."""
    return batch.step == Batch.Step.WORKING and not cache.get(_alive(batch))


def _alive(batch: Batch) -> str:
    return f"import-alive-{batch.pk}"


def tell(batch: Batch, done: int) -> None:
    cache.set(f"import-{batch.pk}", done, 3600)


def how_far(batch: Batch) -> int | None:
    """How many rows are done, if this process knows."""
    return cache.get(f"import-{batch.pk}")
