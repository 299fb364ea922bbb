"""What is ticked and counted on the page of a contact: some seventy small fields.

Made here and not in the template, as the lists of people are: a loop of tags took half of
the page's time.
"""

from collections.abc import Iterable

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from alongside.web.presenters.inputs import as_input

CHIP = (
    '<li class="{kind}"><input type="{type}" name="{name}" value="{value}" id="{id}"{checked}>'
    '<label for="{id}">{label}</label></li>'
)
STEPPER = (
    '<li class="stepper"><label class="stepper__label" for="{id}">{label}</label>'
    '<span class="stepper__number" data-stepper>'
    "{input}</span>{errors}</li>"
)
ERROR = '<p class="govuk-error-message" id="{}_error">{}</p>'
NOTHING, CHECKED = SafeString(), SafeString(" checked")


def as_chips(options: Iterable, kind: str = "chip") -> SafeString:
    """The boxes or circles of a field, or some of them, each as a chip. kind: its class."""
    kind = conditional_escape(kind)
    return format_html_join("\n", CHIP, (_chip(one, kind) for one in options))


def _chip(option, kind: SafeString) -> dict:
    told = getattr(option, "data", option)
    return {
        "kind": kind,
        "type": told["type"],
        "name": told["name"],
        "value": told["value"],
        "id": conditional_escape(told["attrs"]["id"]),
        "checked": CHECKED if told["selected"] else NOTHING,
        "label": told["label"],
    }


def as_steppers(fields: Iterable) -> SafeString:
    return format_html_join("\n", "{}", ((as_stepper(field),) for field in fields))


def as_stepper(field) -> SafeString:
    """A field for a small number, to which the script adds buttons for less and more."""
    told = {**field.build_widget_attrs({}), "id": field.auto_id}
    widget = field.field.widget.get_context(field.html_name, field.value(), told)["widget"]
    return format_html(
        STEPPER,
        id=field.id_for_label,
        label=field.label,
        input=as_input(widget),
        errors=format_html_join("", ERROR, ((field.auto_id, one) for one in field.errors)),
    )
