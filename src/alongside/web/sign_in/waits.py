"""Waits after wrong passwords and codes: they grow, they end, and they never lock out.

Failures are counted for an account and a place. A place is the address on the network,
or the browser's own mark where this account has signed in before: whoever guesses from
elsewhere has a counter of their own and cannot slow the person down.
"""

import math

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from alongside.common.clock import now
from alongside.team.queries import account_with
from alongside.web.sign_in.browser import mark_for

FREE = 3  # failures that cost nothing
LONGEST = 30  # seconds
REMEMBERED = 60 * 60  # seconds without a failure, after which all is forgotten


def seconds_after(failures: int) -> int:
    """How long to wait after so many failures: 0, 0, 0, 2, 4, 8, 16, 30, 30 …"""
    return min(LONGEST, 2 ** (failures - FREE)) if failures > FREE else 0


def check(request, email: str, kind: str = "password") -> None:
    """Raises ValidationError, with the seconds that are left, while a wait lasts."""
    _, until = cache.get(_key(request, email, kind), (0, 0))
    left = math.ceil(until - now().timestamp())
    if left > 0:
        raise ValidationError(
            ngettext(
                "That was not right a few times. Please wait %(left)s second, then try again.",
                "That was not right a few times. Please wait %(left)s seconds, then try again.",
                left,
            )
            % {"left": left},
            code="wait",
        )


def count(request, email: str, kind: str = "password") -> None:
    key = _key(request, email, kind)
    failures = cache.get(key, (0, 0))[0] + 1
    cache.set(key, (failures, now().timestamp() + seconds_after(failures)), REMEMBERED)


def clear(request, email: str, kind: str = "password") -> None:
    cache.delete(_key(request, email, kind))


def _key(request, email: str, kind: str) -> str:
    email = email.strip().lower()
    account = account_with(email)
    place = (account and mark_for(request, account.pk)) or get_adapter().get_client_ip(request)
    words = f"{kind}|{email}|{place}"
    return "wait-" + salted_hmac("alongside.waits", words, algorithm="sha256").hexdigest()
