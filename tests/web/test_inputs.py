"""The tags of inputs: their classes, what they hold, and nothing that could break out."""

import pytest
from django import forms

TAGS = {
    "text": (
        forms.TextInput({"class": "wide"}),
        '"><b>',
        '<input type="text" name="x" value="&quot;&gt;&lt;b&gt;" class="govuk-input wide">',
    ),
    "number": (
        forms.NumberInput({"min": 0, "required": True, "disabled": False}),
        0,
        '<input type="number" name="x" value="0" class="govuk-input govuk-input--width-5"'
        ' inputmode="numeric" min="0" required>',
    ),
    "checkbox": (
        forms.CheckboxInput(),
        True,
        '<input type="checkbox" name="x" class="govuk-checkboxes__input" checked>',
    ),
    "day": (
        forms.DateInput(),
        None,
        '<input type="date" name="x" class="govuk-input govuk-input--width-10">',
    ),
    "hidden": (forms.HiddenInput(), "y", '<input type="hidden" name="x" value="y">'),
    "hint inside": (
        forms.TextInput({"placeholder": "goes away"}),
        None,
        '<input type="text" name="x" class="govuk-input">',
    ),
    "seen to be empty": (
        forms.TextInput({"placeholder": " "}),
        None,
        '<input type="text" name="x" class="govuk-input" placeholder=" ">',
    ),
}


@pytest.mark.parametrize(("widget", "value", "tag"), TAGS.values(), ids=TAGS)
def test_an_input_is_written_so(widget, value, tag):
    assert widget.render("x", value).strip() == tag
