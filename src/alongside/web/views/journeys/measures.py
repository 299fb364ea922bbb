"""Measures: choosing one, taking it, the person's own line, and setting a slip right."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.journeys.actions.measures import wave_off
from alongside.journeys.forms.measures import TakeForm
from alongside.journeys.models import Measurement
from alongside.journeys.queries.measures import (
    MeasureShown,
    measure_of,
    measurements_of,
    measurements_that_hold,
    measures_offered,
    offered_again_to,
)
from alongside.people.queries.standing import has_died
from alongside.team.roles import May
from alongside.web.access import deny, get_in, get_recoveree
from alongside.web.presenters.measures import (
    choosable,
    language,
    receipt,
    told_of,
    ways_to_take,
)

SELF = Measurement.Mode.SELF


def _offered(request, recoveree, key: str) -> MeasureShown:
    """The measure, if this program offers it; else it is as if it did not exist."""
    shown = measure_of(recoveree.program, key)
    if shown is None or not shown.is_offered:
        deny(request, May.WRITE_PEOPLE)
    return shown


@require_safe
def measures(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    offered = measures_offered(recoveree.program)
    taken = list(measurements_that_hold(recoveree))
    is_living = not has_died(recoveree)
    again = offered_again_to(recoveree, offered, taken) if is_living else []
    keys = [one.measure.key for one, _on in again]
    shown = choosable(offered, taken, keys, is_living=is_living)
    context = {"person": recoveree, "measures": shown}
    return render(request, "journeys/measures/list.html", context)


@require_safe
def measure(request, recoveree_id, measure):
    """One measure: the person's line over time, and ways to take it."""
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    shown = measure_of(recoveree.program, measure)
    taken = list(measurements_that_hold(recoveree).filter(instrument=measure))
    if shown is None or not (shown.is_offered or taken):
        deny(request, May.READ_PEOPLE)
    may_take = shown.is_offered and not has_died(recoveree)
    context = {
        "person": recoveree,
        "shown": shown,
        "text": shown.measure.text(language()),
        "ways": ways_to_take(shown.measure) if may_take else [],
        "told": told_of(taken),
    }
    return render(request, "journeys/measures/measure.html", context)


@require_http_methods(["GET", "POST"])
def take(request, recoveree_id, measure, how):
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    shown = _offered(request, recoveree, measure)
    if how not in shown.measure.modes:
        deny(request, May.WRITE_PEOPLE)
    form = _form(request, recoveree, shown, how)
    return _answer(request, recoveree, shown, form)


@require_http_methods(["GET", "POST"])
def correct(request, recoveree_id, measurement_id):
    """A later row, begun with what was said, takes the place of a slip."""
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    row = get_in(request, measurements_of(recoveree), measurement_id, may=May.WRITE_PEOPLE)
    shown = _offered(request, recoveree, row.instrument)
    form = _form(request, recoveree, shown, row.mode, corrects=row)
    return _answer(request, recoveree, shown, form, corrects=row)


def _form(request, recoveree, shown, how, *, corrects=None):
    told = {"shown": shown, "mode": how, "language": language(), "corrects": corrects}
    told["on"] = request.GET.get("about", "")
    return TakeForm(request.POST or None, recoveree=recoveree, by=request.user, **told)


def _answer(request, recoveree, shown, form, **context):
    if request.method == "POST" and (row := form.saved()):
        return redirect("measurement", recoveree.pk, row.pk)
    context |= {
        "person": recoveree,
        "form": form,
        "shown": shown,
        "text": shown.measure.text(language()),
        "is_self": form.mode == SELF,
        "is_phone": form.mode == Measurement.Mode.PHONE,
    }
    return render(request, "journeys/measures/take.html", context)


@require_safe
def measurement(request, recoveree_id, measurement_id):
    """What was answered on a day, as the person said it."""
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    row = get_in(request, measurements_of(recoveree), measurement_id, may=May.READ_PEOPLE)
    shown = measure_of(recoveree.program, row.instrument)
    context = {
        "person": recoveree,
        "row": row,
        "said": receipt(row, shown),
        "is_self": row.mode == SELF,
        "may_correct": bool(shown and shown.is_offered and not row.corrections.all()),
    }
    return render(request, "journeys/measures/measurement.html", context)


@require_POST
def not_now(request, recoveree_id, measure):
    """The offer to take a measure again is waved off, and is quiet for a while."""
    recoveree = get_recoveree(request, recoveree_id, May.WRITE_PEOPLE)
    shown = _offered(request, recoveree, measure)
    wave_off(recoveree=recoveree, instrument=shown.measure.key, by=request.user)
    messages.success(request, _("Fine. It is here when you want it."))
    return redirect("measures", recoveree.pk)
