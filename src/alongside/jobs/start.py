"""Waking Django when a command needs it, and not before."""

import gc
import os
from collections.abc import Callable

import django
from django.utils.module_loading import import_string


def ready(name: str) -> Callable:
    """A function of this room by its name, such as "serving.serve", with Django awake.

    Raises ImproperlyConfigured when a setting or a secret is weak or missing.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    django.setup()
    called = import_string(f"alongside.jobs.{name}")
    gc.freeze()  # what was imported stays: who looks for garbage need not look there each time
    return called


def asleep(name: str) -> Callable:
    """What has this name in our packages, for a command that does without Django."""
    return import_string(f"alongside.{name}")


NO_ANSWER = "The database does not answer: {}"
#: What a database says that holds nothing of Alongside, or an older Alongside.
SIGNS_OF_EMPTY = ("no such", "does not exist")
EMPTY = """There is nothing of Alongside in this database yet, or it is from an older Alongside.
Begin with `alongside setup`; where it has been in use, start it with `alongside run`.
({})"""
#: Faults that a person can mend: by name, so that they are looked up only when one happens.
MENDABLE = {
    "django.core.exceptions.ImproperlyConfigured": (2, "{}"),
    "django.db.utils.OperationalError": (1, NO_ANSWER),
    "django.db.utils.ProgrammingError": (1, NO_ANSWER),
}


def mendable(fault: Exception) -> tuple[int, str] | None:
    """The exit code and the sentence for a fault that a person can mend."""
    for name, (code, words) in MENDABLE.items():
        if isinstance(fault, import_string(name)):
            said = str(fault)
            if code == 1:
                said = said.splitlines()[0]
                words = EMPTY if any(sign in said for sign in SIGNS_OF_EMPTY) else words
            return code, words.format(said)
    return None
