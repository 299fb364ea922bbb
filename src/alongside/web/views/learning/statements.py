"""For trainers: the statements of the values continuum, as this cohort has them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.learning.forms.statements import (
    AddStatementForm,
    RewordStatementForm,
    StatementActForm,
)
from alongside.learning.queries.statements import (
    last_worded,
    rounds_asked,
    statements_now,
    taken_out,
)
from alongside.web.presenters.learning.tongue import language
from alongside.web.views.learning.cohorts import get_cohort


@require_http_methods(["GET", "POST"])
def statements(request, cohort_id):
    """The list. Each button names its statement, so that pressing it twice does it once."""
    row = get_cohort(request, cohort_id)
    form = StatementActForm(request.POST or None, cohort=row, by=request.user)
    if request.method == "POST" and form.saved():
        return redirect("statements", row.pk)
    context = {
        "cohort": row,
        "form": form,
        "statements": [_said(one) for one in statements_now(row)],
        "taken_out": [_said(one) for one in taken_out(row)],
        "rounds": rounds_asked(row),
    }
    return render(request, "learning/statements.html", context)


def _said(statement) -> dict:
    parts = {name: getattr(statement, name).said(language()) for name in ("text", "low", "high")}
    return {"key": statement.key, **parts}


@require_http_methods(["GET", "POST"])
def statement_new(request, cohort_id):
    row = get_cohort(request, cohort_id)
    form = AddStatementForm(request.POST or None, cohort=row, by=request.user)
    return _worded(request, row, form, _("The statement is added."))


@require_http_methods(["GET", "POST"])
def statement(request, cohort_id, statement_key):
    """One that was taken out meanwhile opens too, so that no words are lost: saved, it is back."""
    row = get_cohort(request, cohort_id)
    there = last_worded(row, statement_key)
    if there is None:
        raise Http404
    form = RewordStatementForm(request.POST or None, cohort=row, by=request.user, statement=there)
    return _worded(request, row, form, _("Saved."))


def _worded(request, row, form, done):
    if request.method == "POST" and form.saved():
        messages.success(request, done)
        return redirect("statements", row.pk)
    context = {"cohort": row, "form": form, "rounds": rounds_asked(row)}
    return render(request, "learning/statement.html", context)
