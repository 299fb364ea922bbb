"""The door for joining two records."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import local_day
from alongside.people.actions.joining import join_records
from alongside.people.forms.once import SavedMixin


def _shown(person) -> dict:
    day = date_format(local_day(person.created_at), "DATE_FORMAT")
    return {"name": person.called, "day": day}


class JoinForm(SavedMixin, forms.Form):
    """Which of the two stands for both. Neither is chosen beforehand."""

    stands = forms.ChoiceField(
        label=_("Which one stands for both?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. It can be undone.")},
    )

    def __init__(self, *args, one, other, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by, self.sides = by, {str(one.pk): (one, other), str(other.pk): (other, one)}
        self.fields["stands"].choices = [
            (str(one.pk), _("%(name)s, begun %(day)s") % _shown(one)),
            (str(other.pk), _("%(name)s, begun %(day)s") % _shown(other)),
        ]

    def save(self):
        kept, joined = self.sides[self.cleaned_data["stands"]]
        return join_records(kept=kept, joined=joined, by=self.by)
