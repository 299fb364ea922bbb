"""The doors for who walks with whom, and for rest and waking."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.people.actions.walking import pair, part, rest, wake
from alongside.people.forms.once import AboutForm, SavedMixin
from alongside.people.models import Pairing, Rhythm
from alongside.team.queries import coaches_of


def _day_input():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PairForm(AboutForm):
    """A coach of the person's program begins to walk with them."""

    class Meta:
        model = Pairing
        fields = ("coach", "since")
        widgets = {"since": _day_input()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["coach"].queryset = coaches_of(self.recoveree.program)
        self.fields["coach"].label = _("Who?")
        self.fields["coach"].empty_label = _("Choose a coach")

    def save(self):
        return pair(**self.told())


class PartForm(SavedMixin, forms.Form):
    """A coach no longer walks with the person, from a day on."""

    until = forms.DateField(label=_("From which day on?"), widget=_day_input(), initial=today)

    def __init__(self, *args, pairing, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.pairing, self.by = pairing, by

    def save(self):
        return part(pairing=self.pairing, by=self.by, until=self.cleaned_data["until"])


class TurnForm(AboutForm):
    """Rest, or walk on."""

    class Meta:
        model = Rhythm
        fields = ("on", "said_by_person", "words")
        widgets = {"on": _day_input(), "words": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, to: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.to = to

    def save(self):
        verb = rest if self.to == Rhythm.Kind.RESTING else wake
        return verb(**self.told())
