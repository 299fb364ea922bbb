"""Sessions as Django stores them, found with SQL compiled once: every page asks for its own."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session

from alongside.common.clock import now
from alongside.common.compiled import One, compiled_once


class SessionStore(db.SessionStore):
    def load(self):
        stored = _live(One(self.session_key), One(now()))
        if not stored:
            self._session_key = None
            return {}
        [(data,)] = stored
        return self.decode(data)


@compiled_once
def _live(key: One, at: One):
    return Session.objects.filter(session_key=key, expire_date__gt=at).values_list("session_data")
