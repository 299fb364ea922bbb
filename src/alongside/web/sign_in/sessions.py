"""Sessions that are stored at most once a minute.

Each page would else write its session's row only to say that it is still in use. A
session so ends between fifteen minutes after the last click and one minute earlier.
"""

from django.contrib.sessions.middleware import SessionMiddleware

from alongside.common.clock import now

SEEN = "seen"
A_MINUTE = 60


class SavedNowAndThen(SessionMiddleware):
    """Marks a session that is in use as changed, if that was last stored a minute ago."""

    def process_response(self, request, response):
        session = getattr(request, "session", None)
        looks = getattr(request, "only_looks", False)  # a page that must not write
        if session is not None and session.accessed and not session.is_empty() and not looks:
            _see(session)
        return super().process_response(request, response)


def _see(session) -> None:
    at = int(now().timestamp())
    if session.modified or at - session.get(SEEN, 0) >= A_MINUTE:
        session[SEEN] = at
