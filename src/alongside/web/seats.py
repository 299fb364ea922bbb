"""Who sits in a cohort's room: whoever brings the secret of their link, in a cookie of its own.

Their page needs no account. The cookie holds the secret and no more; the server knows its
fingerprint, and what they placed is locked with it (`learning/own.py`).
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.http import Http404

from alongside.learning.models import Participant, Place
from alongside.learning.queries.cohorts import participant_with

#: Long enough for the last look back, ninety days after a course that took some weeks.
LASTS = timedelta(days=180)
#: Secrets are this long; anything else is not looked up.
LONGEST = 64


@dataclass(frozen=True)
class Seat:
    participant: Participant
    secret: str

    @property
    def cohort(self):
        return self.participant.cohort


def cookie_name(cohort_id) -> str:
    host = "__Host-" if settings.IS_HTTPS else ""
    return f"{host}seat-{cohort_id.hex}"


def seat_in(request, cohort_id) -> Seat | None:
    """The seat that this browser holds in this cohort."""
    secret = request.COOKIES.get(cookie_name(cohort_id), "")
    participant = participant_with(secret) if len(secret) <= LONGEST else None
    if participant is None or participant.cohort_id != cohort_id:
        return None
    return Seat(participant, secret)


def get_seat(request, cohort_id) -> Seat:
    """The same; to everybody else the room does not exist."""
    seat = seat_in(request, cohort_id)
    if seat is None:
        raise Http404
    return seat


def get_taken_seat(request, cohort_id) -> Seat:
    """For what only those see who are in the room: whoever waits is not there yet."""
    seat = get_seat(request, cohort_id)
    if seat.participant.place != Place.SEAT:
        raise Http404
    return seat


def hand_over(response, cohort_id, secret: str):
    """Give a browser its seat. No script reads it, and no other site sends it along."""
    response.set_cookie(
        cookie_name(cohort_id),
        secret,
        max_age=LASTS,
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Lax",
    )
    response.headers["Cache-Control"] = "no-store, private"
    return response


def take_away(response, cohort_id):
    response.delete_cookie(cookie_name(cohort_id), samesite="Lax")
    return response


def unkept(view):
    """No page of a seat stays in a browser's memory."""

    def kept_nowhere(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    kept_nowhere.__name__, kept_nowhere.__module__ = view.__name__, view.__module__
    return kept_nowhere
