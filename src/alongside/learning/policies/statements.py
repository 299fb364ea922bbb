"""The list of statements of the values continuum: what may be done to it, as pure functions."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed
from alongside.learning.curricula import Statement

#: With more than these, a round takes longer than a module has.
MOST = 30

Statements = tuple[Statement, ...]


def found(statements: Iterable[Statement], key: str) -> Statement | None:
    return next((one for one in statements if one.key == key), None)


def worded(statements: Statements, statement: Statement) -> Statements:
    """With these words in place of those of its key; at the end if it is new."""
    if found(statements, statement.key) is None:
        if len(statements) >= MOST:
            raise NotAllowed(
                _("There are %(most)d statements. Take one out first.") % {"most": MOST}
            )
        return (*statements, statement)
    return tuple(statement if one.key == statement.key else one for one in statements)


def placed(statements: Statements, key: str, place: int) -> Statements:
    """With this one at a place, counted from 1; as near to it as the list is long."""
    moved = found(statements, key)
    if moved is None:
        return statements
    rest = [one for one in statements if one.key != key]
    rest.insert(max(0, min(place - 1, len(rest))), moved)
    return tuple(rest)


def without(statements: Statements, key: str) -> Statements:
    left = tuple(one for one in statements if one.key != key)
    if not left:
        raise NotAllowed(_("One statement has to stay, or there is nothing to place oneself on."))
    return left


def check_nobody_else(
    *, began_with: Statement | None, now: Statement | None, sent: Statement
) -> None:
    """Whoever rewords something has seen the words that stand there now."""
    if now in (began_with, sent):
        return
    if now is None:
        raise NotAllowed(
            _("Another trainer took this statement out. Save again to put yours in its place.")
        )
    raise NotAllowed(
        _("Another trainer changed it: “%(words)s” Save again to put yours in its place.")
        % {"words": now.text}
    )
