"""Signs by the thousand and rows by the hundred: a loop of tags takes several times as long."""

from functools import cache

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def signs(marks):
    """Each sign at its place, in their order, by which the table counts them.

    A mark holds whole numbers, and the name of a shape from our own list.
    """
    uses = (f'<use href="#{mark.shape}" x="{mark.x:d}" y="{mark.y:d}"/>' for mark in marks)
    return mark_safe("".join(uses))  # noqa: S308


ROW = '<tr data-mark="{}"><td>{}</td><td>{}</td><td>{}{}{}</td></tr>'


@register.simple_tag
def told(rows):
    """The rows of the table. The same few words come again and again: each is escaped once."""
    words = cache(conditional_escape)
    who = cache(lambda name: format_html(" <span>· {}</span>", name) if name else words(""))
    return format_html_join(
        "\n",
        ROW,
        (
            (
                row.mark,
                words(row.day_words),
                words(row.about),
                words(row.what),
                who(row.who),
                f" “{row.words}”" if row.words else words(""),
            )
            for row in rows
        ),
    )
