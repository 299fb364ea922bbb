"""What may be ticked and given in a program today."""

from django.db.models import Exists, OuterRef, Q

from alongside.common.compiled import One, compiled_once
from alongside.contacts.models import Item, Move, PutAway


def moves_of(program) -> list[Move]:
    return _moves(One(program.pk))


def items_of(program) -> list[Item]:
    return _items(One(program.pk))


@compiled_once
def _moves(program: One):
    return _in_use(Move, program, "move")


@compiled_once
def _items(program: One):
    return _in_use(Item, program, "item")


def _in_use(model, program, name):
    """The common list without what the program put away, and the program's own rows."""
    away = PutAway.objects.filter(program=program, **{name: OuterRef("pk")})
    common = Q(program=None) & ~Exists(away)
    return model.objects.live().filter(common | Q(program=program))


def listed(model, program):
    """The common rows and the program's own, also those no longer in use."""
    return model.objects.filter(Q(program=None) | Q(program=program))


def put_away_in(program) -> set:
    """The ids of the common rows that this program put away."""
    rows = PutAway.objects.filter(program=program).values_list("move", "item")
    return {pk for row in rows for pk in row if pk}
