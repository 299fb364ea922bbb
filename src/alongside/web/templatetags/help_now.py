"""The card on every page: an overdose now, and whom to call."""

import re

from django import template

from alongside.web import help_now as facts

register = template.Library()


@register.simple_tag
def help_now() -> dict:
    return {
        "steps": facts.STEPS,
        "lines": facts.LINES,
        "sources": facts.SOURCES,
        "reviewed_by": facts.REVIEWED_BY,
        "reviewed_on": facts.REVIEWED_ON,
    }


@register.filter
def dialled(number: str) -> str:
    """A phone number as a `tel:` link wants it."""
    return re.sub(r"[^\d+*#]", "", number)
