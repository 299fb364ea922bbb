"""The doors for the plan: its sides, the person's word, and the paper they take along."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.consent.forms import OwnCopyForm
from alongside.journeys.actions.agreeing import agree_plan, write_part
from alongside.journeys.models import PlanPart
from alongside.journeys.queries.agreed import fingerprint
from alongside.journeys.queries.plan import plan_parts_of
from alongside.people.forms.once import AboutForm, OnceMixin


class PlanPartForm(AboutForm):
    """One side of the plan, begun from the words it has."""

    began_from = forms.UUIDField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = PlanPart
        fields = ("words", "together", "who_else")
        widgets = {
            "words": forms.Textarea(attrs={"rows": 4}),
            "together": forms.Textarea(attrs={"rows": 3}),
            "who_else": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "words": gettext_lazy("As they say it. In the first person, if they like."),
            "together": gettext_lazy("What we have said we will do, side by side."),
            "who_else": gettext_lazy("A sister, a clinic, a meeting, a neighbor: if they want."),
        }

    #: What somebody else wrote while this page was open, once that is known.
    others: PlanPart | None = None

    def __init__(self, *args, recoveree, dimension, **kwargs):
        before = plan_parts_of(recoveree).get(dimension)
        initial = {name: getattr(before, name) for name in self._meta.fields} if before else {}
        initial["began_from"] = before.pk if before else None
        super().__init__(*args, recoveree=recoveree, initial=initial, **kwargs)
        self.dimension = dimension

    def refused(self):
        super().refused()
        latest = plan_parts_of(self.recoveree).get(self.dimension)
        if latest and latest.pk != self.cleaned_data["began_from"]:
            self.others = latest
            self.data["began_from"] = str(latest.pk)

    def save(self):
        return write_part(**self.told(), dimension=self.dimension)


class AgreeForm(OnceMixin, forms.Form):
    """The person's word on the plan that is on the page."""

    is_mine = forms.BooleanField(
        label=gettext_lazy("This is my plan."),
        error_messages={
            "required": gettext_lazy("Tick it when they say so. Until then it is a draft.")
        },
    )
    with_safer = forms.BooleanField(
        label=gettext_lazy("My plan to be safer belongs to it."), required=False
    )
    read = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, recoveree, by, now: dict, **kwargs):
        super().__init__(*args, initial={"read": fingerprint(now)}, **kwargs)
        self.recoveree, self.by, self.now = recoveree, by, now
        if not now["safer"]:
            del self.fields["with_safer"]

    def refused(self):
        super().refused()
        self.data["read"] = fingerprint(self.now)
        self.data.pop("is_mine", None)

    def save(self):
        told = {key: value for key, value in self.cleaned_data.items() if key != "is_mine"}
        return agree_plan(recoveree=self.recoveree, by=self.by, **told)


class PaperForm(OwnCopyForm):
    """The plan on paper. With the plan to be safer, if there is one and they wish."""

    with_safer = forms.BooleanField(
        label=gettext_lazy("With my plan to be safer, on a page of its own"), required=False
    )
    field_order = ["with_safer", "method"]

    def __init__(self, *args, has_safer: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_safer:
            del self.fields["with_safer"]

    @property
    def is_with_safer(self) -> bool:
        return bool(self.cleaned_data.get("with_safer"))

    def said_what(self):
        return _("the plan, and the plan to be safer") if self.is_with_safer else _("the plan")


class CardForm(OwnCopyForm):
    """A card for the pocket. Only what is ticked stands on it; nothing is ticked beforehand.

    lines: {key: (label, what would stand there)}
    """

    ticked = forms.MultipleChoiceField(
        label=gettext_lazy("What should be on it?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Tick at least one thing.")},
    )
    field_order = ["ticked", "method"]

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ticked"].choices = choices

    def said_what(self):
        return _("a card for the pocket")
