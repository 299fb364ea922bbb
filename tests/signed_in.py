"""Browsers of people who signed in some time ago.

Their session is stored as signing in would store it, without the act, its line in the trail
and the ten questions to the database that it takes: of those, `tests/web/test_sign_in.py`.
"""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

from alongside.common.clock import now
from alongside.team.sessions import SessionStore

[BACKEND] = settings.AUTHENTICATION_BACKENDS


def session_of(account) -> str:
    """The key of a new session of theirs."""
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session["began_at"] = now().timestamp()
    session.save()
    return session.session_key


def browser_of(account) -> Client:
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = session_of(account)
    return browser
