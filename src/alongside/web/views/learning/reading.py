"""What whoever takes part can read on their own: handouts, and the strategies."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.learning.editions import course_of
from alongside.web.presenters.learning.exploring import explored, has_strategies
from alongside.web.presenters.learning.reading import handout, handouts
from alongside.web.seats import get_seat, unkept


@login_not_required
@unkept
@require_safe
def room_handouts(request, cohort_id):
    seat = get_seat(request, cohort_id)
    context = {"cohort": seat.cohort, "handouts": handouts(seat.cohort)}
    return render(request, "learning/room_handouts.html", context)


@login_not_required
@unkept
@require_safe
def room_handout(request, cohort_id, slot_id):
    seat = get_seat(request, cohort_id)
    told = handout(seat.cohort, slot_id)
    if told is None:
        raise Http404
    return render(request, "learning/room_handout.html", {"cohort": seat.cohort, **told})


@login_not_required
@unkept
@require_safe
def room_strategies(request, cohort_id):
    """By drug, way of taking it and moment, in the edition of this cohort."""
    seat = get_seat(request, cohort_id)
    course = course_of(seat.cohort)
    if not has_strategies(course):
        raise Http404
    context = {"cohort": seat.cohort, "explorer": explored(course, request.GET)}
    return render(request, "learning/room_strategies.html", context)
