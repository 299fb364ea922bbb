"""The same page sent twice, even at the same instant, makes one row."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed

P = ParamSpec("P")
Row = TypeVar("Row")


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
            raise NotAllowed(
                _("This page has already saved something else. Open it anew, and save again.")
            ) from taken

    return acted
