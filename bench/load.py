"""Requests over kept-alive connections, and what they took."""

import http.client
import random
import re
import statistics
import threading
import time
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
HIDDEN_ID = re.compile(rb'name="id" value="([^"]+)"')


@dataclass(frozen=True)
class Timing:
    """What a series of requests took.

    seconds: one figure a request, sorted. rate: requests a second over the whole series.
    """

    seconds: list[float]
    rate: float

    def ms(self, share: float) -> float:
        """The time in milliseconds within which this share of requests was answered."""
        at = min(len(self.seconds) - 1, int(len(self.seconds) * share))
        return self.seconds[at] * 1000

    @property
    def median_ms(self) -> float:
        return statistics.median(self.seconds) * 1000


class Browser:
    """One signed-in connection. Raises RuntimeError on any answer but those expected."""

    def __init__(self, port: int, cookies: dict[str, str]):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = dict(cookies)

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes, str]:
        headers = {
            "Host": "localhost",
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
        }
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer.status, text, answer.getheader("Location") or ""

    def get(self, path: str) -> bytes:
        try:
            status, text, location = self.ask("GET", path)
        except http.client.RemoteDisconnected:  # it was idle for long: as any browser, once more
            self.connection.close()
            status, text, location = self.ask("GET", path)
        if status != 200:
            raise RuntimeError(f"GET {path} answered {status} {location}")
        return text

    def read(self, path: str, fields) -> bytes:
        """Send a form that is answered by a page, such as a search."""
        status, text, _ = self.ask("POST", path, _encoded(fields))
        if status != 200:
            raise RuntimeError(f"POST {path} answered {status}")
        return text

    def post(self, path: str, fields) -> str:
        """Send a form that must be taken (303/302), and give the address it leads to."""
        status, text, location = self.ask("POST", path, _encoded(fields))
        if status not in (302, 303):
            raise RuntimeError(f"POST {path} answered {status}: {_errors(text)}")
        return location


def _encoded(fields) -> bytes:
    return urllib.parse.urlencode(fields, doseq=True).encode()


def _errors(text: bytes) -> str:
    found = re.findall(rb'(?:error-message|class="errorlist)[^>]*>(.*?)</', text, re.S)
    return b" | ".join(found).decode()[:400] or text[:300].decode(errors="replace")


def token_in(text: bytes) -> str:
    return TOKEN.search(text).group(1).decode()


def hidden_id_in(text: bytes) -> str:
    return HIDDEN_ID.search(text).group(1).decode()


def measure(act: Callable[[], None], *, times: int, warm: int = 5) -> Timing:
    """One connection, one request after the other."""
    for _ in range(warm):
        act()
    begun = time.perf_counter()
    seconds = [_timed(act) for _ in range(times)]
    return Timing(sorted(seconds), times / (time.perf_counter() - begun))


def measure_together(
    acts: list[Callable[[], None]], *, times: int, breath: tuple[float, float] = (0, 0)
) -> Timing:
    """Several connections at once, each `times` requests after a shared start.

    breath: from and to how many seconds each waits before a request, at random.
    """
    for act in acts:
        act()
    gathered: list[list[float]] = [[] for _ in acts]
    start = threading.Barrier(len(acts) + 1)

    def run(place: int, act):
        draw = random.Random(place)
        start.wait()
        for _ in range(times):
            time.sleep(draw.uniform(*breath))
            gathered[place].append(_timed(act))

    threads = [threading.Thread(target=run, args=(n, act)) for n, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    start.wait()
    begun = time.perf_counter()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - begun
    seconds = sorted(second for part in gathered for second in part)
    return Timing(seconds, len(seconds) / took)


def measure_in_turn(ways: dict[str, Callable[[], Timing]], *, rounds: int = 4) -> dict[str, Timing]:
    """Each way once a round, so that a busy moment of the machine meets all of them."""
    taken: dict[str, list[Timing]] = {what: [] for what in ways}
    for _ in range(rounds):
        for what, take in ways.items():
            taken[what].append(take())
    return {what: _joined(timings) for what, timings in taken.items()}


def _joined(timings: list[Timing]) -> Timing:
    seconds = sorted(second for timing in timings for second in timing.seconds)
    return Timing(seconds, len(seconds) / sum(len(t.seconds) / t.rate for t in timings))


def _timed(act) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun
