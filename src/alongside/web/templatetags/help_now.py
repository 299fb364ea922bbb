"""The card on every page: an overdose now, and whom to call."""

import re
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language

from alongside.web import help_now as facts

register = template.Library()


@register.simple_tag
def help_now(program) -> str:
    """The card for readers of this program, or of none."""
    line = (program.crisis_line_name, program.crisis_line_phone) if program else ("", "")
    return _card(get_language(), *line)


@lru_cache(maxsize=100)
def _card(language: str, line_name: str, line_phone: str) -> str:
    """Made once for each language and crisis line: nothing else changes it."""
    told = {
        "steps": facts.STEPS,
        "lines": facts.LINES,
        "sources": facts.SOURCES,
        "reviewed_by": facts.REVIEWED_BY,
        "reviewed_on": facts.REVIEWED_ON,
        "line_name": line_name,
        "line_phone": line_phone,
    }
    return render_to_string("parts/help_now.html", told)


@register.filter
def dialled(number: str) -> str:
    """A phone number as a `tel:` link wants it."""
    return re.sub(r"[^\d+*#]", "", number)
