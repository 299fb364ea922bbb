"""Fields and times that several forms share."""

from datetime import date, datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import how_often, local
from alongside.common.errors import NotAllowed
from alongside.common.ids import new_id
from alongside.common.writing import AboutSomeone

#: A day without a time is stored at noon, so that it is the same day in every zone.
NOON = time(12)


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")


def day_field(label, **kwargs):
    return forms.DateField(label=label, widget=DayInput, **kwargs)


def time_field(label, **kwargs):
    return forms.TimeField(label=label, widget=TimeInput, **kwargs)


def number_field(label, *, most: int, least: int = 0, **kwargs):
    """A whole number, empty by default, with the phone's number pad."""
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "number"}),
        **kwargs,
    )


def long_field(label, *, most: int = 20_000, rows: int = 4, **kwargs):
    """A box to write about somebody in."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=kwargs.pop("required", False),
        widget=AboutSomeone(attrs={"rows": rows}),
        **kwargs,
    )


def moment(day: date, at: time | None) -> datetime:
    """A day and a time in the program's zone; noon when the time is not known.

    Of a time that comes twice, the first is meant (`note_on_clock` says so). Raises NotAllowed,
    to stand beside the field `time`, for one that the clocks skip.
    """
    if at and not how_often(day, at):
        skipped = _g(
            "This time does not exist on that day: the clocks go forward and skip it. "
            "Choose an earlier or a later time."
        )
        raise NotAllowed({"time": skipped})
    return timezone.make_aware(datetime.combine(day, at or NOON))


def note_on_clock(at: datetime | None) -> str:
    """What to say of a time that comes twice because the clocks go back; else nothing."""
    wall = local(at) if at else None
    if wall is None or how_often(wall.date(), wall.time()) < 2:
        return ""
    return _g("The clocks go back on that day, and this time comes twice: the first is meant.")


def mark_as_empty(fields) -> None:
    """So that the page itself can tell, without a script, which of these hold something."""
    for field in fields:
        field.widget.attrs.setdefault("placeholder", " ")


class IdForm(forms.Form):
    """A form that makes one thing, once, however often it is sent."""

    id = forms.UUIDField(widget=forms.HiddenInput)

    def saved(self, **about):
        """What was saved; or None, with the reason on the form, which then has a new id."""
        if not self.is_valid():
            return None
        try:
            return self.save(**about)
        except NotAllowed as refusal:
            self.add_error(None, refusal)
            self.data = self.data.copy()
            self.data[self.add_prefix("id")] = str(new_id())
            return None


NO_DAY = _("Leave it empty if there is no day yet.")
TOGETHER = _("We wrote this together")
