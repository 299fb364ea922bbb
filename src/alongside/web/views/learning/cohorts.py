"""For trainers: their cohorts, who takes part, days, trainers, and what counts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.common.errors import NotAllowed
from alongside.learning.actions.cohorts import end_cohort, end_trainer
from alongside.learning.actions.taking_part import give_new_link, give_seat, leave
from alongside.learning.forms.cohorts import BeginForm, CohortForm, DayForm, TrainerForm
from alongside.learning.forms.given import MarkForm
from alongside.learning.forms.making_up import rules_asked
from alongside.learning.forms.taking_part import WaiveForm
from alongside.learning.queries.attendance import standing_of, standings
from alongside.learning.queries.cohorts import (
    cohorts_led_by,
    days_led_by,
    participants_led_by,
    participants_of,
    trainers_led_by,
    trainers_of,
    with_numbers,
)
from alongside.learning.queries.given import certificate_of
from alongside.learning.queries.making_up import excused_of, made_up_by, module_slots
from alongside.team.roles import May
from alongside.web.access import get_in, get_program
from alongside.web.presenters.learning.calendar import calendar_file
from alongside.web.presenters.learning.codes import qr
from alongside.web.presenters.learning.tongue import language

LEAD = May.LEAD_COURSES


def get_cohort(request, cohort_id):
    return get_in(request, cohorts_led_by(request.user), cohort_id, may=LEAD)


def get_participant(request, participant_id):
    return get_in(request, participants_led_by(request.user), participant_id, may=LEAD)


@require_safe
def cohorts(request):
    program = get_program(request, LEAD)
    rows = with_numbers(cohorts_led_by(request.user))
    return render(request, "learning/cohorts.html", {"program": program, "cohorts": rows})


@require_http_methods(["GET", "POST"])
def cohort_begin(request):
    program = get_program(request, LEAD)
    form = BeginForm(request.POST or None, program=program, by=request.user)
    if request.method == "POST" and (made := form.saved()):
        return redirect("cohort", made.pk)
    return render(request, "learning/cohort_begin.html", {"form": form, "program": program})


@require_http_methods(["GET", "POST"])
def cohort(request, cohort_id):
    row = get_cohort(request, cohort_id)
    trainer = TrainerForm(request.POST or None, cohort=row, by=request.user)
    if request.method == "POST" and trainer.saved():
        return redirect("cohort", row.pk)
    everyone = list(participants_of(row))
    join = request.build_absolute_uri(reverse("room-join", args=[row.code]))
    context = {
        "cohort": row,
        "form": trainer,
        "join": join,
        "qr": qr(join),
        "screen": request.build_absolute_uri(reverse("room-screen", args=[row.room.screen_id])),
        "here": [one for one in everyone if one.place == "seat"],
        "waiting": [one for one in everyone if one.place == "waiting"],
        "trainers": trainers_of(row),
        "days": row.cohortdays.all(),
    }
    return render(request, "learning/cohort.html", context)


@require_http_methods(["GET", "POST"])
def cohort_change(request, cohort_id):
    row = get_cohort(request, cohort_id)
    form = CohortForm(request.POST or None, instance=row, by=request.user)
    if request.method == "POST" and form.saved():
        return redirect("cohort", row.pk)
    return render(request, "learning/cohort_change.html", {"form": form, "cohort": row})


@require_http_methods(["GET", "POST"])
def cohort_day(request, cohort_day_id):
    day = get_in(request, days_led_by(request.user), cohort_day_id, may=LEAD)
    form = DayForm(request.POST or None, day=day, by=request.user)
    if request.method == "POST" and form.saved():
        return redirect("cohort", day.cohort_id)
    context = {"form": form, "day": day, "cohort": day.cohort}
    return render(request, "learning/cohort_day.html", context)


@require_POST
def cohort_end(request, cohort_id):
    row = get_cohort(request, cohort_id)
    end_cohort(cohort=row, by=request.user)
    return redirect("cohort", row.pk)


@require_POST
def trainer_end(request, trainer_id):
    row = get_in(request, trainers_led_by(request.user), trainer_id, may=LEAD)
    try:
        end_trainer(trainer=row, by=request.user)
    except NotAllowed as refusal:
        messages.error(request, refusal.message)
    gone = row.account_id == request.user.pk and row.ended_at is not None
    return redirect("cohorts") if gone else redirect("cohort", row.cohort_id)


@require_safe
def cohort_calendar(request, cohort_id):
    return calendar_answer(get_cohort(request, cohort_id))


def calendar_answer(row) -> HttpResponse:
    answer = HttpResponse(calendar_file(row), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="days.ics"'
    return answer


@require_safe
def attendance(request, cohort_id):
    row = get_cohort(request, cohort_id)
    context = {"cohort": row, "standings": standings(row, participants_of(row).here())}
    return render(request, "learning/attendance.html", context)


@require_http_methods(["GET", "POST"])
def participant(request, participant_id):
    """What a trainer needs to know of one participant, and what they mark."""
    row = get_participant(request, participant_id)
    form = MarkForm(request.POST or None, participant=row, by=request.user)
    if request.method == "POST" and form.saved():
        messages.success(request, _("Saved."))
        return redirect("participant", row.pk)
    standing = standing_of(row)
    context = {
        "form": form,
        "participant": row,
        "cohort": row.cohort,
        "standing": standing,
        "modules": list(zip(standing.attended, module_slots(row.cohort), strict=True)),
        "made_up": made_up_by(row, language()),
        "rules": rules_asked(row.cohort),
        "excused": excused_of(row),
        "certificate": certificate_of(row),
    }
    return render(request, "learning/participant.html", context)


@require_http_methods(["GET", "POST"])
def participant_waive(request, participant_id):
    row = get_participant(request, participant_id)
    form = WaiveForm(request.POST or None, participant=row, by=request.user)
    if request.method == "POST" and form.saved():
        return redirect("participant", row.pk)
    context = {"form": form, "participant": row, "cohort": row.cohort}
    return render(request, "learning/participant_waive.html", context)


@require_POST
def participant_seat(request, participant_id):
    row = get_participant(request, participant_id)
    try:
        give_seat(participant=row, by=request.user)
    except NotAllowed as refusal:
        messages.error(request, refusal.message)
    return redirect("cohort", row.cohort_id)


@require_POST
def participant_leave(request, participant_id):
    row = get_participant(request, participant_id)
    leave(participant=row, by=request.user)
    return redirect("cohort", row.cohort_id)


@require_POST
def participant_link(request, participant_id):
    """For somebody who lost their link: shown once, to hand on."""
    row = get_participant(request, participant_id)
    secret = give_new_link(participant=row, by=request.user)
    link = request.build_absolute_uri(reverse("room-link", args=[secret]))
    context = {"participant": row, "cohort": row.cohort, "link": link, "qr": qr(link)}
    return render(request, "learning/participant_link.html", context)
