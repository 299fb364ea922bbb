"""Filters for the pages about signing in."""

from django import template

register = template.Library()


@register.filter
def in_fours(letters: str) -> list[str]:
    """In parts short enough to be typed off a screen."""
    return [letters[start : start + 4] for start in range(0, len(letters), 4)]
