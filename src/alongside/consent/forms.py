"""The doors through which a record leaves: a person's own copy, and an emergency."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.consent.actions import Permit, permit_disclosure
from alongside.consent.models import Disclosure
from alongside.consent.notices import NOTICE_VERSION
from alongside.consent.policies import Basis, Method
from alongside.people.forms.once import AboutForm, OnceMixin


class OwnCopyForm(OnceMixin, forms.Form):
    """Something of a person's record for them to take: no consent is needed, and it is
    accounted for. `said_what` says what it is, in the words of the accounting.
    """

    method = forms.ChoiceField(
        label=gettext_lazy("On paper, or as a file?"),
        choices=[
            (Method.PDF, gettext_lazy("A PDF file")),
            (Method.PRINTED, gettext_lazy("On paper, from this computer")),
        ],
        widget=forms.RadioSelect,
        initial=Method.PDF,
    )

    def __init__(self, *args, recoveree, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.recoveree, self.by = recoveree, by

    def said_what(self) -> str:
        raise NotImplementedError

    def save(self) -> Permit:
        return permit_disclosure(
            recoveree=self.recoveree,
            basis=Basis.OWN_COPY,
            by=self.by,
            id=self.cleaned_data["id"],
            recipient=self.recoveree.called,
            purpose=_("their own copy"),
            what=self.said_what(),
            method=self.cleaned_data["method"],
        )


class CopyForm(OwnCopyForm):
    """A person's own copy: the whole record, or parts of it."""

    WHOLE, PARTS = "whole", "parts"
    extent = forms.ChoiceField(
        label=gettext_lazy("How much?"),
        choices=[
            (WHOLE, gettext_lazy("The whole record")),
            (PARTS, gettext_lazy("Only the parts ticked below")),
        ],
        widget=forms.RadioSelect,
        initial=WHOLE,
    )
    sections = forms.MultipleChoiceField(
        label=gettext_lazy("Parts"), widget=forms.CheckboxSelectMultiple, required=False
    )
    field_order = ["extent", "sections", "method"]

    def __init__(self, *args, sections, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sections"].choices = sections

    def clean(self):
        told = super().clean()
        if told.get("extent") == self.PARTS and not told.get("sections"):
            self.add_error("sections", _("Tick at least one part."))
        return told

    def chosen(self) -> set[str] | None:
        """The keys of the chosen parts, or None for all."""
        told = self.cleaned_data
        return None if told["extent"] == self.WHOLE else set(told["sections"])

    def said_what(self):
        titles = dict(self.fields["sections"].choices)
        chosen = self.chosen()
        if chosen is None:
            return _("the whole record")
        return ", ".join(str(titles[key]) for key in titles if key in chosen)


class AuditForm(AboutForm):
    """Showing or giving a record to those who audit or evaluate the program, on their authority."""

    basis = Basis.AUDIT

    class Meta:
        model = Disclosure
        fields = ("recipient", "address", "grounds", "purpose", "what", "at", "method")
        labels = {
            "recipient": gettext_lazy("Who audits or evaluates? Their name"),
            "address": gettext_lazy("For which body?"),
            "grounds": gettext_lazy("On what authority?"),
            "purpose": gettext_lazy("What for?"),
            "what": gettext_lazy("What do you show or give?"),
            "at": gettext_lazy("When?"),
            "method": gettext_lazy("How?"),
        }
        help_texts = {
            "grounds": gettext_lazy(
                "The law, contract or letter that they name. They agree in writing not to pass "
                "anything on, and to use it for nothing else."
            ),
            "what": gettext_lazy("Name the parts of the record: only what they need."),
        }
        widgets = {
            "grounds": forms.Textarea(attrs={"rows": 3}),
            "what": forms.Textarea(attrs={"rows": 3}),
            "at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "method": forms.RadioSelect,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("address", "grounds"):
            self.fields[name].required = True
        self.fields["method"].choices = Method.choices

    def save(self) -> Permit:
        return permit_disclosure(**self.told(), basis=self.basis, notice_version=NOTICE_VERSION)


class EmergencyForm(AboutForm):
    """Telling medical people what they need, when a life is at risk.

    Recipient, facility, who told it, the moment and the emergency: none can be missing.
    """

    basis = Basis.EMERGENCY

    class Meta:
        model = Disclosure
        fields = ("grounds", "recipient", "address", "at", "told", "method")
        labels = {
            "grounds": gettext_lazy("What is the emergency?"),
            "recipient": gettext_lazy("Whom do you tell? Their name"),
            "address": gettext_lazy("From which hospital, ambulance or practice?"),
            "at": gettext_lazy("When?"),
            "told": gettext_lazy("What do you tell?"),
            "method": gettext_lazy("How?"),
        }
        help_texts = {"told": gettext_lazy("Only what they need to help now.")}
        widgets = {
            "grounds": forms.Textarea(attrs={"rows": 3}),
            "told": forms.Textarea(attrs={"rows": 8}),
            "at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "method": forms.RadioSelect,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("address", "grounds", "told"):
            self.fields[name].required = True
        self.fields["method"].choices = [
            (Method.SPOKEN, Method.SPOKEN.label),
            (Method.PRINTED, Method.PRINTED.label),
        ]

    def save(self) -> Permit:
        return permit_disclosure(
            **self.told(),
            basis=self.basis,
            purpose=_("medical emergency"),
            what=_("what is written below"),
            notice_version=NOTICE_VERSION,
        )
