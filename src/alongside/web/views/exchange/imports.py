"""Bringing a list: a page for each step, and nothing is written before the last one."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.audit import trail
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.exchange import working
from alongside.exchange.actions import answer, leave, step_back, take_up_again, undo
from alongside.exchange.actions.undo import how_many_made, what_stays
from alongside.exchange.forms import ColumnsForm, QuestionsForm, SheetForm, UploadForm
from alongside.exchange.models import Batch
from alongside.exchange.planning.rows import Choices, Outcome
from alongside.exchange.queries import batches_for, preview_of, reasons_in, unfinished_for
from alongside.exchange.queries.planned import mapping_of
from alongside.team.roles import May
from alongside.web.access import get_in, get_program, note_reading
from alongside.web.presenters.staying import staying

ROWS_A_PAGE = 25
STEP = Batch.Step


def get_batch(request, batch_id):
    return get_in(request, batches_for(request.user), batch_id, may=May.IMPORT)


def posted(request):
    """What was sent, even if that is nothing; None where the page is only looked at."""
    return request.POST if request.method == "POST" else None


@require_http_methods(["GET", "POST"])
def import_list(request):
    program = get_program(request, May.IMPORT)
    form = UploadForm(
        posted(request),
        request.FILES if request.method == "POST" else None,
        program=program,
        by=request.user,
        initial={"id": new_id()},
    )
    if request.method == "POST" and form.is_valid():
        return redirect("import", form.batch.pk)
    if request.method == "GET":
        note_reading(request, program=program)
    done = batches_for(request.user).filter(program=program, step__in=[STEP.DONE, STEP.UNDONE])
    open_ = unfinished_for(request.user, program)
    context = {"form": form, "program": program, "done": done[:20], "open": open_[:20]}
    return render(request, "exchange/imports.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def import_step(request, batch_id):
    """The page of the step that this import has come to.

    How far the work is tells nothing of anybody, and it must be told while the work holds
    the database: so that page writes nothing, neither to the trail nor the session.
    """
    at_work = batches_for(request.user).filter(pk=batch_id, step=STEP.WORKING).first()
    if at_work and request.method == "GET":
        request.only_looks = True
        return _working(request, at_work)
    batch = get_batch(request, batch_id)
    return PAGES[batch.step](request, batch)


def _sheets(request, batch):
    forms = SheetForm.all_of(batch, posted(request))
    error = None
    if request.method == "POST" and not any(form.errors for form in forms):
        try:
            first, *_others = SheetForm.save_all(forms, batch=batch, by=request.user)
            return redirect("import", first.pk)
        except NotAllowed as refused:
            error = refused.messages[0]
    context = {"batch": batch, "forms": forms, "error": error}
    return render(request, "exchange/sheets.html", context)


def _columns(request, batch):
    form = ColumnsForm(posted(request), batch=batch, by=request.user)
    if request.method == "POST" and form.is_valid():
        if not QuestionsForm(batch=batch, by=request.user).sections:
            answer(batch=batch, choices=Choices.of(mapping_of(batch)["choices"]), by=request.user)
        return redirect("import", batch.pk)
    return render(request, "exchange/columns.html", {"batch": batch, "form": form})


def _questions(request, batch):
    form = QuestionsForm(posted(request), batch=batch, by=request.user)
    if request.method == "POST" and form.is_valid():
        return redirect("import", batch.pk)
    return render(request, "exchange/questions.html", {"batch": batch, "form": form})


def _preview(request, batch):
    shown = request.GET.get("show", "")
    rows = preview_of(batch, shown)
    context = {
        "batch": batch,
        "page": Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page")),
        "reasons": reasons_in(rows) if shown == Outcome.REFUSED else [],
        "shown": shown,
        "figures": [(o, batch.counts[o]) for o in Outcome if batch.counts.get(o)],
        "taken": batch.counts.get("added", 0) + batch.counts.get("joined", 0),
        "kept": f"show={shown}&" if shown in set(Outcome) else "",
    }
    return render(request, "exchange/preview.html", context)


def _working(request, batch):
    context = {
        "batch": batch,
        "done": working.how_far(batch),
        "all": sum(batch.counts.values()),
        "is_lost": working.is_lost(batch),
    }
    return render(request, "exchange/working.html", context)


def _done(request, batch):
    waiting = unfinished_for(request.user, batch.program)
    next_ = next((b for b in waiting if b.file_name == batch.file_name), None)
    return render(request, "exchange/done.html", {"batch": batch, "next": next_})


PAGES = {
    STEP.SHEET: _sheets,
    STEP.COLUMNS: _columns,
    STEP.QUESTIONS: _questions,
    STEP.PREVIEW: _preview,
    STEP.WORKING: _working,
    STEP.DONE: _done,
    STEP.UNDONE: _done,
    STEP.FAILED: _done,
}
BACK = {STEP.QUESTIONS: STEP.COLUMNS, STEP.PREVIEW: STEP.QUESTIONS}


@require_POST
def import_back(request, batch_id):
    batch = get_batch(request, batch_id)
    if batch.step == STEP.FAILED or working.is_lost(batch):
        take_up_again(batch=batch, by=request.user)
    elif batch.step in BACK:
        step_back(batch=batch, step=BACK[batch.step])
    return redirect("import", batch.pk)


@require_POST
def import_leave(request, batch_id):
    batch = get_batch(request, batch_id)
    try:
        leave(batch=batch, by=request.user)
    except NotAllowed:
        return redirect("import", batch.pk)
    return redirect("imports")


@require_POST
def import_confirm(request, batch_id):
    """Pressed twice, it is done once; both land on the same page."""
    batch = get_batch(request, batch_id)
    working.start(batch, by=request.user)
    return redirect("import", batch.pk)


@require_http_methods(["GET", "POST"])
def import_undo(request, batch_id):
    batch = get_batch(request, batch_id)
    if batch.step != STEP.DONE:
        return redirect("import", batch.pk)
    if request.method == "POST":
        undo(batch=batch, by=request.user)
        return redirect("import", batch.pk)
    told = {"made": how_many_made(batch), "stays": what_stays(batch), "who": staying(batch)}
    context = {"batch": batch, **told}
    return render(request, "exchange/undo.html", context)


@require_GET
def import_refused(request, batch_id):
    """The refused rows as a file: they came from this program's own list and go back to it."""
    batch = get_batch(request, batch_id)
    trail.record("import.refused", batch, by=request.user)
    response = HttpResponse(bytes(batch.refused or b""), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="not-taken-in.csv"'
    response["Cache-Control"] = "no-store"
    return response
