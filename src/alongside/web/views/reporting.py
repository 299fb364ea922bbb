"""The month's figures: inside the program, and as they may leave it."""

import csv

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.audit import trail
from alongside.common.clock import local_day, today
from alongside.contacts.queries import shown
from alongside.contacts.queries.behind import NARROW, contacts_behind
from alongside.contacts.queries.figures import contacts_without_a_day, first_month
from alongside.exchange.cells import safe
from alongside.reporting.months import Month, figures_of, public_figures_of
from alongside.team.queries import may_anywhere
from alongside.team.roles import May
from alongside.web.access import get_program, note_reading

PAGE = 20


def _month(year, number) -> Month:
    if not (2000 <= year <= today().year and 1 <= number <= 12):
        raise Http404
    month = Month(year, number)
    if month.first > today():
        raise Http404
    return month


def _around(program, month, *, last=None) -> dict:
    """The months before and after, as far as there is something to see."""
    begun = first_month(program)
    has_before = begun is not None and Month.of(local_day(begun)).first < month.first
    return {
        "month": month,
        "before": month.previous if has_before else None,
        "after": month.next if month.next.first <= (last or Month.of(today())).first else None,
    }


@require_safe
def month_now(request):
    get_program(request, May.READ_FIGURES)
    return redirect("month", today().year, today().month)


@require_safe
def month_public_now(request):
    """The last month that is over: a running one is not published."""
    get_program(request, May.READ_PUBLIC_FIGURES)
    last = Month.of(today()).previous
    return redirect("month-public", last.year, last.number)


@require_safe
def month(request, year, number):
    program = get_program(request, May.READ_FIGURES)
    month = _month(year, number)
    note_reading(request, program=program, detail=month.key)
    context = _around(program, month) | {
        "program": program,
        "blocks": figures_of(program, month),
        "without_a_day": contacts_without_a_day(program),
        "may_publish": may_anywhere(request.user, May.READ_PUBLIC_FIGURES),
    }
    return render(request, "reporting/month.html", context)


@require_safe
def month_rows(request, year, number):
    """The contacts behind a figure: those in the reader's own reach."""
    program = get_program(request, May.READ_FIGURES)
    month = _month(year, number)
    return _rows(request, program, month.span(program), _around(program, month))


@require_safe
def undated_rows(request):
    """Contacts from old lists that do not say on which day they were."""
    return _rows(request, get_program(request, May.READ_FIGURES), None, {})


def _rows(request, program, span, context):
    told = {name: value for name, value in request.GET.items() if name in NARROW}
    rows = shown(contacts_behind(request.user, program, span, told), request.user)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    note_reading(request, program=program, detail=" ".join(sorted(told)))
    kept = request.GET.copy()
    kept.pop("page", None)
    context |= {"page": page, "program": program, "kept": f"{kept.urlencode()}&" if kept else ""}
    return render(request, "reporting/rows.html", context)


@require_safe
def month_public(request, year, number):
    program = get_program(request, May.READ_PUBLIC_FIGURES)
    month = _month(year, number)
    if month.next.first > today():  # what one day adds to a running month is somebody
        raise Http404
    blocks = public_figures_of(program, month)
    if request.GET.get("as") == "csv":
        trail.record("figures.take", program, by=request.user, detail=month.key)
        return _csv(program, month, blocks)
    note_reading(request, program=program, detail=month.key)
    around = _around(program, month, last=Month.of(today()).previous)
    context = around | {"program": program, "blocks": blocks}
    return render(request, "reporting/public.html", context)


def _csv(program, month, blocks):
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="figures-{month.key}.csv"'
    answer.write("\ufeff")  # so that Excel reads the letters right
    writer = csv.writer(answer)
    writer.writerow([_("month"), _("table"), _("what"), _("how many"), _("minutes")])
    for block in blocks:
        for line in (*block.lines, *([block.total] if block.total else [])):
            words = [safe(text) for text in (block.title, line.label)]
            minutes = "" if line.minutes is None else line.minutes
            writer.writerow([month.key, *words, _count(line, program), minutes])
    return answer


def _count(line, program):
    if line.is_few:
        return _("fewer than %(least)s") % {"least": program.small_count}
    return _("not shown") if line.is_hidden else line.count
