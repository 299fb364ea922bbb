"""The doors for notes, promises, appointments, calls and a program's lists."""

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import now, today
from alongside.common.errors import NotAllowed
from alongside.common.writing import tell_whom
from alongside.contacts import actions
from alongside.contacts.forms.fields import (
    NO_DAY,
    TOGETHER,
    IdForm,
    day_field,
    long_field,
    moment,
    number_field,
    time_field,
)
from alongside.contacts.models import (
    LONGEST_MINUTES,
    Appointment,
    CallAttempt,
    Contact,
    Craft,
    Item,
    Note,
    Promise,
)
from alongside.team.models import Account


class AboutForm(IdForm):
    """Base of what is written about one person by somebody."""

    def __init__(self, data=None, *, recoveree, by, initial=None):
        super().__init__(data, initial=initial)
        self.recoveree, self.by = recoveree, by
        tell_whom(self, recoveree)


class NoteForm(AboutForm):
    """A note of its own, or a later one that corrects `note`."""

    body = long_field(_("Note"), rows=8, required=True)
    together = forms.BooleanField(label=TOGETHER, required=False)

    def save(self, *, corrects: Note | None = None) -> Note:
        told = self.cleaned_data
        return actions.record_note(
            recoveree=self.recoveree,
            body=told["body"],
            origin=Note.Origin.TOGETHER if told["together"] else Note.Origin.COACH,
            corrects=corrects,
            by=self.by,
            id=told["id"],
        )


class PromiseForm(AboutForm):
    words = forms.CharField(label=_("What you promise"), max_length=500)
    due_on = day_field(_("For when"), required=False, help_text=NO_DAY)

    def save(self) -> Promise:
        return actions.make_promise(recoveree=self.recoveree, by=self.by, **self.cleaned_data)


class EndForm(forms.Form):
    """How a promise or an appointment ended: one of two or three buttons."""

    outcome = forms.ChoiceField()

    def __init__(self, data=None, *, outcomes):
        super().__init__(data)
        self.fields["outcome"].choices = outcomes


#: A moved appointment has a page of its own.
ENDINGS = [c for c in Appointment.Outcome.choices if c[0] != Appointment.Outcome.MOVED]


class WhenForm(AboutForm):
    """Another time for an appointment."""

    day = day_field(_("Day"))
    time = time_field(_("Time"))

    def clean(self):
        told = super().clean()
        if told.get("day") and told.get("time"):
            told["at"] = moment(told["day"], told["time"])
            if told["at"] < now():
                raise NotAllowed(_g("This time has passed. To write what happened, log a contact."))
        return told

    def save(self, *, appointment: Appointment) -> Appointment:
        told = self.cleaned_data
        return actions.move_appointment(
            appointment=appointment, at=told["at"], by=self.by, id=told["id"]
        )


class AppointmentForm(WhenForm):
    how = forms.ChoiceField(
        label=_("How"), choices=Contact.How.choices[:4], initial=Contact.How.IN_PERSON
    )
    place = forms.CharField(label=_("Where"), max_length=300, required=False)
    matter = forms.CharField(label=_("What for"), max_length=500, required=False)
    minutes = number_field(_("Minutes"), most=LONGEST_MINUTES)

    def save(self) -> Appointment:
        told = dict(self.cleaned_data)
        del told["day"], told["time"]
        return actions.make_appointment(recoveree=self.recoveree, by=self.by, **told)


class CallWishForm(forms.Form):
    """Would they like to be called now and then?"""

    every_days = forms.TypedChoiceField(
        label=_("How often"),
        choices=[(7, _("every week")), (14, _("every two weeks")), (30, _("every month"))],
        coerce=int,
        widget=forms.RadioSelect,
    )
    next_on = day_field(_("First or next call"))
    coach = forms.ModelChoiceField(
        label=_("Who calls"),
        queryset=Account.objects.none(),
        required=False,
        empty_label=_("anyone"),
    )

    def __init__(self, data=None, *, recoveree, by, coaches, wish=None):
        start = {"every_days": 7, "next_on": today(), "coach": by.pk}
        if wish:
            start = {n: getattr(wish, n) for n in ("every_days", "next_on")} | {
                "coach": wish.coach_id
            }
        super().__init__(data, initial=start)
        self.recoveree, self.by = recoveree, by
        self.fields["coach"].queryset = coaches

    def save(self):
        return actions.wish_for_calls(recoveree=self.recoveree, by=self.by, **self.cleaned_data)


class CallAttemptForm(AboutForm):
    """One try, and what came of it."""

    outcome = forms.ChoiceField(
        label=_("What came of it"), choices=CallAttempt.Outcome, widget=forms.RadioSelect
    )
    words = forms.CharField(label=_("A word on it"), max_length=1000, required=False)
    next_on = day_field(
        _("Next call"), required=False, help_text=_("Leave it empty for the usual day.")
    )

    def save(self) -> CallAttempt:
        return actions.record_attempt(recoveree=self.recoveree, by=self.by, **self.cleaned_data)


class MoveForm(IdForm):
    """A move that this program adds to its lists."""

    name = forms.CharField(label=_("What you do, in a few words"), max_length=120)
    craft = forms.ChoiceField(label=_("Which list"), choices=Craft, widget=forms.RadioSelect)

    def save(self, *, program, by):
        return actions.add_move(program=program, by=by, **self.cleaned_data)


class ItemForm(IdForm):
    """A thing that this program gives."""

    name = forms.CharField(label=_("What you give"), max_length=120)
    category = forms.ChoiceField(label=_("Kind"), choices=Item.Category, widget=forms.RadioSelect)

    def save(self, *, program, by):
        return actions.add_item(program=program, by=by, **self.cleaned_data)
