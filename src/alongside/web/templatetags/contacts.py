"""Filters for the pages of contacts."""

from django import template

from alongside.web.presenters.chips import as_chips, as_stepper, as_steppers

register = template.Library()
register.filter("as_chips", as_chips)
register.filter("as_stepper", as_stepper)
register.filter("as_steppers", as_steppers)
