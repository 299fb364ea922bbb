"""What every door has: rules that refuse leave what was typed; a new row is saved once."""

from django import forms

from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.common.writing import tell_whom


class SavedMixin:
    """A form whose `save` may be refused by the rules: then the reason stands on the form."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)

    def saved(self):
        """What was saved, or None, with the errors on the form."""
        if not self.is_valid():
            return None
        try:
            return self.save()
        except NotAllowed as refusal:
            self.add_error(None, refusal)
            self.refused()
            return None

    def refused(self):
        """What a form does to be ready for a second try."""


class OnceMixin(SavedMixin):
    """A form that carries the id of the row it will make, so that it makes only one.

    After a refusal the page has a new id: the old one may hold something else.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["id"] = forms.UUIDField(
            required=False, widget=forms.HiddenInput, initial=new_id
        )

    def refused(self):
        self.data = self.data.copy()
        self.data[self.add_prefix("id")] = str(new_id())


class AboutForm(OnceMixin, forms.ModelForm):
    """A door for one new row about one person."""

    def __init__(self, *args, recoveree, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.recoveree, self.by = recoveree, by
        tell_whom(self, recoveree)

    def told(self) -> dict:
        """What was typed, with who says it of whom."""
        return {**self.cleaned_data, "recoveree": self.recoveree, "by": self.by}
