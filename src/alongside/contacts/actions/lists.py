"""A program's own lists of moves and items: added to, put away, taken up again."""

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import now
from alongside.contacts.actions.once import sent_once
from alongside.contacts.models import Item, Move, PutAway
from alongside.team.models import Account, Program


@sent_once
def add_move(*, program: Program, craft: str, name: str, by: Account, id=None) -> Move:
    if known := Move.objects.filter(pk=id, program=program, name=name).first():
        return known
    move = Move(program=program, craft=craft, name=name, **({"id": id} if id else {}))
    move.save(force_insert=True)
    trail.record("move.add", move, by=by)
    return move


@sent_once
def add_item(
    *, program: Program, category: str, name: str, by: Account, unit: str = "", id=None
) -> Item:
    if known := Item.objects.filter(pk=id, program=program, name=name).first():
        return known
    item = Item(
        program=program, category=category, name=name, unit=unit, **({"id": id} if id else {})
    )
    item.save(force_insert=True)
    trail.record("item.add", item, by=by)
    return item


@transaction.atomic
def put_away(*, thing: Move | Item, program: Program, by: Account) -> None:
    """The program uses this no more. Old contacts keep it, with its name."""
    if thing.program_id is None:
        PutAway.objects.get_or_create(program=program, **_named(thing))
    else:
        thing.ended_at = now()
        thing.save(update_fields=["ended_at"])
    trail.record("list.put_away", thing, by=by, organization_id=program.organization_id)


@transaction.atomic
def take_up(*, thing: Move | Item, program: Program, by: Account) -> None:
    """The program uses this again."""
    if thing.program_id is None:
        PutAway.objects.filter(program=program, **_named(thing)).delete()
    else:
        thing.ended_at = None
        thing.save(update_fields=["ended_at"])
    trail.record("list.take_up", thing, by=by, organization_id=program.organization_id)


def _named(thing: Move | Item) -> dict:
    return {"move": thing} if isinstance(thing, Move) else {"item": thing}
