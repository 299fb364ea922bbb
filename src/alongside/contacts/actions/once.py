"""The same page sent twice, even at the same instant, makes one row."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.db import IntegrityError, models, transaction

from alongside.common.compiled import One, compiled_once
from alongside.common.errors import NotAllowed, already_used
from alongside.team.models import Account

P = ParamSpec("P")
Row = TypeVar("Row")
Stored = TypeVar("Stored", bound=models.Model)


def sent_once(act: Callable[P, Row]) -> Callable[P, Row]:
    """For an action that first looks whether its id is stored: who comes second looks again.

    Two that look at the same instant both find nothing; the key refuses the second, which
    then finds the row of the first. An id that holds somebody else's row is refused.
    """

    @wraps(act)
    def acted(*args: P.args, **kwargs: P.kwargs) -> Row:
        try:
            with transaction.atomic():
                return act(*args, **kwargs)
        except IntegrityError:
            pass
        try:
            with transaction.atomic():
                return act(*args, **kwargs)
        except IntegrityError as taken:
            raise NotAllowed(already_used()) from taken

    return acted


def stored_before(model: type[Stored], id: UUID | None, by: Account, **told: Any) -> Stored | None:
    """The row that the same page stored before, or None.

    Refused if it tells something else: then what was typed since is not stored, and
    must not seem to be.
    """
    known = next(iter(_stored(model, One(id), One(by.pk))), None) if id else None
    if known and any(getattr(known, name) != value for name, value in told.items()):
        raise NotAllowed(already_used())
    return known


@compiled_once
def _stored(model: type[Stored], id: One, by: One) -> models.QuerySet[Stored]:
    return model._default_manager.filter(pk=id, by=by)
