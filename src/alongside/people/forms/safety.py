"""The doors for a pause, its appeal, and a death."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.writing import AboutSomeone, tell_whom
from alongside.people.actions.safety import answer_appeal, appeal, pause, record_death
from alongside.people.forms.once import AboutForm, OnceMixin, SavedMixin
from alongside.people.models import Appeal, Death, Pause


def _day_input():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PauseForm(AboutForm):
    class Meta:
        model = Pause
        fields = ("reason", "until", "appeal_to")
        labels = {
            "reason": _("The reason, as you tell it to the person"),
            "until": _("When does it end?"),
            "appeal_to": _("How can they object, and to whom?"),
        }
        help_texts = {
            "reason": _("They can read this. Say what happened, not what they are."),
            "until": _("90 days at most. It ends by itself."),
            "appeal_to": _("For example: tell Sue, by phone or at the front desk, at any time."),
        }
        error_messages = {
            "reason": {"required": _("Write what happened, so that the person can read why.")},
            "until": {"required": _("Choose the day on which it ends.")},
            "appeal_to": {"required": _("Write to whom they can object, and how.")},
        }
        widgets = {
            "reason": AboutSomeone(attrs={"rows": 4}),
            "appeal_to": forms.Textarea(attrs={"rows": 2}),
            "until": _day_input(),
        }

    def save(self):
        return pause(**self.told())


class AppealForm(OnceMixin, forms.ModelForm):
    class Meta:
        model = Appeal
        fields = ("words",)
        labels = {"words": _("What the person says, in their words")}
        error_messages = {"words": {"required": _("Write what they say about the pause.")}}
        widgets = {"words": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, pause, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.pause, self.by = pause, by

    def save(self):
        return appeal(**self.cleaned_data, pause=self.pause, by=self.by)


class AnswerForm(SavedMixin, forms.Form):
    answer = forms.CharField(
        label=_("The answer, as the person is told it"),
        error_messages={"required": _("Write the answer that the person is told.")},
        max_length=4000,
        widget=AboutSomeone(attrs={"rows": 5}),
    )
    ends = forms.BooleanField(label=_("The pause ends today"), required=False)

    def __init__(self, *args, appeal, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.appeal, self.by = appeal, by
        tell_whom(self, appeal.pause.recoveree)

    def save(self):
        return answer_appeal(appeal=self.appeal, by=self.by, **self.cleaned_data)


class DeathForm(AboutForm):
    class Meta:
        model = Death
        fields = ("on", "words")
        labels = {
            "on": _("The day, if you know it"),
            "words": _("What you want to keep"),
        }
        help_texts = {"words": _("A memory, what they loved, who to tell. Or nothing.")}
        widgets = {"on": _day_input(), "words": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, also=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.also = also

    def save(self):
        return record_death(**self.told(), also=self.also)
