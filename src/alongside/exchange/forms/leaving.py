"""What to take out, and how."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.exchange.archive.sealed import SHORTEST_PASSPHRASE
from alongside.exchange.lists import LISTS

LIST_NAMES = {
    "people": _("People"),
    "contacts": _("Contacts"),
    "notes": _("Notes"),
    "concerns": _("Concerns"),
    "sightings": _("Where things stood"),
    "hopes": _("Hopes"),
    "goals": _("Goals and their steps"),
    "measures": _("Measures"),
}


class ListForm(forms.Form):
    """A list for a spreadsheet."""

    what = forms.ChoiceField(label=_("Which list?"), widget=forms.RadioSelect)
    form = forms.ChoiceField(
        label=_("What kind of file?"),
        choices=[("xlsx", _("Excel (.xlsx)")), ("csv", _("CSV, for any program"))],
        initial="xlsx",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = [(key, LIST_NAMES[key]) for key in LISTS]


class ArchiveForm(forms.Form):
    """Everything, to be read back by Alongside. Locked unless somebody insists otherwise."""

    passphrase = forms.CharField(
        label=_("A passphrase to lock it with"),
        help_text=_("At least 12 characters, such as four words. Without it nobody can open it."),
        min_length=SHORTEST_PASSPHRASE,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    open_file = forms.BooleanField(
        label=_("Leave it unlocked. I know that anyone who has the file can read everything."),
        required=False,
    )

    def clean(self):
        data = super().clean()
        if not self.errors and bool(data.get("passphrase")) == data.get("open_file"):
            self.add_error("passphrase", _("Give a passphrase, or say that it stays unlocked."))
        return data
