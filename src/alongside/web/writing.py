"""The form of the inventory: one's own writing, pasted or in a file, to be looked at once."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from alongside.language.asking import language_of, languages
from alongside.language.documents import Source, Unreadable, read

LARGEST = 5 * 1024 * 1024
#: What `alongside.language.documents` says of a file, for the translators.
SAID = (
    gettext_noop("It is larger than %(most)s MB. Split it first."),
    gettext_noop("It is not text. Save it as .txt, .docx or .html."),
    gettext_noop("This cannot read %(ending)s files. Save it as .docx, .html or .txt."),
    gettext_noop("It holds too many files to be a Word document."),
    gettext_noop("It is no Word document."),
    gettext_noop("It is damaged, or no Word document."),
    gettext_noop("It holds what no plain Word document holds, or is locked."),
    gettext_noop(
        "It is an older .doc file, or locked with a password. Open it and save it as .docx."
    ),
)


class WritingForm(forms.Form):
    """Nothing of it is stored: `sources` are read from the request, and gone with it."""

    words = forms.CharField(
        label=_("Paste your writing"),
        required=False,
        max_length=1_000_000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    file = forms.FileField(
        label=_("Or choose a file"),
        required=False,
        help_text=_("Text, Word (.docx), a web page (.html), Markdown or a table (.csv)."),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = [one for one in settings.LANGUAGES if one[0] in languages()]
        self.fields["language"].choices = [("", _("as it looks")), *known]

    def clean(self):
        told = super().clean()
        file, words = told.get("file"), told.get("words", "")
        if self.errors:
            return told
        if not file and not words.strip():
            raise forms.ValidationError(_("Paste some writing, or choose a file."))
        self.sources = self._of_file(file) if file else read(words.encode(errors="replace"))
        return told

    def _of_file(self, file) -> list[Source]:
        try:
            if file.size > LARGEST:
                raise Unreadable(SAID[0], most=LARGEST // 1024 // 1024)
            return read(file.read(), file.name)
        except Unreadable as fault:
            told = _g(fault.words) % fault.values if fault.values else _g(fault.words)
            self.add_error("file", told)
            return []

    def language_written(self, otherwise: str) -> str:
        """The language chosen, or that of the longest part, or that of the page."""
        text = max((source.text for source in self.sources), key=len, default="")
        return self.cleaned_data["language"] or language_of(text, otherwise=otherwise)
