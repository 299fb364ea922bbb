"""Which worker runs what: the longest first, and together what shares something costly.

A file goes to one worker whole, so that what its tests share is made once. Left to itself
xdist hands out the files with the most tests first: the few browser tests that take the
longest would all come last, with one worker waiting for the other.
"""

from xdist.scheduler import LoadFileScheduling

#: Folders and files that take long, the longest first. The rest may come in any order.
LONGEST = (
    "tests/jobs/",
    "tests/browser/test_every_page",
    "tests/web/guard/",
    "tests/browser/test_rivertown.py",
    "tests/web/test_wall.py",
    "tests/web/test_trail_walk.py",
    "tests/test_canaries.py",
    "tests/test_wheel.py",
    "tests/browser/",
    "tests/exchange/",
)
#: Folders whose files share what is made once: they stay with one worker.
TOGETHER = ("tests/jobs/",)


def in_order(items: list) -> list:
    return sorted(items, key=lambda item: _place(item.nodeid))


def _place(nodeid: str) -> int:
    places = (place for place, begin in enumerate(LONGEST) if nodeid.startswith(begin))
    return next(places, len(LONGEST))


class Schedule(LoadFileScheduling):
    def __init__(self, config, log=None):
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        folder = next((part for part in TOGETHER if nodeid.startswith(part)), None)
        return folder or super()._split_scope(nodeid)
