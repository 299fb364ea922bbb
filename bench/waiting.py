"""How long others wait who write while something long goes on.

`with others_writing(program, by) as waited:` saves a contact about every fifth of a second
from a thread of this process and from another process, each with its line in the trail.
Afterwards `waited` holds the seconds of the longest save of each, and how many gave up.
"""

# ruff: noqa: E402 - Django is set up before its rooms are imported

import contextlib
import json
import subprocess
import sys
import threading
import time

import django

django.setup()

from django.db import OperationalError, connection

from alongside.contacts.actions import Draft, record_contact
from alongside.team.models import Account, Program

BREATH = 0.2


def save_until(is_over, program, by) -> dict:
    """Save contacts until it is over. Returns the longest save, how many, and who gave up."""
    longest, saved, gave_up = 0.0, 0, 0
    while not is_over.wait(BREATH):
        began = time.perf_counter()
        try:
            record_contact(program=program, draft=Draft(others=3), by=by)
            saved += 1
        except OperationalError:
            gave_up += 1
        longest = max(longest, time.perf_counter() - began)
    connection.close()
    return {"longest": longest, "saved": saved, "gave up": gave_up}


@contextlib.contextmanager
def others_writing(program, by):
    waited, is_over = {}, threading.Event()

    def beside():
        waited["a thread beside it"] = save_until(is_over, program, by)

    command = [sys.executable, "-m", "bench.waiting", str(program.pk), str(by.pk)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    process.stdout.readline()  # it is ready
    thread = threading.Thread(target=beside)
    thread.start()
    try:
        yield waited
    finally:
        is_over.set()
        thread.join()
        told, _ = process.communicate("end\n")
        waited["another process"] = json.loads(told)


def main(program_id, account_id):
    program = Program.objects.select_related("organization").get(pk=program_id)
    by, is_over = Account.objects.get(pk=account_id), threading.Event()
    threading.Thread(target=lambda: (sys.stdin.readline(), is_over.set()), daemon=True).start()
    record_contact(program=program, draft=Draft(others=3), by=by)
    print("ready", flush=True)
    print(json.dumps(save_until(is_over, program, by)))


if __name__ == "__main__":
    main(*sys.argv[1:])
