"""Forty people in one room on one server: how fast what changes reaches all the others.

    python -m bench.room                    forty for ten minutes, then a naive page beside it
    python -m bench.room --minutes 1        shorter
    python -m bench.room --ways poll reload stream

`poll` is what the pages do: each phone asks once a second for two numbers, and for the page
when they changed. `reload` loads the whole page once a second. `stream` holds a connection
open for each phone on an async server, and sends the numbers when they change.
"""

import argparse
import http.client
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.load import Browser, token_in
from bench.pages import environment_for
from bench.server import Server, serve

EVERY = 1.0  # seconds between two questions of one phone
CHANGES = 5.0  # seconds between two things that whoever leads changes


def prepare(people: int) -> dict:
    """A house with a cohort of so many, in the database of this process."""
    import django  # noqa: PLC0415

    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.config.settings"
    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from tests.conftest import build_house  # noqa: PLC0415
    from tests.learning.conftest import begin  # noqa: PLC0415

    from alongside.learning.actions.taking_part import join  # noqa: PLC0415
    from alongside.learning.models import Room, Slot  # noqa: PLC0415
    from alongside.web.seats import cookie_name  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    house = build_house()
    cohort = begin(house, seats=60)
    joined = [join(cohort=cohort, called=f"Person {n}") for n in range(people)]
    client = Client()
    client.force_login(house.tam)
    name = settings.SESSION_COOKIE_NAME
    return {
        "cohort": str(cohort.pk),
        "pulse": str(Room.objects.get(cohort=cohort).pulse_id),
        "seats": [{cookie_name(cohort.pk): secret} for _row, secret in joined],
        "session": {name: client.cookies[name].value},
        "slots": [
            str(pk) for pk in Slot.objects.filter(cohort=cohort).values_list("pk", flat=True)
        ],
    }


@dataclass
class Seen:
    """When each change was made, and when each phone had it. requests: of all phones."""

    made: dict[int, float] = field(default_factory=dict)
    late: list[float] = field(default_factory=list)
    requests: int = 0
    faults: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def has(self, version: int, at: float) -> None:
        with self.lock:
            if version in self.made:
                self.late.append(at - self.made[version])

    def count(self, n: int = 1) -> None:
        with self.lock:
            self.requests += n


class Phone(threading.Thread):
    """One who takes part. Their browser does what `room.js` does, or one of the other ways."""

    def __init__(self, way: str, *, server: Server, made: dict, number: int, seen: Seen, over):
        super().__init__(daemon=True)
        self.way, self.seen, self.over = way, seen, over
        self.browser = Browser(server.port, made["seats"][number])
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=90)
        self.room = f"/room/{made['cohort']}/"
        self.pulse = f"/room/pulse/{made['pulse']}/"
        self.known, self.draw = "", random.Random(number)

    def run(self) -> None:
        time.sleep(self.draw.uniform(0, EVERY))
        act = {"poll": self.poll, "reload": self.reload, "stream": self.stream}[self.way]
        while not self.over.is_set():
            begun = time.perf_counter()
            try:
                act()
            except (OSError, RuntimeError, http.client.HTTPException):
                self.seen.faults += not self.over.is_set()
                self.connection.close()
            if self.way != "stream":
                self.over.wait(max(0, EVERY - (time.perf_counter() - begun)))

    def hang_up(self) -> None:
        """Ends a stream that waits for the next line. To be called from outside."""
        if self.connection.sock is not None:
            with suppress(OSError):
                self.connection.sock.shutdown(socket.SHUT_RDWR)

    def poll(self) -> None:
        headers = {"Host": "localhost", "If-None-Match": f'"{self.known}"'}
        self.connection.request("GET", self.pulse, headers=headers)
        answer = self.connection.getresponse()
        told = answer.read().decode()
        self.seen.count()
        if answer.status == 200 and told.partition(".")[0] != self.known.partition(".")[0]:
            self.over.wait(self.draw.uniform(0, 0.25))
            self.fetch(told)

    def fetch(self, told: str) -> None:
        self.browser.get(self.room)
        self.seen.count()
        is_first, self.known = not self.known, told
        if not is_first:
            self.seen.has(int(told.partition(".")[0]), time.perf_counter())

    def reload(self) -> None:
        page = self.browser.get(self.room).decode()
        self.seen.count()
        told = page.partition('data-seen="')[2].partition('"')[0]
        if told.partition(".")[0] != self.known.partition(".")[0]:
            is_first, self.known = not self.known, told
            if not is_first:
                self.seen.has(int(told.partition(".")[0]), time.perf_counter())

    def stream(self) -> None:
        self.connection.request("GET", f"/stream/{self.pulse.split('/')[3]}/")
        answer = self.connection.getresponse()
        while not self.over.is_set() and (line := answer.readline()):
            if told := line.decode().strip():
                self.seen.count()
                self.over.wait(self.draw.uniform(0, 0.25))
                self.fetch(told)


