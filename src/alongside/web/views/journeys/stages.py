"""A program's stages: the guide for its coaches, and its own words and order."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.journeys import guide
from alongside.journeys.forms.stages import NewStageForm, StageForm
from alongside.journeys.queries.stages import stages_in_use, stages_of
from alongside.team.queries import may_anywhere
from alongside.team.roles import May
from alongside.web.access import deny, get_program, note_reading


@require_safe
def stages(request):
    """What each stage is called here, what one can say, and what both crafts look like in it."""
    program = get_program(request, May.READ_PEOPLE)
    note_reading(request, program=program)
    pages = [(stage, guide.guide_to(stage.key)) for stage in stages_in_use(program)]
    context = {
        "stages": [(stage, page.said() if page else None) for stage, page in pages],
        "sources": guide.SOURCES,
        "reviewed_by": guide.REVIEWED_BY,
        "may_manage": may_anywhere(request.user, May.MANAGE_PROGRAM),
    }
    return render(request, "journeys/stages.html", context)


@require_http_methods(["GET", "POST"])
def stage_words(request):
    """Every stage of this program, used or not; the form adds one of its own."""
    program = get_program(request, May.MANAGE_PROGRAM)
    note_reading(request, program=program)
    form = NewStageForm(request.POST or None, program=program, by=request.user)
    context = {"stages": stages_of(program), "form": form}
    return _answer(request, form, "journeys/stage_words.html", context)


@require_http_methods(["GET", "POST"])
def stage(request, stage_id):
    program = get_program(request, May.MANAGE_PROGRAM)
    one = next((row for row in stages_of(program) if row.id == stage_id), None)
    if one is None:
        deny(request, May.MANAGE_PROGRAM, object_id=stage_id)
    note_reading(request, program=program)
    form = StageForm(request.POST or None, program=program, stage=one, by=request.user)
    return _answer(request, form, "journeys/stage.html", {"stage": one, "form": form})


def _answer(request, form, template, context):
    if request.method == "POST" and form.saved():
        messages.success(request, _("Saved."))
        return redirect("stage-words")
    return render(request, template, context)
