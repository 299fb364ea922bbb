"""Alongside (or Django's admin) behind granian on a free port, as in real use."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alongside.jobs.threads import usual_threads
from bench.postgres import free_port


@dataclass(frozen=True)
class Server:
    """A running server. pid: of its parent process."""

    port: int
    pid: int

    def peak_memory_mb(self) -> float:
        """The sum over its processes of the most memory each has held."""
        children = subprocess.run(
            ["pgrep", "-P", str(self.pid)], capture_output=True, text=True, check=False
        ).stdout.split()
        return sum(_peak_kb(pid) for pid in [str(self.pid), *children]) / 1024


def _peak_kb(pid: str) -> int:
    with Path(f"/proc/{pid}/status").open() as status:
        return next((int(line.split()[1]) for line in status if line.startswith("VmHWM")), 0)


@contextmanager
def serve(
    environment: dict,
    *,
    settings: str = "alongside.config.settings",
    application: str = "alongside.config.wsgi:application",
    interface: str = "wsgi",
) -> Iterator[Server]:
    port = free_port()
    env = {**os.environ, **environment, "DJANGO_SETTINGS_MODULE": settings}
    threads = ("--blocking-threads", str(usual_threads())) if interface == "wsgi" else ()
    command = [
        *(sys.executable, "-m", "granian", "--interface", interface, "--host", "127.0.0.1"),
        *("--port", str(port), "--workers", "1", *threads),
        *("--no-ws", "--log-level", "error", application),
    ]
    process = subprocess.Popen(command, env=env)
    try:
        _wait_for(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()  # not left behind, where it would disturb what is measured next
            raise


def _wait_for(port: int, process: subprocess.Popen) -> None:
    until = time.monotonic() + 180
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"The server stopped with {process.returncode}.")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/account/login/", timeout=5)
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("The server did not answer within three minutes.")
