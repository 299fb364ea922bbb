"""Backup, wipe, restore: and then a coach signs in and finds the people they walk with."""

import re
import shutil
import socket
import subprocess
from contextlib import contextmanager
from http.cookiejar import CookieJar
from time import sleep
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from tests.jobs.programs import ENTRY, alongside, environment


def test_after_wiping_and_restoring_a_coach_signs_in_and_the_trail_is_whole(made_up, tmp_path):
    data, file = shutil.copytree(made_up, tmp_path / "data"), tmp_path / "monday"
    done("backup", file, data=data)
    wipe(data)
    done("restore", file, data=data)
    with running(data) as address:
        today = signed_in_as("Ana Lindqvist", address)
    assert "Who I walk with" in today
    done("trail", "verify", data=data)


def done(*words, data):
    assert alongside(*words, data=data, ALONGSIDE_DEMO="1").returncode == 0


def wipe(data):
    for part in data.glob("alongside.sqlite3*"):
        part.unlink()


@contextmanager
def running(data):
    """The address of the program while it runs on this data."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    words = [*ENTRY, "run", "--port", port]
    settings = environment(data, ALONGSIDE_DEMO="1", PYTHONUNBUFFERED="1")
    with subprocess.Popen(words, env=settings, stdout=subprocess.DEVNULL) as program:
        try:
            wait_until_it_listens(int(port))
            yield f"http://localhost:{port}"
        finally:
            program.terminate()


def wait_until_it_listens(port):
    for _ in range(300):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)


def signed_in_as(name, address) -> str:
    """The page that opens when this person's button is pressed."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    page = browser.open(f"{address}/account/login/").read().decode()
    [form] = [part for part in page.split("<form")[1:] if name in part]
    action = re.search(r'action="([^"]+)"', form)[1]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    told = urlencode({"csrfmiddlewaretoken": token}).encode()
    return browser.open(f"{address}{action}", told).read().decode()
