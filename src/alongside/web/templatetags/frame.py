"""Parts of the frame round every page that never change while the program runs."""

from functools import cache, lru_cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, get_language_info

from alongside.team.roles import May
from alongside.web.navigation import BAR
from alongside.web.reader import Me, reachable

register = template.Library()


@register.simple_tag
def once(template_name: str) -> str:
    """A part that is the same on every page, made once in each language."""
    return made_once(template_name, get_language())


@cache
def made_once(template_name: str, language: str) -> str:
    return render_to_string(template_name)


@register.simple_tag
def bar(me: Me) -> str:
    """Where one can go, made once for all who may do the same. No person is named in it."""
    here = me.request.path if me.request.path in _addresses_in_bar() else ""
    return _bar(get_language(), frozenset(me.may), here)


@lru_cache(maxsize=500)
def _bar(language: str, may: frozenset[str], here: str) -> str:
    return render_to_string("parts/bar.html", {"links": reachable(BAR, may, here=here)})


@cache
def _addresses_in_bar() -> set[str]:
    return {link["href"] for link in reachable(BAR, set(May), here="")}


@register.simple_tag
@cache
def address(page: str) -> str:
    """As `url`, for a page without ids, looked up once."""
    return reverse(page)


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
