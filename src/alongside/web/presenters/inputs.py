"""The tags of inputs, in the classes of the design system.

Made here and not in a template: a form has dozens, and tag by tag each took as long as a query.
"""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

INPUT = '<input type="{type}" name="{name}"{value}{kind}{rest}>'
PLAIN = "govuk-input"
NARROW, WIDER = f"{PLAIN} govuk-input--width-5", f"{PLAIN} govuk-input--width-10"
CLASSES = {
    "checkbox": "govuk-checkboxes__input",
    "date": WIDER,
    "datetime-local": WIDER,
    "file": "govuk-file-upload",
    "hidden": "",
    "number": NARROW,
    "radio": "govuk-radios__input",
    "time": NARROW,
}
#: Said apart from the others.
APART = ("class", "type")
NOTHING = SafeString()


def as_input(widget: dict, usual: str = "") -> SafeString:
    """The tag for what `Widget.get_context` tells. usual: its type where Django says text."""
    told = widget["attrs"]
    kind = told.get("type") or usual or widget["type"]
    base = CLASSES.get(kind, PLAIN)
    classes = " ".join(filter(None, (base, told.get("class"))))
    if kind == "number":
        told = {"inputmode": "numeric", **told}
    value = widget["value"]
    return format_html(
        INPUT,
        type=kind,
        name=widget["name"],
        value=NOTHING if value is None else format_html(' value="{}"', value),
        kind=format_html(' class="{}"', classes) if base else NOTHING,
        rest=as_attributes(told),
    )


def as_attributes(told: dict) -> SafeString:
    """The attributes of a tag but its class, and but words that go away when one types."""
    shown = {name: value for name, value in told.items() if _is_shown(name, value)}
    said = [(name, value) for name, value in shown.items() if value is not True]
    alone = [(name,) for name, value in shown.items() if value is True]
    return format_html_join("", ' {}="{}"', said) + format_html_join("", " {}", alone)


def _is_shown(name: str, value) -> bool:
    if name == "placeholder":
        return value == " "
    return name not in APART and value is not None and value is not False