def lead(server: Server, made: dict, seen: Seen, over) -> None:
    """Whoever leads changes something every few seconds: the timer, which all see."""
    browser, path = Browser(server.port, made["session"]), f"/cohorts/{made['cohort']}/lead/"
    token = token_in(browser.get(path))
    told = {"csrfmiddlewaretoken": token}
    browser.post(f"{path}act/", {**told, "act": "begin", "slot": made["slots"][0]})
    version = 2
    over.wait(3)
    while not over.is_set():
        version += 1
        seen.made[version] = time.perf_counter()
        browser.post(f"{path}act/", {**told, "act": "timer", "minutes": 1 + version % 50})
        over.wait(CHANGES)


@contextmanager
def served(way: str, environment: dict):
    """One process, as `alongside run` has; for streams the same pages behind an async server."""
    if way != "stream":
        with serve(environment) as server:
            yield server
        return
    with serve(environment, interface="asgi", application="bench.room_async:application") as one:
        yield one


def processor_seconds(pid: int) -> float:
    """What the server and its children have worked so far."""
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    ticks = 0
    for one in (str(pid), *found.stdout.split()):
        parts = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        ticks += int(parts[11]) + int(parts[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def measure(way: str, *, people: int, minutes: float, environment: dict, made: dict) -> str:
    seen, over = Seen(), threading.Event()
    with served(way, environment) as server:
        phones = [
            Phone(way, server=server, made=made, number=n, seen=seen, over=over)
            for n in range(people)
        ]
        for phone in phones:
            phone.start()
        leader = threading.Thread(target=lead, args=(server, made, seen, over))
        before, begun = processor_seconds(server.pid), time.perf_counter()
        leader.start()
        time.sleep(minutes * 60)
        worked, took = processor_seconds(server.pid) - before, time.perf_counter() - begun
        over.set()
        leader.join()
        memory = server.peak_memory_mb()
        for phone in phones:
            phone.hang_up()
            phone.join(timeout=20)
    late = sorted(seen.late) or [0.0]
    most = len(seen.made) * people
    p95 = late[min(len(late) - 1, int(len(late) * 0.95))]
    return (
        f"{way:<7} {people} people, {minutes:g} min: an update reaches the others "
        f"p50 {statistics.median(late):.2f} s, p95 {p95:.2f} s, slowest {late[-1]:.2f} s; "
        f"{len(late)} of at most {most} arrivals; {seen.requests / took:.0f} requests/s; "
        f"{worked / took * 100:.0f} % of one processor; {memory:.0f} MB; {seen.faults} faults"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--ways", nargs="*", default=["poll", "reload"])
    parser.add_argument("--prepare", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.prepare:
        print(json.dumps(prepare(asked.people)))
        return
    for way in asked.ways:
        environment = environment_for()
        made = prepared(asked.people, environment)
        told = {"people": asked.people, "minutes": asked.minutes}
        print(measure(way, environment=environment, made=made, **told), flush=True)


def prepared(people: int, environment: dict) -> dict:
    """What `prepare` made, in a process of its own with its own database."""
    command = [sys.executable, "-m", "bench.room", "--prepare", "--people", str(people)]
    done = subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.strip().splitlines()[-1])


if __name__ == "__main__":
    main()
