"""What may be ticked and given in a program today."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from alongside.common.compiled import Ids, One, compiled_once
from alongside.contacts.models import Item, Move, PutAway


def moves_of(program) -> list[Move]:
    return _in_use(Move, One(program.pk))


def items_of(program) -> list[Item]:
    return _in_use(Item, One(program.pk))


def moves_among(ids: Iterable[UUID], program) -> list[Move]:
    """Those of these moves that may be ticked."""
    return _among(Move, One(program.pk), Ids(ids))


def items_among(ids: Iterable[UUID], program) -> list[Item]:
    """Those of these items that may be given."""
    return _among(Item, One(program.pk), Ids(ids))


def _rows(model, program):
    """The common list without what the program put away, and the program's own rows."""
    away = PutAway.objects.filter(program=program, **{model._meta.model_name: OuterRef("pk")})
    common = Q(program=None) & ~Exists(away)
    return model.objects.live().filter(common | Q(program=program))


_in_use = compiled_once(_rows)


@compiled_once
def _among(model, program: One, ids: Ids):
    return _rows(model, program).filter(pk__in=ids)


def listed(model, program):
    """The common rows and the program's own, also those no longer in use."""
    return model.objects.filter(Q(program=None) | Q(program=program))


def put_away_in(program) -> set:
    """The ids of the common rows that this program put away."""
    rows = PutAway.objects.filter(program=program).values_list("move", "item")
    return {pk for row in rows for pk in row if pk}
