"""`alongside run`: everything made ready, then served."""

import socket
from functools import partial
from http.client import HTTPConnection, HTTPException
from threading import Thread
from time import sleep

import click
from django.conf import settings
from django.core import checks
from django.core.management import call_command
from django.db import connections
from django.utils.module_loading import import_string
from granian import Granian
from granian.constants import Interfaces

from alongside.demo.load import is_loaded
from alongside.demo.people import sign_in_choices
from alongside.jobs import demonstration, tables
from alongside.jobs.errors import Failed
from alongside.jobs.running import alone
from alongside.jobs.threads import usual_threads


def serve(*, host: str, port: int, threads: int | None) -> None:
    check_free(host, port)
    check_whole()
    with alone():
        if tables.migrate():
            click.echo("The database is ready.")
        call_command("collectstatic", verbosity=0, interactive=False)
        if settings.DEMO and not is_loaded():
            demonstration.fill()
        say_who_may_sign_in()
        connections.close_all()
        _server(host, port, threads).serve(target_loader=partial(_load, host, port))


def check_free(host: str, port: int) -> None:
    """Fails, with what to do, if something else already listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Failed(
                f"Cannot listen at {host}, port {port}: {error.strerror}. "
                "Choose another one with --port, or in ALONGSIDE_PORT."
            ) from None


def check_whole() -> None:
    """Fails, with what to do, if Alongside itself lacks something, such as its style sheets."""
    faults = [fault for fault in checks.run_checks() if fault.level >= checks.ERROR]
    if faults:
        raise Failed("\n".join(f"{fault.msg} {fault.hint or ''}".strip() for fault in faults))


def say_who_may_sign_in() -> None:
    """In demo mode, one line for each made-up person."""
    if not settings.DEMO:
        return
    click.echo("Demo mode: made-up people only. Sign in as one of them, with one button each:")
    for choice in sign_in_choices():
        click.echo(f"  {choice.name:<18} {choice.line}")


def say_address(host: str, port: int) -> None:
    """The address, as soon as it answers and not before."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    while not _answers(here, port):
        sleep(0.05)
    shown = "localhost" if here in ("127.0.0.1", "::1") else host
    click.echo(f"Alongside is at http://{shown}:{port}  (Ctrl+C stops it)")


def _answers(host: str, port: int) -> bool:
    """Whether anything comes back at all: an error and a redirect are answers too."""
    ask = HTTPConnection(host, port, timeout=30)
    try:
        ask.request("HEAD", "/", headers={"Host": settings.ALLOWED_HOSTS[0].lstrip(".")})
        ask.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        ask.close()
    return True


def _load(host: str, port: int, target: str):
    """The application, in the process that serves it."""
    application = import_string(target.replace(":", "."))
    Thread(target=say_address, args=(host, port), daemon=True).start()
    return application


def _server(host: str, port: int, threads: int | None) -> Granian:
    """One process, because writers to SQLite wait in line within one (`common/sqlite`)."""
    return Granian(
        "alongside.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=threads or usual_threads(),
        log_level="warning",
        workers_kill_timeout=10,
        respawn_failed_workers=True,
    )
