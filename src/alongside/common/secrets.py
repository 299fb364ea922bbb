"""Secrets from the environment or from files; a weak or missing one stops the start."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from alongside.common.sealing.master import new_line, parse

SHORTEST = 50
HOW = {
    "ALONGSIDE_SECRET_KEY": "alongside keys new --secret",
    "ALONGSIDE_MASTER_KEY": "alongside keys new",
}
MAKERS = {
    "ALONGSIDE_SECRET_KEY": lambda: secrets.token_urlsafe(48),
    "ALONGSIDE_MASTER_KEY": lambda: new_line("first"),
}


def read(name: str, *, make_in: Path | None = None) -> str:
    """The secret NAME from the environment, or from the file named by NAME_FILE.

    make_in: a folder in which to make and keep one (demo mode). Raises
    ImproperlyConfigured, with the sentence that says how to make it.
    """
    if value := os.environ.get(name):
        return value.strip()
    if file := os.environ.get(f"{name}_FILE"):
        try:
            return Path(file).read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(
                f"{name}_FILE names a file that cannot be read: {error.strerror}."
            ) from None
    if make_in is not None:
        return _kept_in(make_in / name.lower(), MAKERS[name])
    raise ImproperlyConfigured(
        f"{name} is missing. Make one with `{HOW[name]} > FILE`, keep that file safe and "
        f"apart from the database, and set {name}_FILE=FILE."
    )


def _kept_in(file: Path, make) -> str:
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        file.write_text(make() + "\n")
    return file.read_text().strip()


def check(secret_key: str, master_keys: str) -> None:
    """Refuse weak secrets. Raises ImproperlyConfigured."""
    if len(secret_key) < SHORTEST or len(set(secret_key)) < 12:
        raise ImproperlyConfigured(
            f"ALONGSIDE_SECRET_KEY is too weak: it needs {SHORTEST} random characters. "
            f"Make one with: {HOW['ALONGSIDE_SECRET_KEY']}"
        )
    parse(master_keys)
