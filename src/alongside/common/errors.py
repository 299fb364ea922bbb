"""The errors that a person may read."""

from django.core.exceptions import ValidationError


class NotAllowed(ValidationError):
    """An act that a policy refuses, with the reason in plain words.

    A kind of ValidationError, so that a form shows it beside what was typed.
    """
