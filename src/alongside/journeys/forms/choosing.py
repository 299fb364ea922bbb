"""Fields that several doors share: which concern, which stage, which day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.journeys.queries.stages import stages_in_use
from alongside.journeys.queries.walk import concerns_of


class DayInput(forms.DateInput):
    def __init__(self):
        super().__init__(attrs={"type": "date"}, format="%Y-%m-%d")


def day_field(label, *, is_past: bool = False) -> forms.DateField:
    """A day; one that has passed begins as today."""
    initial = {"initial": today} if is_past else {}
    return forms.DateField(label=label, required=is_past, widget=DayInput, **initial)


class ConcernField(forms.ModelChoiceField):
    """One of the person's concerns; none is the journey in general."""

    ABOUT = _("What it is about")
    IN_GENERAL = _("My journey in general")

    def __init__(self, *, label=ABOUT, empty_label=IN_GENERAL):
        super().__init__(
            None,
            label=label,
            empty_label=empty_label,
            required=False,
            blank=True,
            widget=forms.RadioSelect,
        )

    def of(self, recoveree):
        self.queryset = concerns_of(recoveree)


class StageSelect(forms.RadioSelect):
    """Stages as a list to choose from, each with words one can say to a person."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.hints: dict[str, str] = {}

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if hint := self.hints.get(str(value), ""):
            option["hint"] = hint
            option["attrs"]["aria-describedby"] = f"{option['attrs']['id']}_hint"
        return option


def offer_stages(field: forms.ChoiceField, program, *more: tuple[str, str]) -> None:
    """Fill a field with the stages this program uses, in its words; nothing is chosen."""
    stages = stages_in_use(program)
    field.choices = [*((str(stage.id), stage.name) for stage in stages), *more]
    field.widget.hints = {str(stage.id): stage.say for stage in stages}
