"""The doors for what a program does with measures: permission on file, and wording."""

import csv
import io
import json
import re

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.common.errors import NotAllowed
from alongside.journeys.actions.offering import load_wording, put_permission_on_file
from alongside.journeys.measures import Measure
from alongside.journeys.models import MeasurePermission
from alongside.people.forms.once import OnceMixin, SavedMixin

LARGEST_FILE = 200_000
LONGEST_SENTENCE = 1000


def _day_input():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PermissionForm(OnceMixin, forms.ModelForm):
    """Who said that this program may use a measure, when, and for what."""

    class Meta:
        model = MeasurePermission
        fields = ("given_by", "given_on", "covers", "until")
        labels = {
            "given_by": _("Who gives it?"),
            "given_on": _("On which day?"),
            "covers": _("What does it cover, and where is it kept?"),
            "until": _("Until when, if it ends?"),
        }
        help_texts = {
            "given_by": _("A name, and whom they speak for"),
            "covers": _("For example: use with our people, on paper and on screen. In the office."),
        }
        widgets = {
            "given_by": forms.TextInput(attrs={"autocomplete": "off"}),
            "covers": forms.Textarea(attrs={"rows": 3}),
            "given_on": _day_input(),
            "until": _day_input(),
        }

    def __init__(self, *args, program, measure: Measure, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.told = {"program": program, "measure": measure, "by": by}

    def save(self):
        return put_permission_on_file(**self.told, **self.cleaned_data)


class WordingForm(SavedMixin, forms.Form):
    """The sentences of a paper form, typed or from a file."""

    language = forms.ChoiceField(label=_("In which language?"), choices=settings.LANGUAGES)
    file = forms.FileField(
        label=_("A file with the sentences"),
        help_text=_("CSV with a number and a sentence in each line, or JSON. Or type them below."),
        widget=forms.FileInput(attrs={"accept": ".csv,.json,.txt"}),
        required=False,
    )

    def __init__(self, *args, program, measure: Measure, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.program, self.measure, self.by = program, measure, by
        for item in measure.items:
            self.fields[f"words_{item.key}"] = forms.CharField(
                label=_("Number %s") % item.key,
                required=False,
                max_length=LONGEST_SENTENCE,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )

    def clean_file(self):
        file = self.cleaned_data["file"]
        return read_wording(file) if file else None

    def save(self):
        typed = {one.key: self.cleaned_data[f"words_{one.key}"] for one in self.measure.items}
        return load_wording(
            program=self.program,
            measure=self.measure,
            language=self.cleaned_data["language"],
            words=self.cleaned_data["file"] or typed,
            by=self.by,
        )


def read_wording(file) -> dict[str, str]:
    """The sentences in an uploaded file, by number. Raises NotAllowed."""
    if file.size > LARGEST_FILE:
        raise NotAllowed(gettext("This file is too large. A form with its sentences is small."))
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAllowed(gettext("This file is no text in UTF-8. Save it as CSV UTF-8.")) from None
    return _from_json(text) if text.lstrip().startswith(("{", "[")) else _from_csv(text)


def _from_json(text: str) -> dict[str, str]:
    """A list of sentences, or sentences by number."""
    try:
        told = json.loads(text)
    except ValueError:
        raise NotAllowed(gettext("This file begins like JSON, but cannot be read.")) from None
    told = dict(enumerate(told, start=1)) if isinstance(told, list) else told
    if not all(isinstance(words, str) for words in told.values()):
        raise NotAllowed(gettext("In this file, something stands where a sentence should be."))
    return {str(key): words.strip() for key, words in told.items()}


def _from_csv(text: str) -> dict[str, str]:
    """A number and a sentence in each line; a first line of headings is passed over."""
    lines = [row for row in _read_csv(text) if any(cell.strip() for cell in row)]
    if lines and not lines[0][0].strip().isdigit():
        lines = lines[1:]
    words: dict[str, str] = {}
    for row in lines:
        key = row[0].strip()
        if len(row) != 2 or not key.isdigit() or key in words:
            raise NotAllowed(
                gettext("A line of this file does not hold one number and one sentence: %s")
                % ",".join(row)[:60]
            )
        words[key] = row[1].strip()
    return words


def _read_csv(text: str):
    """Rows parted by what stands behind the first number: a comma, a semicolon or a tab."""
    parted = re.search(r'^"?\d+"?([,;\t])', text, re.MULTILINE)
    return csv.reader(io.StringIO(text), delimiter=parted[1] if parted else ",")
