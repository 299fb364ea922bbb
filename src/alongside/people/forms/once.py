"""The door for one new row about one person."""

from django import forms

from alongside.common.doors import OnceMixin, SavedMixin
from alongside.common.writing import tell_whom

__all__ = ["AboutForm", "OnceMixin", "SavedMixin"]


class AboutForm(OnceMixin, forms.ModelForm):
    """A door for one new row about one person."""

    def __init__(self, *args, recoveree, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.recoveree, self.by = recoveree, by
        tell_whom(self, recoveree)

    def told(self) -> dict:
        """What was typed, with who says it of whom."""
        return {**self.cleaned_data, "recoveree": self.recoveree, "by": self.by}
