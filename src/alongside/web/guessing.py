"""Codes of courses that were guessed: counted for a minute, at an address and over all.

Right codes count nothing, so a whole cohort joins from one network at once. After many wrong
ones everybody at that address waits until the minute is over; whether a code is right is not
told meanwhile. Where very many are guessed from everywhere, each address has fewer. No
address can use up what another one has, so nobody can be kept out from elsewhere.
"""

from allauth.core.internal.ratelimit import consume
from django.conf import settings

#: The name of the count over all addresses.
ALL = "all"


def may_try(request) -> bool:
    """Whether a code that comes from here is looked at now."""
    is_pressed = not _count(request, "anywhere", key=ALL, is_look=True)
    return _count(request, "pressed" if is_pressed else "wrong", is_look=True)


def count_wrong(request) -> None:
    """There is no course with the code that came from here."""
    _count(request, "wrong")
    _count(request, "pressed")
    _count(request, "anywhere", key=ALL)


def _count(request, what: str, *, key: str | None = None, is_look: bool = False) -> bool:
    """is_look: only whether there is room for one more."""
    told = consume(
        request,
        app="alongside",
        action=what,
        config=settings.JOIN_RATE_LIMITS,
        key=key,
        dry_run=is_look,
        limit_get=True,
    )
    return told is not None
