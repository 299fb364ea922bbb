"""The doors for a plan to be safer, and for what we were told of an overdose."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.journeys.actions.safety import (
    hear_of_overdose,
    settle_overdose,
    write_safer_plan,
)
from alongside.journeys.forms.choosing import DayInput
from alongside.journeys.models import Overdose, SaferPlan
from alongside.people.forms.once import AboutForm, SavedMixin

_LINES = forms.Textarea(attrs={"rows": 3})


class SaferPlanForm(AboutForm):
    """The plan, begun from the words it had before."""

    class Meta:
        model = SaferPlan
        fields = SaferPlan.BOXES
        widgets = dict.fromkeys(fields, _LINES)
        help_texts = {
            "safer": _("For example: go slow, test first, smoke instead, my own things"),
            "not_alone": _("A person, a phone line, a door that is left open"),
            "naloxone": _("For example: in the blue bag by the door, Kit knows how"),
            "if_it_happens": _("For example: naloxone, breathe for me, call 911, stay with me"),
            "afterwards": _("For example: rest, water, a warm place, somebody who does not ask"),
        }

    def __init__(self, *args, before: SaferPlan | None = None, **kwargs):
        initial = {name: getattr(before, name) for name in self._meta.fields} if before else {}
        super().__init__(*args, initial=initial, **kwargs)

    def save(self):
        return write_safer_plan(**self.told())


class OverdoseForm(AboutForm):
    class Meta:
        model = Overdose
        fields = ("happened_on", "told_by", "words")
        widgets = {"happened_on": DayInput, "told_by": forms.RadioSelect, "words": _LINES}
        error_messages = {"told_by": {"required": _("Choose who told us.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["told_by"].choices = Overdose.ToldBy.choices  # none chosen beforehand

    def save(self):
        return hear_of_overdose(**self.told())


class OverdoseAnswerForm(SavedMixin, forms.Form):
    answer = forms.ChoiceField(
        label=_("How did it go?"),
        choices=Overdose.Answer,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )

    def __init__(self, *args, overdose: Overdose, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.overdose, self.by = overdose, by

    def save(self):
        return settle_overdose(overdose=self.overdose, by=self.by, **self.cleaned_data)
