"""Several acts at the same instant, each in a thread of its own, on one database."""

from threading import Barrier, Thread

from django.db import DatabaseError, connection

from alongside.common.errors import NotAllowed


def at_once(*acts) -> list:
    """What each of these acts gave, begun at the same instant, in order."""
    got, together = [None] * len(acts), Barrier(len(acts))

    def one(place, act):
        together.wait()
        try:
            got[place] = act()
        except (NotAllowed, DatabaseError) as fault:
            got[place] = fault
        finally:
            connection.close()

    threads = [Thread(target=one, args=each) for each in enumerate(acts)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return got
