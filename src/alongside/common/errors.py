"""The errors that a person may read."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class NotAllowed(ValidationError):
    """An act that a policy refuses, with the reason in plain words.

    A kind of ValidationError, so that a form shows it beside what was typed.
    """


def already_used() -> str:
    return _(
        "This page has already saved something else. What you typed is still here: "
        "look it over, and save again."
    )
