"""What belongs to one named person in a contact."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.writing import tell_whom
from alongside.contacts.actions import Present
from alongside.contacts.forms.fields import NO_DAY, TOGETHER, day_field, long_field, mark_as_empty
from alongside.contacts.models import Note


class PresentForm(forms.Form):
    """One person's block: what it was about, a note, a promise. All of it may be empty."""

    matter = forms.CharField(
        label=_("What it was about, in their words"), max_length=300, required=False
    )
    note = long_field(
        _("Note"), help_text=_("Signed with your name. They may read it, so name nobody else.")
    )
    together = forms.BooleanField(label=TOGETHER, required=False)
    promise = forms.CharField(label=_("What you promised"), max_length=500, required=False)
    due_on = day_field(_("For when"), required=False, help_text=NO_DAY)

    concerns = forms.MultipleChoiceField(
        label=_("What it was for"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data=None, *, recoveree=None, concerns=(), prefix=None):
        super().__init__(data, prefix=prefix or str(recoveree.pk))
        self.recoveree = recoveree
        self.offer(concerns)
        tell_whom(self, recoveree)
        mark_as_empty(self.fields[name] for name in ("matter", "note", "promise"))

    def offer(self, concerns) -> None:
        self.by_id = {str(concern.pk): concern for concern in concerns}
        self.fields["concerns"].choices = [(pk, one.name) for pk, one in self.by_id.items()]

    def is_empty(self) -> bool:
        return not any(self.cleaned_data.get(name) for name in ("matter", "note", "promise"))

    def filled_with(self, told) -> "PresentForm":
        """This block, with these words where it has none of its own."""
        data = {
            self.add_prefix(name): self[name].data or told.get(name) or "" for name in self.fields
        }
        filled = PresentForm(data, recoveree=self.recoveree, concerns=self.by_id.values())
        filled.is_valid()
        return filled

    def present(self) -> Present:
        told = self.cleaned_data
        return Present(
            recoveree=self.recoveree,
            matter=told["matter"],
            note=told["note"],
            note_origin=Note.Origin.TOGETHER if told["together"] else Note.Origin.COACH,
            promise=told["promise"],
            promise_due=told["due_on"],
            concerns=[self.by_id[pk] for pk in told["concerns"]],
        )
