"""The doors for making up: the ways there are, which hold, what was made up, what is not asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.common.doors import OnceMixin, SavedMixin
from alongside.learning.actions.making_up import add_way, choose_ways, excuse, make_up
from alongside.learning.editions import course_of
from alongside.learning.models import Excused
from alongside.learning.queries.attendance import standing_of
from alongside.learning.queries.making_up import module_slots, ways_of_modules, ways_there_are

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class WayForm(OnceMixin, forms.Form):
    words = forms.CharField(
        label=_("Another way to make up for a module"),
        max_length=300,
        help_text=_("Such as: read the handout, and talk about it with a trainer."),
    )

    def __init__(self, *args, cohort, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.cohort, self.by = cohort, by

    def save(self):
        return add_way(cohort=self.cohort, by=self.by, **self.cleaned_data)


class WaysForm(SavedMixin, forms.Form):
    """The ways that hold, module by module. Only what was changed on this page is saved."""

    def __init__(self, *args, cohort, by, language, **kwargs):
        super().__init__(*args, **kwargs)
        self.cohort, self.by = cohort, by
        self.slots = {f"ways_{slot.order}": slot for slot in module_slots(cohort)}
        there, hold = ways_there_are(cohort, language), ways_of_modules(cohort, language)
        for name, slot in self.slots.items():
            self.fields[name] = forms.MultipleChoiceField(
                label=slot.title,
                choices=list(there.items()),
                initial=list(hold[slot.pk]),
                required=False,
                widget=forms.CheckboxSelectMultiple,
                show_hidden_initial=True,
            )

    @property
    def by_module(self) -> list[tuple[forms.BoundField, int, int]]:
        """Each module with how many ways hold for it as the page stands, of how many."""
        return [(field, len(field.value()), len(field.field.choices)) for field in self]

    def save(self):
        changed = {self.slots[name]: self.cleaned_data[name] for name in self.changed_data}
        choose_ways(cohort=self.cohort, ways=changed, by=self.by)
        return True


class MadeUpForm(OnceMixin, forms.Form):
    """How somebody made up for one module, when, and for how many minutes."""

    way = forms.ChoiceField(label=_("How it was made up"), widget=forms.RadioSelect)
    on = forms.DateField(label=_("On which day"), widget=DAY, initial=today)
    minutes = forms.IntegerField(label=_("Minutes it makes up for"), min_value=1)
    note = forms.CharField(
        label=_("Note"),
        max_length=300,
        required=False,
        help_text=_("Only if it is needed. The trainers of this cohort alone read it."),
    )

    def __init__(self, *args, participant, slot, by, language, **kwargs):
        super().__init__(*args, **kwargs)
        self.participant, self.slot, self.by = participant, slot, by
        ways = ways_of_modules(participant.cohort, language)[slot.pk]
        self.fields["way"].choices = list(ways.items())
        attended = {one.key: one for one in standing_of(participant).attended}[slot.key]
        self.fields["minutes"].initial = (attended.planned - attended.minutes) or None
        self.fields["minutes"].max_value = slot.minutes

    def save(self):
        return make_up(
            participant=self.participant, slot=self.slot, by=self.by, **self.cleaned_data
        )


def rules_asked(cohort) -> list[tuple[str, str]]:
    """What the course asks for besides being there, as choices."""
    rules = course_of(cohort).completion
    is_asked = {"plan": rules.action_plan, "evaluation": rules.evaluation}
    return [(rule, label) for rule, label in Excused.Rule.choices if is_asked[rule]]


class ExcuseForm(SavedMixin, forms.Form):
    """What is not asked of one person, and why."""

    rule = forms.ChoiceField(label=_("What is not needed?"), widget=forms.RadioSelect)
    because = forms.CharField(label=_("Why is it not needed?"), max_length=500)

    def __init__(self, *args, participant, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.participant, self.by = participant, by
        self.fields["rule"].choices = rules_asked(participant.cohort)

    def save(self):
        return excuse(participant=self.participant, by=self.by, **self.cleaned_data)
