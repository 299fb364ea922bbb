"""Parts of the frame round every page that never change while the program runs."""

from functools import cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_info

register = template.Library()


@register.simple_tag
def once(template_name: str) -> str:
    """A part that is the same on every page, made once in each language."""
    return made_once(template_name, get_language())


@cache
def made_once(template_name: str, language: str) -> str:
    return render_to_string(template_name)


@register.simple_tag
@cache
def icon(name: str) -> str:
    """A drawing, made once."""
    return render_to_string("cotton/icon.html", {"name": name})


@register.simple_tag
@cache
def languages() -> list[tuple[str, str]]:
    """(code, name as its own speakers write it) of every language there is."""
    codes = [code for code, _ in settings.LANGUAGES]
    return [(code, get_language_info(code)["name_local"].capitalize()) for code in codes]
