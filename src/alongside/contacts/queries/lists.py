"""What may be ticked and given in a program today."""

from django.db.models import Exists, OuterRef, Q

from alongside.contacts.models import Item, Move, PutAway


def moves_of(program):
    return _in_use(Move, program, "move")


def items_of(program):
    return _in_use(Item, program, "item")


def _in_use(model, program, name):
    """The common list without what the program put away, and the program's own rows."""
    away = PutAway.objects.filter(program=program, **{name: OuterRef("pk")})
    common = Q(program=None) & ~Exists(away)
    return model.objects.live().filter(common | Q(program=program))
