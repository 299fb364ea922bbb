"""What a program does with measures: which it offers, whose permission it has, its wording."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.common.errors import NotAllowed
from alongside.journeys.actions.offering import end_permission, offer_measure, put_measure_away
from alongside.journeys.forms.offering import PermissionForm, WordingForm
from alongside.journeys.queries.measures import measure_of, measures_of, permissions_before
from alongside.team.roles import May
from alongside.web.access import deny, get_program
from alongside.web.presenters.measures import language
from alongside.web.presenters.offering import licence_words, wording_words


@require_safe
def program_measures(request):
    program = get_program(request, May.MANAGE_PROGRAM)
    rows = [
        {"shown": one, "text": one.measure.text(language()), "licence": licence_words(one)}
        for one in measures_of(program)
    ]
    return render(request, "journeys/measures/program.html", {"program": program, "rows": rows})


@require_http_methods(["GET", "POST"])
def program_measure(request, instrument):
    program = get_program(request, May.MANAGE_PROGRAM)
    shown = measure_of(program, instrument)
    if shown is None:
        deny(request, May.MANAGE_PROGRAM)
    forms = _forms(request, program, shown)
    if request.method == "POST" and _done(request, program, shown, forms):
        return redirect("program-measure", instrument)
    context = {
        "program": program,
        "shown": shown,
        "text": shown.measure.text(language()),
        "licence": licence_words(shown),
        "wording": wording_words(shown),
        "permissions": permissions_before(program, instrument),
        "forms": forms,
        "form": forms.get(request.POST.get("kind")),
    }
    return render(request, "journeys/measures/program_measure.html", context)


def _forms(request, program, shown):
    """The doors that this measure has. Only the one that was sent holds what was typed."""
    kinds = {}
    if not shown.measure.licence.is_open:
        kinds["permission"] = PermissionForm
    if shown.measure.wording == "program":
        kinds["wording"] = WordingForm
    sent = request.POST.get("kind")
    return {
        kind: form_class(
            *((request.POST, request.FILES) if kind == sent else ()),
            program=program,
            measure=shown.measure,
            by=request.user,
            auto_id=f"{kind}_%s",
        )
        for kind, form_class in kinds.items()
    }


def _done(request, program, shown, forms) -> bool:
    """Whether what was asked for is done."""
    kind = request.POST.get("kind")
    if kind in forms:
        if forms[kind].saved() is None:
            return False
        messages.success(request, _("Saved."))
        return True
    try:
        _turn(request, program, shown, kind)
    except NotAllowed as refusal:
        messages.info(request, refusal.message)
    return True


def _turn(request, program, shown, kind):
    told = {"program": program, "measure": shown.measure, "by": request.user}
    if kind == "offer":
        offer_measure(**told)
    elif kind == "put_away":
        put_measure_away(**told)
    elif kind == "end_permission" and shown.permission:
        end_permission(permission=shown.permission, by=request.user)
