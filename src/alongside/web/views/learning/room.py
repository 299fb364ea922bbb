"""For whoever takes part: joining with a code, the room on their phone, and what they say there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.common.writing import tell_where
from alongside.learning.actions.agreeing import support
from alongside.learning.actions.attending import check_in, check_out
from alongside.learning.actions.taking_part import leave
from alongside.learning.editions import course_of
from alongside.learning.forms.answering import ProposeForm, answer_form
from alongside.learning.forms.taking_part import WRONG, CodeForm, JoinForm, OneselfForm
from alongside.learning.queries.answers import own_entries, sheets_for
from alongside.learning.queries.cohorts import cohort_by_code, participant_with
from alongside.learning.queries.draws import group_of
from alongside.learning.queries.room import (
    agenda,
    agreements_of,
    day_of,
    is_here,
    live_agreement,
    room_now,
    room_of,
    round_in,
    supported_by,
)
from alongside.web.guessing import count_wrong, may_try
from alongside.web.presenters.learning.exploring import has_strategies
from alongside.web.presenters.learning.movement import movements
from alongside.web.presenters.learning.room import for_group, sheets, shown, sitting
from alongside.web.presenters.learning.saying import said_next
from alongside.web.presenters.learning.tongue import language
from alongside.web.seats import (
    LONGEST,
    get_seat,
    get_taken_seat,
    hand_over,
    seat_in,
    take_away,
    unkept,
)
from alongside.web.views.learning.cohorts import calendar_answer


@login_not_required
@require_http_methods(["GET", "POST"])
def room_code(request):
    if request.method == "POST" and not may_try(request):
        return _slowed(request, request.POST)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        return redirect("room-join", form.cleaned_data["code"].code)
    if form.has_error("code", WRONG):
        count_wrong(request)
    return render(request, "learning/room_code.html", {"form": form})


def _slowed(request, told):
    """Many codes that came from here were wrong. What was typed is still there."""
    form = CodeForm(told, is_slowed=True)
    response = render(request, "learning/room_code.html", {"form": form}, status=429)
    response.headers["Retry-After"] = "60"
    return response


@login_not_required
@unkept
@require_http_methods(["GET", "POST"])
def room_join(request, code):
    """With the code from a trainer or the wall, and a name to use."""
    cohort = cohort_by_code(code)
    if cohort is not None and seat_in(request, cohort.pk):
        return redirect("room", cohort.pk)
    if not may_try(request):
        return _slowed(request, {"code": code})
    if cohort is None:
        count_wrong(request)
        return render(request, "learning/room_over.html", status=404)
    by = request.user if request.user.is_authenticated else None
    if by is not None and by.organization_id != cohort.program.organization_id:
        by = None
    told = {"called": by.get_short_name()} if by else {}
    form = JoinForm(request.POST or None, cohort=cohort, by=by, initial=told)
    if request.method == "POST" and (joined := form.saved()):
        _participant, secret = joined
        return hand_over(redirect("room", cohort.pk), cohort.pk, secret)
    return render(request, "learning/room_join.html", {"form": form, "cohort": cohort})


@login_not_required
@unkept
@require_http_methods(["GET", "POST"])
def room_link(request, secret):
    """A participant's own link, on another device. A button, so that a preview opens nothing."""
    participant = participant_with(secret) if len(secret) <= LONGEST else None
    if participant is None:
        return render(request, "learning/room_over.html", status=404)
    cohort = participant.cohort
    if request.method == "POST":
        return hand_over(redirect("room", cohort.pk), cohort.pk, secret)
    return render(request, "learning/room_link.html", {"cohort": cohort})


@login_not_required
@unkept
@require_safe
def room(request, cohort_id):
    return _room(request, get_seat(request, cohort_id))


def _room(request, seat, sent=None):
    """The page as it is now. What was typed is still there, also when the room has gone on."""
    now = room_now(room_of(seat.cohort))
    is_of_now = sent is not None and now.round is not None and sent.round.pk == now.round.pk
    round = now.round or now.closed
    group = group_of(round, seat.participant) if round else []
    form = sent if is_of_now else _form(now.round, seat, group)
    mine = own_entries(round, seat.participant) if round else {}
    context = {
        **shown(now, seat, explored_with=request.GET),
        **_agreeing(request, seat, now),
        "participant": seat.participant,
        "is_here": is_here(seat.participant),
        "day": day_of(agenda(seat.cohort, now.at), now.room, now.at),
        "form": form,
        "gone": None if is_of_now else sent,
        **sitting(group, seat.participant),
        "mine": mine,
        "saying": said_next(round, mine, form, language()) if _is_saying(round) else [],
        "can_explore": has_strategies(course_of(seat.cohort)),
        "sheets": sheets(sheets_for(round, seat.participant, group)) if round else [],
    }
    if seat.participant.place != "seat":
        context["activity"] = None
    if context["activity"]:
        context["activity"].drawn_on = for_group(context["activity"].drawn_on, group)
    return render(request, "learning/room.html", context)


