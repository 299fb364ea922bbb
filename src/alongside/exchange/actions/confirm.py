"""Confirming an import: all of it in one transaction, or none."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import now
from alongside.common.errors import NotAllowed
from alongside.exchange.actions.preparing import ReadyImport, make_ready
from alongside.exchange.actions.stale import check_still_true, unless_stale
from alongside.exchange.actions.steps import check_right
from alongside.exchange.models import Batch
from alongside.team.models import Account


def confirm(
    *, batch: Batch, by: Account, progress: Callable[[int], None] = lambda done: None
) -> Batch:
    """Take the rows in. Confirmed twice, they are taken in once.

    progress: told how many rows are ready, now and then.

    Others who write wait for the storing only. If the trail then tells of something since
    that could have come out otherwise (somebody new, a name, a join, a death, another
    import), it is all made ready anew.
    """
    if batch.file is None:
        raise NotAllowed(_("This import has been confirmed before."))
    return unless_stale(
        lambda: make_ready(batch, by, progress), lambda made: _store(batch, made, by)
    )


@transaction.atomic
def _store(batch: Batch, made: ReadyImport, by: Account) -> Batch:
    claimed = Batch.objects.filter(pk=batch.pk, confirmed_at=None, step=Batch.Step.WORKING)
    if not list(claimed.select_for_update().values_list("pk")):
        raise NotAllowed(_("This import has been confirmed before."))
    check_right(by, batch.program)
    check_still_true(batch.program, since=made.seen)
    if made.keys is not None:
        made.keys.store()
    made.ready.store_rows()
    trail.hold(batch.program.organization_id)  # with PostgreSQL others have been writing
    check_still_true(batch.program, since=made.seen)
    made.ready.store_lines()
    batch.counts, batch.plan, batch.refused = made.counts, made.plan, made.refused
    batch.file, batch.step, batch.confirmed_at = None, Batch.Step.DONE, now()
    batch.save()
    trail.record("import.confirm", batch, by=by, detail=_figures(batch))
    return batch


def claim(*, batch: Batch) -> bool:
    """Be the one who does the work; False if somebody else does or did."""
    ready = Batch.objects.filter(pk=batch.pk, step=Batch.Step.PREVIEW)
    is_mine = ready.update(step=Batch.Step.WORKING) == 1
    if is_mine:
        batch.step = Batch.Step.WORKING
    return is_mine


def fail(*, batch: Batch) -> None:
    """Something broke, nothing was taken in: it can be tried again or left."""
    working = Batch.objects.filter(pk=batch.pk, confirmed_at=None, step=Batch.Step.WORKING)
    working.update(step=Batch.Step.FAILED)


@transaction.atomic
def take_up_again(*, batch: Batch, by: Account) -> None:
    """Back to the preview, after work that failed or was cut off: nothing was taken in.

    Should the work go on after all, it finds the batch no longer its own and writes nothing.
    """
    stopped = Batch.objects.filter(
        pk=batch.pk, confirmed_at=None, step__in=[Batch.Step.WORKING, Batch.Step.FAILED]
    )
    if stopped.update(step=Batch.Step.PREVIEW):
        trail.record("import.take_up", batch, by=by)


def _figures(batch: Batch) -> str:
    return " ".join(f"{outcome}={n}" for outcome, n in sorted(batch.counts.items()))
