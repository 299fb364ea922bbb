"""The statements of the values continuum that a cohort has now, and which of them were asked."""

from uuid import UUID

from alongside.learning.curricula import Statement
from alongside.learning.editions import course_of
from alongside.learning.models import Cohort, Round, StatementList
from alongside.learning.policies.statements import Statements, found


def latest_list(cohort: Cohort) -> StatementList | None:
    """The newest of the cohort's own lists; None where it has the course's."""
    rows = StatementList.objects.filter(cohort=cohort).select_related("cohort__program")
    return rows.order_by("-created_at", "-pk").first()


def list_of(cohort: Cohort, list_id: UUID | None) -> StatementList | None:
    rows = StatementList.objects.filter(cohort=cohort, pk=list_id)
    return rows.select_related("cohort__program").first()


def in_list(cohort: Cohort, row: StatementList | None) -> Statements:
    return row.statements if row else course_of(cohort).library.statements


def statements_now(cohort: Cohort) -> Statements:
    return in_list(cohort, latest_list(cohort))


def last_worded(cohort: Cohort, key: str) -> Statement | None:
    """A statement as it stands, or as it last stood before it was taken out."""
    rows = StatementList.objects.filter(cohort=cohort).order_by("-created_at", "-pk")
    lists = [*(row.statements for row in rows), in_list(cohort, None)]
    return next(filter(None, (found(told, key) for told in lists)), None)


def taken_out(cohort: Cohort) -> list[Statement]:
    """Those of the course that the cohort left out."""
    now = statements_now(cohort)
    return [one for one in course_of(cohort).library.statements if found(now, one.key) is None]


def rounds_asked(cohort: Cohort) -> list[Round]:
    """The rounds of the continuum that were opened: they keep their words."""
    rows = Round.objects.filter(cohort=cohort, kind="continuum").order_by("created_at")
    return list(rows.select_related("worded"))
