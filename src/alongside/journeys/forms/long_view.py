"""The doors for check-ins: the wish, and how one went."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.journeys.actions.long_view import check_in, wish_for_check_ins
from alongside.journeys.forms.choosing import DayInput, day_field
from alongside.journeys.models import CheckIn, CheckInWish
from alongside.journeys.policies.long_view import EVERY_MONTHS, last_day, months_later
from alongside.people.forms.once import OnceMixin, SavedMixin

OFTEN = {
    1: _("every month"),
    3: _("every three months"),
    6: _("twice a year"),
    12: _("once a year"),
}


class CheckInWishForm(SavedMixin, forms.Form):
    """Would they like to hear from us now and then, and until when?"""

    every_months = forms.TypedChoiceField(
        label=_("How often"),
        choices=[(months, OFTEN[months]) for months in EVERY_MONTHS],
        coerce=int,
        widget=forms.RadioSelect,
    )
    next_on = day_field(_("Next check-in"))
    until = forms.DateField(
        label=_("Until"),
        help_text=_("Up to five years from today. You can end it sooner, at any time."),
        widget=DayInput,
    )

    def __init__(self, *args, recoveree, by, wish: CheckInWish | None = None, **kwargs):
        initial = {"every_months": 3, "until": last_day(today())}
        initial["next_on"] = months_later(today(), 3)
        if wish:
            initial = {name: getattr(wish, name) for name in initial}
            initial["next_on"] = max(wish.next_on, today())
        super().__init__(*args, initial=initial, **kwargs)
        self.recoveree, self.by = recoveree, by

    def save(self):
        return wish_for_check_ins(recoveree=self.recoveree, by=self.by, **self.cleaned_data)


class CheckInForm(OnceMixin, forms.Form):
    """How a check-in went. Every answer is a good one."""

    answer = forms.ChoiceField(
        label=_("How did it go?"),
        choices=CheckIn.Answer,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    words = forms.CharField(
        label=_("In their words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    on = day_field(_("On which day"), is_past=True)
    next_on = day_field(_("Next check-in, if you agreed on a day"))

    def __init__(self, *args, wish: CheckInWish, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.wish, self.by = wish, by

    def save(self):
        return check_in(wish=self.wish, by=self.by, **self.cleaned_data)
