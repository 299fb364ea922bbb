"""Uploading a file, choosing its sheets, and saying what each column holds."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.exchange.actions.steps import ChosenSheet, bring, choose_sheets, map_columns
from alongside.exchange.fields import FIELDS, LEFT_OUT, OLD_WORDS
from alongside.exchange.models import Batch
from alongside.exchange.queries.planned import mapping_of, rows_of
from alongside.exchange.reading.books import Row, open_book
from alongside.exchange.reading.guesses import guess_header, guess_kind, headings_of
from alongside.exchange.values.texts import text_of

SHOWN_ROWS = 8
SHOWN_COLUMNS = 8
EXAMPLES = 3


class UploadForm(forms.Form):
    """A file, kept sealed until it is confirmed or left."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    file = forms.FileField(
        label=_("Your list"),
        help_text=_("An Excel file (.xlsx) or a .csv file, up to 25 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={
            "required": _("Choose a file of at most 25 MB."),
            "empty": _("This file is empty. Choose the one that holds your list."),
        },
    )

    def __init__(self, *args, program, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.program, self.by = program, by
        self.batch = None

    def clean_file(self):
        """The file is kept here already: whether it can be read is known only by trying."""
        file, id = self.cleaned_data["file"], self.cleaned_data.get("id")
        self.batch = bring(
            program=self.program, by=self.by, file_name=file.name, data=file.read(), id=id
        )
        return file


class SheetForm(forms.Form):
    """One sheet of a file: whether to bring it, what it holds, and where its headings are."""

    take = forms.BooleanField(label=_("Bring this sheet"), required=False)
    kind = forms.ChoiceField(
        label=_("What is in it?"),
        choices=[
            ("people", _("People: one row for each person")),
            ("contacts", _("Contacts: one row for each time you met or talked")),
        ],
        widget=forms.RadioSelect,
    )
    header_row = forms.IntegerField(
        label=_("Which row has the headings?"),
        help_text=_("The row that says Name, Phone and so on. Rows above it are left out."),
        min_value=1,
        max_value=200,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )

    def __init__(self, *args, name: str, rows: list[Row], **kwargs):
        self.name, self.rows = name, rows
        header = guess_header(rows)
        headings = headings_of(rows, header)
        guessed = {
            "take": len(headings) > 1,
            "kind": guess_kind(headings, name),
            "header_row": header,
        }
        super().__init__(*args, initial=guessed, **kwargs)

    @property
    def first_rows(self) -> list[tuple[int, list[str]]]:
        return [
            (number, [text_of(cell)[:60] for cell in cells[:SHOWN_COLUMNS]])
            for number, cells in self.rows[:SHOWN_ROWS]
        ]

    @property
    def guessed(self) -> ChosenSheet:
        return ChosenSheet(self.name, self.initial["header_row"], self.initial["kind"])

    @classmethod
    def all_of(cls, batch: Batch, data=None) -> "list[SheetForm]":
        book = open_book(bytes(batch.file), most=30)
        return [
            cls(data, name=name, rows=rows, prefix=f"sheet{index}")
            for index, (name, rows) in enumerate(book.sheets.items())
            if rows
        ]

    @staticmethod
    def save_all(forms_: "list[SheetForm]", *, batch: Batch, by) -> list[Batch]:
        chosen = [
            ChosenSheet(f.name, f.cleaned_data["header_row"], f.cleaned_data["kind"])
            for f in forms_
            if f.cleaned_data["take"] or len(forms_) == 1
        ]
        return choose_sheets(batch=batch, sheets=chosen, by=by)


class ColumnsForm(forms.Form):
    """For each column, where it goes."""

    def __init__(self, *args, batch: Batch, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.batch, self.by = batch, by
        rows = rows_of(batch)
        below = [cells for number, cells in rows if number > batch.header_row]
        guessed = mapping_of(batch).get("columns", [])
        choices = self._choices()
        for index, heading in enumerate(headings_of(rows, batch.header_row)):
            self.fields[f"column{index}"] = forms.ChoiceField(
                label=heading or _("Column %(number)s (no heading)") % {"number": index + 1},
                help_text=self._examples(below, index),
                choices=choices,
                initial=guessed[index] if index < len(guessed) else OLD_WORDS,
                required=False,
            )

    def _choices(self):
        kept = [
            (OLD_WORDS, _("Keep it in the old list's words")),
            (LEFT_OUT, _("Leave this column out")),
        ]
        return [*((field.key, field.label) for field in FIELDS[self.batch.kind]), *kept]

    @staticmethod
    def _examples(below, index: int) -> str:
        texts = (text_of(cells[index]) for cells in below if index < len(cells))
        found = list(dict.fromkeys(text[:40] for text in texts if text))[:EXAMPLES]
        return _("For example: %(words)s") % {"words": " · ".join(found)} if found else _("Empty")

    def clean(self):
        """Two columns for one place, or no name, is told at the top."""
        columns = [self.cleaned_data.get(name, OLD_WORDS) for name in self.fields]
        map_columns(batch=self.batch, columns=columns, by=self.by)
        return self.cleaned_data
