"""Two records that are one person joined, and the join undone. No row moves."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import now
from alongside.common.errors import NotAllowed
from alongside.people.models import Join, Recoveree
from alongside.team.models import Account


@transaction.atomic
def join_records(*, kept: Recoveree, joined: Recoveree, by: Account, id=None) -> Join:
    """From now on `kept` stands for both; what lies on `joined` is read with it.

    Only records that stand can be joined, so there is never a circle.
    """
    _lock([kept.pk, joined.pk])
    if known := Join.objects.live().filter(kept=kept, joined=joined).first():
        return known  # a second tap
    _check_are_two(kept, joined)
    join = Join(kept=kept, joined=joined, standing=kept, by=by, **({"id": id} if id else {}))
    try:
        with transaction.atomic():
            join.save(force_insert=True)
    except IntegrityError:
        raise NotAllowed(_already()) from None
    Join.objects.live().filter(standing=joined).update(standing=kept)
    trail.record("recoveree.join", join, by=by, organization_id=_organization_of(kept))
    return join


def _lock(ids: list[UUID]) -> None:
    """Whoever joins or parts the same records waits here until this is done."""
    list(Recoveree.objects.select_for_update().filter(pk__in=ids).order_by("pk"))


def _already() -> str:
    return _("One of these records has just been joined with another. Look again, please.")


def _check_are_two(kept: Recoveree, joined: Recoveree) -> None:
    if kept.pk == joined.pk:
        raise NotAllowed(_("These are the same record."))
    if kept.program_id != joined.program_id:
        raise NotAllowed(_("Records of two programs cannot be joined."))
    if Join.objects.live().filter(joined__in=[kept.pk, joined.pk]).exists():
        raise NotAllowed(_already())


@transaction.atomic
def undo_join(*, join: Join, by: Account) -> Join:
    """The joined record stands for itself again, with whatever had been joined into it."""
    _lock([join.kept_id, join.joined_id])
    ended = Join.objects.live().filter(pk=join.pk).update(ended_at=now())
    if not ended:
        raise NotAllowed(_("This join has been undone already."))
    below = _below(join.joined_id)
    Join.objects.live().filter(joined__in=below).update(standing=join.joined_id)
    join.refresh_from_db()
    trail.record("recoveree.part", join, by=by, organization_id=_organization_of(join.kept))
    return join


def _below(record_id: UUID) -> list[UUID]:
    """The records joined into this one, and into those."""
    found, fresh = [], [record_id]
    while fresh:
        joins = Join.objects.live().filter(kept__in=fresh)
        fresh = list(joins.values_list("joined_id", flat=True))
        found += fresh
    return found


def _organization_of(recoveree: Recoveree) -> UUID:
    return recoveree.program.organization_id