def _form(round, seat, group, data=None):
    if round is None or seat.participant.place != "seat":
        return None
    who = {"participant": seat.participant, "secret": seat.secret, "group": group}
    form = answer_form(round, data, language=language(), **who)
    if form is not None:
        tell_where(form, reverse("room-words", args=[seat.cohort.pk]))
    return form


def _is_saying(round) -> bool:
    return round is not None and round.kind == "what-next"


def _agreeing(request, seat, now) -> dict:
    """What the agreements need while they are made."""
    if now.round is None or now.round.kind != "agreements":
        return {}
    return {
        "proposing": ProposeForm(cohort=seat.cohort),
        "all_agreements": agreements_of(seat.cohort),
        "supported": supported_by(seat.participant),
    }


@login_not_required
@unkept
@require_POST
def room_answer(request, cohort_id, round_id):
    seat = get_seat(request, cohort_id)
    round = round_in(seat.cohort, round_id)
    if round is None:
        raise Http404
    form = _form(round, seat, group_of(round, seat.participant), request.POST)
    if form is None or not form.saved():
        return _room(request, seat, form)
    messages.success(request, _("Saved."))
    return redirect("room", cohort_id)


@login_not_required
@unkept
@require_http_methods(["GET", "POST"])
def room_agreements(request, cohort_id):
    """What the group agreed on, on all days; anyone may propose more, and other words."""
    seat = get_taken_seat(request, cohort_id)
    form = ProposeForm(
        request.POST or None,
        cohort=seat.cohort,
        participant=seat.participant,
        by=seat.participant.account,
    )
    if request.method == "POST" and form.saved():
        return _back(request, "room-agreements", cohort_id)
    context = {
        "cohort": seat.cohort,
        "form": form,
        "all_agreements": agreements_of(seat.cohort),
        "supported": supported_by(seat.participant),
    }
    return render(request, "learning/room_agreements.html", context)


def _back(request, page, cohort_id):
    """To the room, if the form stood there."""
    return redirect("room" if "room" in request.POST else page, cohort_id)


@login_not_required
@unkept
@require_POST
def room_support(request, cohort_id, agreement_id):
    seat = get_taken_seat(request, cohort_id)
    agreement = live_agreement(seat.cohort, agreement_id)
    if agreement is None:
        raise Http404
    wants = request.POST.get("wants") == "yes"
    support(agreement=agreement, participant=seat.participant, wants=wants)
    return _back(request, "room-agreements", cohort_id)


@login_not_required
@unkept
@require_POST
def room_here(request, cohort_id):
    """Here, or gone for a while. No reason is asked."""
    seat = get_seat(request, cohort_id)
    if seat.participant.place == "seat":
        act = check_out if request.POST.get("act") == "go" else check_in
        act(participant=seat.participant, by=seat.participant.account)
    return redirect("room", cohort_id)


@login_not_required
@unkept
@require_http_methods(["GET", "POST"])
def room_oneself(request, cohort_id):
    """My seat: what to call me, what would help, my link for another device."""
    seat = get_seat(request, cohort_id)
    form = OneselfForm(request.POST or None, instance=seat.participant, by=seat.participant.account)
    if request.method == "POST" and form.saved():
        messages.success(request, _("Saved."))
        return redirect("room", cohort_id)
    link = request.build_absolute_uri(reverse("room-link", args=[seat.secret]))
    context = {"form": form, "cohort": seat.cohort, "link": link}
    return render(request, "learning/room_oneself.html", context)


@login_not_required
@unkept
@require_POST
def room_leave(request, cohort_id):
    seat = get_seat(request, cohort_id)
    leave(participant=seat.participant, by=seat.participant.account)
    return take_away(redirect("room-code"), cohort_id)


@login_not_required
@unkept
@require_safe
def room_movement(request, cohort_id):
    """How the group moved; and how I did, which nobody else can see."""
    seat = get_taken_seat(request, cohort_id)
    context = {"cohort": seat.cohort, "movements": movements(seat.cohort, seat)}
    return render(request, "learning/room_movement.html", context)


@login_not_required
@unkept
@require_safe
def room_calendar(request, cohort_id):
    return calendar_answer(get_seat(request, cohort_id).cohort)
