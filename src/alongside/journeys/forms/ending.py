"""The doors by which goals and steps end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.journeys.actions.plan import end_goal, let_step_go, take_step
from alongside.journeys.forms.choosing import day_field
from alongside.journeys.models import Goal, Step
from alongside.people.forms.once import SavedMixin

HOW_A_GOAL_ENDS = [
    (Goal.Outcome.DONE, _("Done, by my word")),
    (Goal.Outcome.LET_GO, _("I let it go")),
]
LET_GO = "let_go"


class GoalEndForm(SavedMixin, forms.Form):
    outcome = forms.ChoiceField(
        label=_("How is it now?"),
        choices=HOW_A_GOAL_ENDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    on = day_field(_("On which day"), is_past=True)

    def __init__(self, *args, goal: Goal, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.goal, self.by = goal, by

    def save(self):
        return end_goal(goal=self.goal, by=self.by, **self.cleaned_data)


class StepEndForm(SavedMixin, forms.Form):
    """Who took the step; or it is let go, which says nothing of anyone."""

    how = forms.ChoiceField(
        label=_("How did it go?"),
        choices=[*Step.TakenBy.choices, (LET_GO, _("I let it go"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    on = day_field(_("On which day"), is_past=True)

    def __init__(self, *args, step: Step, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.step, self.by = step, by

    def save(self):
        how = self.cleaned_data["how"]
        if how == LET_GO:
            return let_step_go(step=self.step, by=self.by)
        return take_step(step=self.step, taken_by=how, by=self.by, on=self.cleaned_data["on"])
