"""The doors for a program's words and order of stages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.journeys.actions.stages import add_stage, call_stage
from alongside.journeys.models import Stage
from alongside.journeys.queries.stages import StageShown
from alongside.people.forms.once import SavedMixin
from alongside.team.models import Program


class _StageFields(SavedMixin, forms.Form):
    name = forms.CharField(label=_("What you call it"), max_length=60)
    say = forms.CharField(
        label=_("Words one can say to a person"),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    order = forms.IntegerField(
        label=_("Its place in the row"),
        min_value=1,
        max_value=99,
        help_text=_("Stages stand side by side in this order. It says nothing of their worth."),
    )


class StageForm(_StageFields):
    """What one program calls a stage. No history changes by it."""

    is_shown = forms.BooleanField(label=_("We use this stage"), required=False)

    def __init__(self, *args, program: Program, stage: StageShown, by, **kwargs):
        names = ("name", "say", "order", "is_shown")
        super().__init__(*args, initial={n: getattr(stage, n) for n in names}, **kwargs)
        self.program, self.stage, self.by = program, stage, by

    def clean(self):
        """Words that are still those of the list stay the list's, in every language."""
        told = super().clean()
        for name in ("name", "say"):
            if told.get(name) == getattr(self.stage.listed, name):
                told[name] = ""
        return told

    def save(self):
        return call_stage(
            program=self.program, stage_id=self.stage.id, by=self.by, **self.cleaned_data
        )


class NewStageForm(_StageFields):
    def __init__(self, *args, program: Program, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.program, self.by = program, by

    def clean_name(self):
        name = self.cleaned_data["name"]
        if Stage.objects.filter(program=self.program, name__iexact=name).exists():
            raise forms.ValidationError(_("You have a stage of this name already."))
        return name

    def save(self):
        return add_stage(program=self.program, by=self.by, **self.cleaned_data)
