"""Kill the served program while people write, again and again: is what it acknowledged there?

`python -m bench.kill` runs 20 rounds on a data folder of its own. Any page with a form
will do: --page is its address, --field the field to fill, --stored where the words end up.
A word counts as acknowledged once the answer (a redirect) has been read; after each kill
(SIGKILL to the whole program) all of those must be there, and the trail whole.
"""

import argparse
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from html import unescape
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

SOURCE = Path(__file__).parents[1] / "src"
ENTRY = [sys.executable, "-c", "from alongside.jobs.commands import main; main()"]
STORED = """
import sys, django
django.setup()
from django.apps import apps
model, field = sys.argv[1].rsplit(".", 1)
print("\\n".join(getattr(row, field) for row in apps.get_model(model).objects.all()))
"""
GONE = (OSError, URLError, TimeoutError)


class Stay(HTTPRedirectHandler):
    """Redirects are an answer, not a way to go on."""

    def redirect_request(self, *_):
        return None


class Browser:
    """Cookies, pages and forms; nothing else."""

    def __init__(self, root: str):
        self.root, self.opener = root, build_opener(HTTPCookieProcessor(), Stay)

    def ask(self, path: str, data: dict | None = None) -> tuple[int, str]:
        body = urlencode(data).encode() if data is not None else None
        request = Request(self.root + path, body, {"Referer": self.root + path})
        try:
            with self.opener.open(request, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as answer:
            return answer.code, answer.read().decode()

    def sign_in(self) -> None:
        """As the first made-up person on the sign-in page."""
        _, page = self.ask("/account/login/")
        action = re.search(r'action="([^"]*demo[^"]*)"', page)[1]
        status, _ = self.ask(unescape(action), hidden(page))
        if status != 302:
            raise SystemExit(f"Could not sign in: {status}")

    def write(self, page: str, field: str, word: str) -> bool:
        """Fill one field of a page's form as it stands, and send it. Says: acknowledged."""
        _, html = self.ask(page)
        status, _ = self.ask(page, {**hidden(html), **ticked(html), field: word})
        return status == 302


def hidden(html: str) -> dict[str, str]:
    found = {}
    for tag in re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", html):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and value:
            found[name[1]] = unescape(value[1])
    return found


def ticked(html: str) -> dict[str, str]:
    """What a form sends unasked: boxes and choices that are set beforehand."""
    tags = re.findall(r"<input[^>]*\schecked[^>]*>", html)
    named = [
        (re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)) for tag in tags
    ]
    return {name[1]: unescape(value[1]) if value else "on" for name, value in named if name}


def main() -> None:
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="alongside-kill-") as folder:
        environment = {
            **os.environ,
            "ALONGSIDE_DEMO": "1",
            "ALONGSIDE_DATA": folder,
            "PYTHONPATH": str(SOURCE),
            "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
        }
        acknowledged: set[str] = set()
        starts = []
        for number in range(asked.rounds):
            began = time.monotonic()
            server, root = start(environment)
            starts.append(time.monotonic() - began)
            acknowledged |= write_until_killed(server, root, asked, number)
            judge(environment, acknowledged, asked, number)
    restarts = sorted(starts[1:])
    middle = f"{restarts[len(restarts) // 2]:.1f} s" if restarts else "-"
    print(f"{asked.rounds} kills, {len(acknowledged)} acknowledged, 0 lost, trail whole;")
    print(f"start with the made-up program {starts[0]:.1f} s, restart p50 {middle}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--page", default="/people/start/")
    parser.add_argument("--field", default="called")
    parser.add_argument("--stored", default="people.Recoveree.called")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def start(environment: dict) -> tuple[subprocess.Popen, str]:
    """The program, answering."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [*ENTRY, "run", "--port", str(port)],
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    root = f"http://127.0.0.1:{port}"
    for _ in range(1200):
        try:
            if Browser(root).ask("/account/login/")[0] == 200:
                return server, root
        except GONE:
            time.sleep(0.1)
        if server.poll() is not None:
            break
    os.killpg(server.pid, signal.SIGKILL)
    raise SystemExit("The program did not start.")


def write_until_killed(server, root: str, asked, number: int) -> set[str]:
    """Several write at once; in the midst of it everything is killed. What was acknowledged."""
    acknowledged, begun = set(), threading.Barrier(asked.writers + 1)

    def writer(name: int) -> None:
        browser = Browser(root)
        browser.sign_in()
        begun.wait(60)
        for count in range(100_000):
            word = f"Kill {number}-{name}-{count}"
            try:
                if browser.write(asked.page, asked.field, word):
                    acknowledged.add(word)
            except GONE:
                return
            except Exception:  # noqa: BLE001 - half an answer, from a program that was killed
                return

    threads = [threading.Thread(target=writer, args=(n,)) for n in range(asked.writers)]
    for thread in threads:
        thread.start()
    begun.wait(60)
    time.sleep(random.Random(asked.seed + number).uniform(0.5, 2.5))
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()
    for thread in threads:
        thread.join()
    return acknowledged


def judge(environment: dict, acknowledged: set[str], asked, number: int) -> None:
    """Everything acknowledged is stored, and the trail is whole; else stop and say so."""
    asking = [sys.executable, "-c", STORED, asked.stored]
    stored = subprocess.run(asking, env=environment, capture_output=True, text=True, check=True)
    lost = acknowledged - set(stored.stdout.splitlines())
    trail = subprocess.run(
        [*ENTRY, "trail", "verify"], env=environment, capture_output=True, text=True, check=False
    )
    if lost or trail.returncode or not acknowledged:
        raise SystemExit(f"Round {number + 1}: {len(lost)} lost. {trail.stderr or trail.stdout}")


if __name__ == "__main__":
    main()
