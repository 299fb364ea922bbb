"""The doors for whoever takes part: a code, a name to use, and what they want to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.doors import OnceMixin, SavedMixin
from alongside.learning.actions.taking_part import join, tell_of_oneself, waive
from alongside.learning.models import Fundamentals, Participant
from alongside.learning.queries.cohorts import cohort_by_code

CHOICES = [(one.value, one.label) for one in Fundamentals if one != Fundamentals.WAIVED]

#: What is said of a code that no course has; each is counted (web/guessing.py).
WRONG = "wrong"


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code of your course"),
        max_length=20,
        help_text=_("You have it from your trainer. Small and capital letters are the same."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def __init__(self, *args, is_slowed=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_slowed = is_slowed  # many were guessed from here: whether one is right is not told

    def clean_code(self):
        if self.is_slowed:
            raise forms.ValidationError(
                _(
                    "Many codes from this place were not found. Nothing is locked. "
                    "Wait a minute, then try again."
                )
            )
        cohort = cohort_by_code(self.cleaned_data["code"])
        if cohort is None:
            raise forms.ValidationError(
                _("There is no course with this code now. Look at the letters once more, or ask."),
                code=WRONG,
            )
        return cohort


class JoinForm(OnceMixin, forms.Form):
    """Nothing but a name to use is asked; the rest of what may be said comes later."""

    called = forms.CharField(
        label=_("What shall we call you?"),
        max_length=60,
        help_text=_("Any name you like. Others see it when you are drawn into pairs."),
    )

    def __init__(self, *args, cohort, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.cohort, self.by = cohort, by

    def save(self):
        return join(cohort=self.cohort, by=self.by, **self.cleaned_data)


class OneselfForm(SavedMixin, forms.ModelForm):
    """What somebody may say of themself. All of it can be left out."""

    fundamentals = forms.ChoiceField(
        label=_("Have you had a fundamentals training of 30 to 46 hours?"),
        choices=[*CHOICES, ("", _("I would rather not say"))],
        required=False,
        widget=forms.RadioSelect,
        help_text=_("It is suggested, and nobody is sent away for it."),
    )

    class Meta:
        model = Participant
        fields = ("called", "needs", "address", "fundamentals")
        widgets = {"needs": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "needs": _("Sound, light, breaks, a seat near the door. Only your trainers read it."),
            "address": _("For one letter before each day, with when and where alone."),
        }

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["address"].widget = forms.EmailInput()
        if self.instance.fundamentals == Fundamentals.WAIVED:
            del self.fields["fundamentals"]

    def clean_address(self):
        return forms.EmailField(required=False).clean(self.cleaned_data["address"])

    def save(self):
        return tell_of_oneself(participant=self.instance, by=self.by, **self.cleaned_data)


class WaiveForm(SavedMixin, forms.Form):
    because = forms.CharField(label=_("Why is it not needed?"), max_length=500)

    def __init__(self, *args, participant, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.participant, self.by = participant, by

    def save(self):
        waive(participant=self.participant, by=self.by, **self.cleaned_data)
        return self.participant
