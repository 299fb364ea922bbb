"""Confirming an import: all of it in one transaction, or none."""

from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.audit.queries import verbs_after
from alongside.common.clock import now
from alongside.common.errors import NotAllowed
from alongside.exchange.actions.preparing import ReadyImport, make_ready
from alongside.exchange.actions.steps import check_right
from alongside.exchange.models import Batch
from alongside.team.models import Account

MOST_TRIES = 5
#: First words of the verbs after which a plan still holds: they change nobody's name, number
#: or record as an import looks at them. Whatever is not named here may.
_HARMLESS = frozenset(
    "account ally appointment call call_wish coach_page contact denied disclosure figures "
    "hand_over item list move note own_word password promise record second_factor session "
    "sign_in statement support word".split()
)
_HARMLESS_STEPS = {"import.bring", "import.preview", "import.leave", "import.take_up"}


class Stale(Exception):
    """Somebody changed what an import was made ready for."""


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
    for _try in range(MOST_TRIES):
        made = make_ready(batch, by, progress)
        try:
            return _store(batch, made, by)
        except Stale:
            continue
    raise NotAllowed(_("Others are changing people's records right now. Try again a little later."))


@transaction.atomic
def _store(batch: Batch, made: ReadyImport, by: Account) -> Batch:
    claimed = Batch.objects.filter(pk=batch.pk, confirmed_at=None, step=Batch.Step.WORKING)
    if not list(claimed.select_for_update().values_list("pk")):
        raise NotAllowed(_("This import has been confirmed before."))
    check_right(by, batch.program)
    _check_still_true(batch, made)
    if made.keys is not None:
        made.keys.store()
    made.ready.store_rows()
    trail.hold(batch.program.organization_id)  # with PostgreSQL others have been writing
    _check_still_true(batch, made)
    made.ready.store_lines()
    batch.counts, batch.plan, batch.refused = made.counts, made.plan, made.refused
    batch.file, batch.step, batch.confirmed_at = None, Batch.Step.DONE, now()
    batch.save()
    trail.record("import.confirm", batch, by=by, detail=_figures(batch))
    return batch


def _check_still_true(batch: Batch, made: ReadyImport) -> None:
    program = batch.program
    told = {"organization_id": program.organization_id, "program_id": program.pk}
    for verb in verbs_after(made.seen, **told) - _HARMLESS_STEPS:
        if verb.partition(".")[0] not in _HARMLESS:
            raise Stale(verb)


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
