"""The doors for a cohort: beginning it, changing it, its days, its trainers."""

from pathlib import Path

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import local
from alongside.common.doors import OnceMixin, SavedMixin
from alongside.learning.actions.cohorts import (
    add_trainer,
    begin_cohort,
    change_cohort,
    move_day,
)
from alongside.learning.curricula import installed
from alongside.learning.models import Cohort
from alongside.team.models import Account
from alongside.team.queries import colleagues_for
from alongside.team.roles import Role

LEADING = (Role.TRAINER, Role.MANAGER)
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
HOUR = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def courses() -> dict[str, tuple[Path, object]]:
    """Courses that can be led: key → folder and course."""
    found = installed(settings.COURSES)
    return {one.course.key: (one.folder, one.course) for one in found if one.course}


class BeginForm(OnceMixin, forms.ModelForm):
    """A new cohort, with a date for each day of its course."""

    course = forms.ChoiceField(label=_("Course"))
    days = forms.CharField(
        label=_("Days"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One date on each line, such as 2026-12-01. They need not follow each other."),
    )
    starts = forms.TimeField(label=_("Begins at"), widget=HOUR, initial="09:00")

    class Meta:
        model = Cohort
        fields = ("name", "language", "place", "online", "seats")
        labels = {"name": _("Name of the cohort")}

    field_order = ("name", "course", "days", "starts", "language", "place", "online", "seats")

    def __init__(self, *args, program, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.program, self.by = program, by
        self.known = courses()
        language = get_language() or "en"
        self.fields["course"].choices = [
            (key, course.title.said(language)) for key, (_folder, course) in self.known.items()
        ]

    def clean_days(self):
        day, found = forms.DateField(), []
        for number, line in enumerate(self.cleaned_data["days"].split(), start=1):
            try:
                found.append(day.clean(line))
            except forms.ValidationError:
                raise forms.ValidationError(
                    _("Line %(number)d is not a date. Write it like 2026-12-01."),
                    params={"number": number},
                ) from None
        return found

    def save(self):
        told = dict(self.cleaned_data)
        folder, _course = self.known[told.pop("course")]
        return begin_cohort(program=self.program, folder=folder, by=self.by, **told)


class CohortForm(SavedMixin, forms.ModelForm):
    class Meta:
        model = Cohort
        fields = ("name", "language", "place", "online", "seats")

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by

    def save(self):
        changed = {name: self.cleaned_data[name] for name in self.changed_data}
        return change_cohort(cohort=self.instance, by=self.by, **changed)


class DayForm(SavedMixin, forms.Form):
    on = forms.DateField(label=_("Date"), widget=DAY)
    at = forms.TimeField(label=_("Begins at"), widget=HOUR)

    def __init__(self, *args, day, by, **kwargs):
        begins = local(day.begins_at)
        super().__init__(*args, initial={"on": begins.date(), "at": begins.time()}, **kwargs)
        self.day, self.by = day, by

    def save(self):
        return move_day(day=self.day, by=self.by, **self.cleaned_data)


class TrainerForm(SavedMixin, forms.Form):
    account = forms.ModelChoiceField(label=_("Add a trainer"), queryset=Account.objects.none())

    def __init__(self, *args, cohort, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.cohort, self.by = cohort, by
        self.fields["account"].queryset = colleagues_for(by, *LEADING)

    def save(self):
        return add_trainer(cohort=self.cohort, account=self.cleaned_data["account"], by=self.by)
