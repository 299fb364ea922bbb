"""Filters for people's pages."""

import phonenumbers
from django import template

from alongside.people.days import shown
from alongside.people.models import Way
from alongside.web.presenters.cards import as_rows
from alongside.web.presenters.moments import moments_in_words

register = template.Library()
register.filter("as_rows", as_rows)
register.filter("moments_in_words", moments_in_words)

BY_NUMBER = {Way.Kind.PHONE: "tel", Way.Kind.TEXT: "sms"}


@register.filter
def link_to_reach(way: Way) -> str:
    """An address that starts a call, text or e-mail; empty when the words hold no number."""
    if way.kind == Way.Kind.EMAIL and "@" in way.address and " " not in way.address.strip():
        return f"mailto:{way.address.strip()}"
    if way.kind not in BY_NUMBER:
        return ""
    number = next(iter(phonenumbers.PhoneNumberMatcher(way.address, "US")), None)
    if number is None:
        return ""
    dialled = phonenumbers.format_number(number.number, phonenumbers.PhoneNumberFormat.E164)
    return f"{BY_NUMBER[way.kind]}:{dialled}"


@register.filter
def day_shown(stored: str) -> str:
    """A stored day in words."""
    return shown(stored)
