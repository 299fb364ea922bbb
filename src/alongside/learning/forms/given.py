"""The doors for attendance, certificates, credentials and plans."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.common.doors import OnceMixin, SavedMixin
from alongside.learning.actions.attending import mark
from alongside.learning.actions.credentials import add_credential
from alongside.learning.actions.giving import give_certificate, take_back
from alongside.learning.actions.planning import (
    add_goal,
    look_back,
    share_plan,
    wish_to_look_back,
)
from alongside.learning.actions.signing import withdraw_key
from alongside.learning.models import Credential, PlanGoal, Slot
from alongside.team.models import Account
from alongside.team.queries import colleagues_for
from alongside.team.roles import Role

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
BIGGEST = 5 * 1024 * 1024
#: What a file begins with: its kind is read, not believed.
KINDS = {b"%PDF-": "application/pdf", b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


class MarkForm(SavedMixin, forms.Form):
    """How long somebody was there for one module."""

    slot = forms.ModelChoiceField(Slot.objects.none(), label=_("Module"))
    minutes = forms.IntegerField(label=_("Minutes there"), min_value=0, max_value=600)

    def __init__(self, *args, participant, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.participant, self.by = participant, by
        slots = Slot.objects.filter(cohort=participant.cohort_id).modules()
        self.fields["slot"].queryset = slots
        self.fields["slot"].label_from_instance = lambda slot: slot.title

    def save(self):
        return mark(participant=self.participant, by=self.by, **self.cleaned_data)


class CertificateForm(SavedMixin, forms.Form):
    chosen_name = forms.CharField(
        label=_("Name on the certificate"),
        max_length=120,
        help_text=_("As the person wants it. Anyone who sees the certificate sees it."),
    )
    email = forms.EmailField(
        label=_("E-mail address for the badge"),
        required=False,
        help_text=_("Only if they want it. A fingerprint of it shows that the badge is theirs."),
    )

    def __init__(self, *args, participant, by, address, **kwargs):
        super().__init__(*args, **kwargs)
        self.participant, self.by, self.address = participant, by, address

    def save(self):
        return give_certificate(
            participant=self.participant, by=self.by, address=self.address, **self.cleaned_data
        )


class TakeBackForm(SavedMixin, forms.Form):
    because = forms.CharField(label=_("Why"), max_length=300)

    def __init__(self, *args, certificate, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.certificate, self.by = certificate, by

    def save(self):
        take_back(certificate=self.certificate, by=self.by, **self.cleaned_data)
        return self.certificate


class WithdrawForm(SavedMixin, forms.Form):
    because = forms.CharField(
        label=_("What happened"),
        max_length=300,
        help_text=_("Only whoever looks after the keys reads it."),
    )

    def __init__(self, *args, key, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.key, self.by = key, by

    def save(self):
        withdraw_key(key=self.key, by=self.by, **self.cleaned_data)
        return True


class SameNameForm(forms.Form):
    """Whoever verifies types the name they were shown; the page never tells it."""

    name = forms.CharField(label=_("Name on the certificate you were shown"), max_length=120)


class CredentialForm(OnceMixin, forms.ModelForm):
    """A credential from elsewhere. It asks nothing about anybody's recovery."""

    evidence = forms.FileField(
        label=_("The paper itself"), required=False, help_text=_("PDF, PNG or JPEG, up to 5 MB.")
    )

    class Meta:
        model = Credential
        fields = ("craft", "body", "number", "issued_on", "expires_on")
        widgets = {"craft": forms.RadioSelect, "issued_on": DAY, "expires_on": DAY}

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["craft"].choices = Credential.Craft.choices

    def clean_issued_on(self):
        if self.cleaned_data["issued_on"] > today():
            raise forms.ValidationError(_("This day is yet to come."))
        return self.cleaned_data["issued_on"]

    def clean_evidence(self):
        file = self.cleaned_data["evidence"]
        if file is None:
            return None
        if file.size > BIGGEST:
            raise forms.ValidationError(_("This file is larger than 5 MB."))
        content = file.read()
        kind = next((kind for start, kind in KINDS.items() if content.startswith(start)), None)
        if kind is None:
            raise forms.ValidationError(_("This is neither a PDF nor a PNG or JPEG."))
        self.evidence_type = kind
        return content

    def clean(self):
        told = super().clean()
        issued, expires = told.get("issued_on"), told.get("expires_on")
        if issued and expires and expires < issued:
            self.add_error("expires_on", _("This is before the day it was given on."))
        return told

    def save(self):
        told = dict(self.cleaned_data)
        told["evidence_type"] = getattr(self, "evidence_type", "")
        return add_credential(by=self.by, **told)


class GoalForm(OnceMixin, forms.ModelForm):
    class Meta:
        model = PlanGoal
        fields = ("words", "first_step", "hurdle", "by_on")
        widgets = {"by_on": DAY}

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, **kwargs)
        self.participant = participant
        self.fields["by_on"].required = False

    def save(self):
        return add_goal(
            participant=self.participant, by=self.participant.account, **self.cleaned_data
        )


class ShareForm(SavedMixin, forms.Form):
    """One supervisor, chosen by the participant; nobody is set beforehand."""

    account = forms.ModelChoiceField(
        Account.objects.none(),
        label=_("Show my plan to"),
        required=False,
        empty_label=_("nobody"),
    )

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, **kwargs)
        self.participant = participant
        if participant.account_id:
            found = colleagues_for(participant.account, Role.SUPERVISOR)
            self.fields["account"].queryset = found.exclude(pk=participant.account_id)

    def save(self):
        share_plan(
            participant=self.participant,
            account=self.cleaned_data["account"],
            by=self.participant.account,
        )
        return True


class LookBackForm(SavedMixin, forms.Form):
    """When to be asked how it goes."""

    days = forms.TypedMultipleChoiceField(
        label=_("Ask me how it goes after"),
        choices=[(30, _("30 days")), (60, _("60 days")), (90, _("90 days"))],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, **kwargs)
        self.participant = participant

    def save(self):
        wish_to_look_back(
            participant=self.participant,
            days=self.cleaned_data["days"],
            by=self.participant.account,
        )
        return True


class LookedBackForm(SavedMixin, forms.Form):
    words = forms.CharField(
        label=_("How does it go?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args, follow_up, **kwargs):
        super().__init__(*args, **kwargs)
        self.follow_up = follow_up

    def save(self):
        by = self.follow_up.participant.account
        return look_back(follow_up=self.follow_up, by=by, **self.cleaned_data)
