"""`alongside run`: everything made ready, then served."""

import os
import socket

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from granian import Granian
from granian.constants import Interfaces

from alongside.demo.load import is_loaded
from alongside.demo.people import sign_in_choices
from alongside.jobs import demonstration, tables
from alongside.jobs.errors import Failed
from alongside.jobs.running import alone


def serve(*, host: str, port: int, threads: int | None) -> None:
    check_free(host, port)
    with alone():
        if tables.migrate():
            click.echo("The database is ready.")
        call_command("collectstatic", verbosity=0, interactive=False)
        if settings.DEMO and not is_loaded():
            demonstration.fill()
        say_hello(host, port)
        connections.close_all()
        _server(host, port, threads).serve()


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
                "Choose another one with --port."
            ) from None


def say_hello(host: str, port: int) -> None:
    """The address, and in demo mode who may sign in."""
    if settings.DEMO:
        click.echo("Demo mode: made-up people only. Sign in as one of them, with one button each:")
        for choice in sign_in_choices():
            click.echo(f"  {choice.name:<18} {choice.line}")
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::1") else host
    click.echo(f"Alongside is at http://{shown}:{port}  (Ctrl+C stops it)")


def _server(host: str, port: int, threads: int | None) -> Granian:
    """One process, because writers to SQLite wait in line within one (`common/sqlite`)."""
    cpus = os.cpu_count() or 1
    return Granian(
        "alongside.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=threads or min(8, max(4, 2 * cpus + 1)),
        log_level="warning",
        workers_kill_timeout=10,
        respawn_failed_workers=True,
    )
