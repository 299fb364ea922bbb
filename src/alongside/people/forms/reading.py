"""The door for a person's own words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.people.actions.reading import add_own_word
from alongside.people.forms.once import AboutForm
from alongside.people.models import OwnWord


class OwnWordForm(AboutForm):
    class Meta:
        model = OwnWord
        fields = ("words", "is_not_how_i_see_it")
        labels = {
            "words": _("Your own words"),
            "is_not_how_i_see_it": _("This is not how I see it"),
        }
        widgets = {"words": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, about_kind="", about_id=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.about = {"about_kind": about_kind, "about_id": about_id}

    def save(self):
        return add_own_word(**self.told(), **self.about)
