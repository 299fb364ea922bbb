"""The doors for hopes, goals and steps, strengths, pathways and medicine."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.journeys.actions.plan import (
    add_step,
    add_strength,
    choose_pathway,
    hope,
    set_goal,
    tell_medicine,
)
from alongside.journeys.forms.choosing import (
    ConcernField,
    DayInput,
    StageSelect,
    day_field,
    offer_stages,
)
from alongside.journeys.models import (
    Dimension,
    Goal,
    Hope,
    Medicine,
    PathwayChosen,
    Step,
    Strength,
)
from alongside.journeys.queries.stages import pathways_of
from alongside.people.forms.once import AboutForm

_WORDS = {"words": forms.Textarea(attrs={"rows": 3})}


class HopeForm(AboutForm):
    """A hope. With `old`, it takes the place of another."""

    concern = ConcernField(label=_("What the hope is for"))
    place = forms.ChoiceField(
        label=_("Where you would like to be, if one of these fits"),
        widget=StageSelect,
        required=False,
    )

    class Meta:
        model = Hope
        fields = ("words", "concern", "by_on")
        widgets = {**_WORDS, "by_on": DayInput}

    field_order = ["words", "concern", "place", "by_on"]

    def __init__(self, *args, old: Hope | None = None, initial=None, **kwargs):
        super().__init__(*args, initial=_of_hope(old) or initial, **kwargs)
        self.old = old
        offer_stages(self.fields["place"], self.recoveree.program, ("", _("No place, only words")))
        self.fields["concern"].of(self.recoveree)

    def save(self):
        told = self.told()
        place = told.pop("place")
        return hope(**told, stage_id=UUID(place) if place else None, instead_of=self.old)


def _of_hope(old: Hope | None) -> dict:
    if old is None:
        return {}
    return {
        "words": old.words,
        "concern": old.concern_id,
        "place": str(old.stage_id or ""),
        "by_on": old.by_on,
    }


class GoalForm(AboutForm):
    """A goal. With `old`, it is what that one changed into."""

    concern = ConcernField(label=_("What it is for"), empty_label=_("Nothing in particular"))

    class Meta:
        model = Goal
        fields = ("words", "dimension", "concern", "worked_before", "who_helps", "by_on")
        widgets = {
            **_WORDS,
            "dimension": forms.RadioSelect,
            "worked_before": forms.Textarea(attrs={"rows": 2}),
            "by_on": DayInput,
        }

    def __init__(self, *args, old: Goal | None = None, initial=None, **kwargs):
        before = {name: getattr(old, name) for name in self._meta.fields} if old else initial
        super().__init__(*args, initial=before, **kwargs)
        self.old = old
        self.fields["dimension"].choices = Dimension.choices
        self.fields["concern"].of(self.recoveree)

    def save(self):
        return set_goal(**self.told(), follows=self.old)


class StepForm(AboutForm):
    """A small step towards a goal."""

    class Meta:
        model = Step
        fields = ("words", "by_on")
        widgets = {"by_on": DayInput}

    def __init__(self, *args, goal: Goal, **kwargs):
        super().__init__(*args, **kwargs)
        self.goal = goal

    def save(self):
        told = self.told()
        del told["recoveree"]
        return add_step(goal=self.goal, **told)


class StrengthForm(AboutForm):
    class Meta:
        model = Strength
        fields = ("words", "dimension")
        widgets = {"dimension": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dimension"].choices = Dimension.choices

    def save(self):
        return add_strength(**self.told())


class PathwayForm(AboutForm):
    """A way of recovery: one of the list, or in the person's own words."""

    pathway = forms.ModelChoiceField(
        label=_("A way you walk, or want to try"),
        queryset=None,
        required=False,
        empty_label=None,
        widget=forms.RadioSelect,
    )
    since = day_field(_("Since, if you like"))

    class Meta:
        model = PathwayChosen
        fields = ("pathway", "words", "since")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ways = pathways_of(self.recoveree.program)
        self.fields["pathway"].queryset = type(ways[0]).objects.filter(pk__in=[w.pk for w in ways])
        self.fields["pathway"].choices = [(way.pk, str(way)) for way in ways]

    def clean(self):
        told = super().clean()
        if not told.get("pathway") and not told.get("words"):
            self.add_error("words", _("Choose a way, or write your own."))
        return told

    def save(self):
        return choose_pathway(**self.told())


class MedicineForm(AboutForm):
    since = day_field(_("Since, if you like"))

    class Meta:
        model = Medicine
        fields = ("name", "words", "since")
        widgets = {"words": forms.Textarea(attrs={"rows": 2})}

    def save(self):
        return tell_medicine(**self.told())
