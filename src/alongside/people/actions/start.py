"""Beginning with a person."""

from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.audit import trail
from alongside.common.errors import NotAllowed, already_used
from alongside.common.models import Key
from alongside.common.sealing import keyring
from alongside.people.actions.walking import pair
from alongside.people.models import Recoveree
from alongside.team.models import Account, Program


@transaction.atomic
def start_person(
    *, program: Program, called: str, by: Account, walks_with: Account | None = None, id=None
) -> Recoveree:
    """Begin with a person. What to call them is all it takes.

    walks_with: the coach they are paired with from today on, if any.
    Sent twice with the same id, it is one person.
    """
    if id and (stored := Recoveree.objects.filter(pk=id).first()):
        return _started_before(stored, program=program, called=called)
    try:
        with transaction.atomic():
            [recoveree] = start_people([(id, called)], program=program, by=by)
    except IntegrityError:  # the same page, sent twice at once
        stored = Recoveree.objects.get(pk=id)
        return _started_before(stored, program=program, called=called)
    if walks_with is not None:
        pair(recoveree=recoveree, coach=walks_with, by=by)
    return recoveree


def _started_before(stored: Recoveree, *, program: Program, called: str) -> Recoveree:
    if (stored.program_id, stored.called) != (program.pk, called):
        raise NotAllowed(already_used())
    return stored


@transaction.atomic
def start_people(
    names: Iterable[tuple[UUID | None, str]], *, program: Program, by: Account
) -> list[Recoveree]:
    """Many people at once (an import), each with a key of their own."""
    people = [
        Recoveree(program=program, called=called, **({"id": id} if id else {}))
        for id, called in names
    ]
    organization_id = program.organization_id
    keyring.make_keys(organization_id, [person.pk for person in people], Key.Kind.PERSON)
    Recoveree.objects.bulk_create(people, batch_size=500)
    lines = [trail.line_for("recoveree.start", person) for person in people]
    trail.write(lines, by=by, organization_id=organization_id)
    return people
