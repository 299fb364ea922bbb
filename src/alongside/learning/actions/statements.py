"""A cohort's own statements of the values continuum: worded, moved, taken out, taken back."""

from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.errors import NotAllowed, already_used
from alongside.learning.actions.rooms import hold
from alongside.learning.curricula import Statement
from alongside.learning.editions import course_of
from alongside.learning.models import Cohort, StatementList
from alongside.learning.policies import statements as rules
from alongside.learning.queries.statements import in_list, list_of, statements_now
from alongside.team.models import Account


@transaction.atomic
def add_statement(*, cohort: Cohort, statement: Statement, by: Account) -> None:
    """At the end of the list. Sent again with the same key it is there once."""
    hold(cohort)
    now = statements_now(cohort)
    if rules.found(now, statement.key) not in (None, statement):
        raise NotAllowed(already_used())
    _keep(cohort, now, rules.worded(now, statement), by=by, what=f"add {statement.key}")


@transaction.atomic
def reword_statement(
    *, cohort: Cohort, statement: Statement, seen: UUID | None, by: Account
) -> None:
    """Other words for a statement. A round that was opened keeps those it had.

    seen: the list that stood on the page where it was worded; None for the course's own.
    """
    hold(cohort)
    now = statements_now(cohort)
    rules.check_nobody_else(
        began_with=rules.found(in_list(cohort, list_of(cohort, seen)), statement.key),
        now=rules.found(now, statement.key),
        sent=statement,
    )
    _keep(cohort, now, rules.worded(now, statement), by=by, what=f"word {statement.key}")


@transaction.atomic
def move_statement(*, cohort: Cohort, key: str, place: int, by: Account) -> None:
    """To a place counted from 1. Pressed twice, it stands there once."""
    hold(cohort)
    now = statements_now(cohort)
    _keep(cohort, now, rules.placed(now, key, place), by=by, what=f"move {key}")


@transaction.atomic
def take_statement_out(*, cohort: Cohort, key: str, by: Account) -> None:
    hold(cohort)
    now = statements_now(cohort)
    _keep(cohort, now, rules.without(now, key), by=by, what=f"out {key}")


@transaction.atomic
def take_statement_back(*, cohort: Cohort, key: str, by: Account) -> None:
    """One of the course's that was taken out, in the course's words, at the end."""
    hold(cohort)
    now = statements_now(cohort)
    of_course = rules.found(course_of(cohort).library.statements, key)
    if of_course and rules.found(now, key) is None:
        _keep(cohort, now, rules.worded(now, of_course), by=by, what=f"back {key}")


def _keep(
    cohort: Cohort, now: rules.Statements, then: rules.Statements, *, by: Account, what: str
) -> None:
    if then == now:
        return
    row = StatementList.of(then, cohort=cohort, by=by)
    row.save(force_insert=True)
    trail.record("statements.change", row, by=by, detail=what)
