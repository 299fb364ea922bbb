"""What a cohort learned about itself; and where somebody who takes part stands with the course."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.learning.queries.attendance import standing_of
from alongside.learning.queries.given import certificate_of
from alongside.learning.queries.making_up import made_up_by, to_make_up
from alongside.web.presenters.learning.learned import learned as told
from alongside.web.presenters.learning.learned import rules
from alongside.web.presenters.learning.tongue import language
from alongside.web.seats import get_taken_seat, unkept
from alongside.web.views.learning.cohorts import get_cohort


@require_safe
def learned(request, cohort_id):
    row = get_cohort(request, cohort_id)
    return render(request, "learning/learned.html", told(row, is_whole=True))


@login_not_required
@unkept
@require_safe
def room_learned(request, cohort_id):
    """For those who took part: the same pictures, without words, attendance and hours."""
    seat = get_taken_seat(request, cohort_id)
    return render(request, "learning/room_learned.html", told(seat.cohort, is_whole=False))


@login_not_required
@unkept
@require_safe
def room_standing(request, cohort_id):
    """Mine alone: where I was, what I missed, how it can be made up, what else is asked."""
    seat = get_taken_seat(request, cohort_id)
    standing = standing_of(seat.participant)
    context = {
        "cohort": seat.cohort,
        "standing": standing,
        "rules": rules(seat.cohort),
        "missed": to_make_up(standing, language()),
        "made_up": made_up_by(seat.participant, language()),
        "certificate": certificate_of(seat.participant),
    }
    return render(request, "learning/room_standing.html", context)
