"""What a browser remembers of who signed in on it: two signed cookies, no names in them.

*been-here* holds, for each of the last accounts, a random mark, so that somebody who
guesses from elsewhere cannot slow down the person themself. *last-here* names the account
of the last session until it is signed out; it decides for whom a form is kept.
"""

import secrets
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing

BEEN_HERE = "been-here"
LAST_HERE = "last-here"
A_HALF_YEAR = timedelta(days=180)
A_LONG_DAY = timedelta(hours=13)
MOST_ACCOUNTS = 5


def mark_for(request, account_id) -> str:
    """The mark this browser bears for an account; none if it never signed in here."""
    return _read(request, BEEN_HERE, A_HALF_YEAR, {}).get(str(account_id), "")


def last_account_id(request) -> UUID | None:
    """Whose session it was that ended without signing out."""
    account_id = _read(request, LAST_HERE, A_LONG_DAY, None)
    return UUID(account_id) if account_id else None


def remember(request, response, account) -> None:
    marks = _read(request, BEEN_HERE, A_HALF_YEAR, {})
    mark = marks.pop(str(account.pk), "") or secrets.token_hex(8)
    kept = list(marks.items())[-(MOST_ACCOUNTS - 1) :]
    put(response, BEEN_HERE, {**dict(kept), str(account.pk): mark}, A_HALF_YEAR)
    put(response, LAST_HERE, str(account.pk), A_LONG_DAY)


def forget_last(response) -> None:
    response.delete_cookie(_name(LAST_HERE), samesite="Lax")


def put(response, name: str, value, age: timedelta) -> None:
    """A signed cookie that no script can read."""
    response.set_cookie(
        _name(name),
        signing.dumps(value, salt=f"alongside.{name}", compress=True),
        max_age=age,
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Lax",
    )


def _read(request, name: str, age: timedelta, default):
    try:
        cookie = request.COOKIES[_name(name)]
        return signing.loads(cookie, salt=f"alongside.{name}", max_age=age)
    except (KeyError, signing.BadSignature):
        return default


def read(request, name: str, age: timedelta) -> str:
    return _read(request, name, age, "")


def drop(response, name: str) -> None:
    response.delete_cookie(_name(name), samesite="Lax")


def _name(name: str) -> str:
    """`__Host-` binds a cookie to this host and to HTTPS; a browser refuses it without."""
    return f"__Host-{name}" if settings.IS_HTTPS else name
