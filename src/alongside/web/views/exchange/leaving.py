"""Taking a copy out: lists for a spreadsheet, and the whole program as one file."""

from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from alongside.common.clock import today
from alongside.exchange.archive import sealed
from alongside.exchange.archive.writing import lines_of
from alongside.exchange.forms.leaving import ArchiveForm, ListForm
from alongside.exchange.lists import list_file
from alongside.team.roles import May
from alongside.web.access import get_program, note_reading

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@sensitive_post_parameters("passphrase")
@require_http_methods(["GET", "POST"])
def export(request):
    program = get_program(request, May.EXPORT)
    is_archive = request.POST.get("act") == "archive"
    posted = request.POST if request.method == "POST" else None
    lists = ListForm(None if is_archive else posted, prefix="list")
    archive = ArchiveForm(posted if is_archive else None, prefix="archive")
    if posted and is_archive and archive.is_valid():
        return _archive(request, program, archive.cleaned_data["passphrase"])
    if posted and not is_archive and lists.is_valid():
        return _list(request, program, **lists.cleaned_data)
    if request.method == "GET":
        note_reading(request, program=program)
    context = {"program": program, "lists": lists, "archive": archive}
    return render(request, "exchange/export.html", context, status=422 if posted else 200)


def _list(request, program, *, what: str, form: str):
    pieces = list_file(what, form, program=program, by=request.user)
    response = StreamingHttpResponse(pieces, content_type=KINDS[form])
    return _download(response, f"{what}-{today()}.{form}")


def _archive(request, program, passphrase: str):
    lines = lines_of(program, request.user)
    stream = sealed(lines, passphrase) if passphrase else lines
    ending = "jsonl.locked" if passphrase else "jsonl"
    response = StreamingHttpResponse(stream, content_type="application/octet-stream")
    return _download(response, f"program-{today()}.{ending}")


def _download(response, name: str):
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
