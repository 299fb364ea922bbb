"""Waking Django when a command needs it, and not before."""

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
    return import_string(f"alongside.jobs.{name}")


def asleep(name: str) -> Callable:
    """What has this name in our packages, for a command that does without Django."""
    return import_string(f"alongside.{name}")


#: Faults that a person can mend: by name, so that they are looked up only when one happens.
MENDABLE = {
    "django.core.exceptions.ImproperlyConfigured": (2, "{}"),
    "django.db.utils.OperationalError": (1, "The database does not answer: {}"),
}


def mendable(fault: Exception) -> tuple[int, str] | None:
    """The exit code and the sentence for a fault that a person can mend."""
    for name, (code, words) in MENDABLE.items():
        if isinstance(fault, import_string(name)):
            return code, words.format(fault)
    return None
