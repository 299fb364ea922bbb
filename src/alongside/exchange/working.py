"""Doing a confirmed import: at once if it is short, else beside the page, which shows how far."""

import logging
from threading import Thread

from django.core.cache import cache
from django.db import connection

from alongside.exchange.actions.confirm import claim, confirm, fail
from alongside.exchange.models import Batch
from alongside.team.models import Account

AT_ONCE = 2_000  # rows that a page can wait for
logger = logging.getLogger(__name__)


def start(batch: Batch, *, by: Account) -> None:
    """Begin to take a batch in. Asked twice, it is done once."""
    if not claim(batch=batch):
        return
    if sum(batch.counts.values()) <= AT_ONCE:
        work(batch, by=by)
        return
    Thread(target=_beside, args=(batch, by), name="import", daemon=False).start()


def _beside(batch: Batch, by: Account) -> None:
    try:
        work(batch, by=by)
    finally:
        connection.close()


def work(batch: Batch, *, by: Account) -> None:
    """Take it in; if anything breaks, nothing is kept and the batch says so."""
    try:
        confirm(batch=batch, by=by, progress=lambda done: tell(batch, done))
    except Exception:
        logger.exception("import failed", extra={"batch": str(batch.pk)})
        fail(batch=batch)


def tell(batch: Batch, done: int) -> None:
    cache.set(f"import-{batch.pk}", done, 3600)


def how_far(batch: Batch) -> int | None:
    """How many rows are done, if this process knows."""
    return cache.get(f"import-{batch.pk}")
