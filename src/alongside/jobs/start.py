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
    """A function of this room by its name, for a command that does without Django."""
    return import_string(f"alongside.jobs.{name}")
