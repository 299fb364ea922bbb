"""`alongside demo`: the made-up program, loaded or begun anew."""

import click
from django.conf import settings

from alongside.common.sealing import keyring
from alongside.demo.load import is_loaded
from alongside.demo.load import load as load_demo
from alongside.jobs import tables
from alongside.jobs.errors import Failed
from alongside.jobs.progress import bar
from alongside.jobs.running import alone


def load(*, reset: bool) -> None:
    if not settings.DEMO:
        raise Failed(
            "The made-up program is loaded in demo mode only, so that it never mixes with "
            "real people. Set ALONGSIDE_DEMO=1, with a data folder of its own."
        )
    with alone():
        if reset:
            tables.drop_all()
            keyring.forget()
        tables.migrate()
        if is_loaded():
            click.echo("The made-up program is there. To begin anew: alongside demo --reset")
            return
        fill()


def fill() -> None:
    with bar("Making up people and their histories") as told:
        counts = load_demo(told=told)
    words = ", ".join(f"{number:,} {what}" for what, number in counts.items())
    click.echo(f"The made-up program is ready: {words}.")
