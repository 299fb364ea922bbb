"""Filters for the templates of form fields."""

from django import template

from alongside.web.presenters.inputs import as_attributes, as_input

register = template.Library()
register.filter("as_attributes", as_attributes)
register.filter("as_input", as_input)
