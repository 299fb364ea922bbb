"""The door for whoever leads: one button, one act, and what it is about."""

from django import forms

from alongside.common.doors import SavedMixin
from alongside.learning.actions import agreeing, attending, leading
from alongside.learning.models import Agreement, Round, Slot


class LeadForm(SavedMixin, forms.Form):
    """Which act, and of which module, step, activity or agreement."""

    act = forms.ChoiceField(choices=[])
    id = forms.UUIDField(required=False)
    slot = forms.ModelChoiceField(Slot.objects.none(), required=False)
    round = forms.ModelChoiceField(Round.objects.none(), required=False)
    agreement = forms.ModelChoiceField(Agreement.objects.none(), required=False)
    step = forms.IntegerField(min_value=0, max_value=200, required=False)
    minutes = forms.IntegerField(min_value=0, max_value=leading.LONGEST_TIMER, required=False)

    def __init__(self, *args, cohort, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.cohort, self.by = cohort, by
        self.fields["act"].choices = [(act, act) for act in ACTS]
        of_cohort = Slot.objects.filter(cohort=cohort)
        self.fields["slot"].queryset = of_cohort.select_related("cohort__program")
        rounds = Round.objects.filter(cohort=cohort)
        self.fields["round"].queryset = rounds.select_related("cohort__program")
        live = Agreement.objects.live().filter(cohort=cohort)
        self.fields["agreement"].queryset = live.select_related("cohort__program")
        self._ask_only_what_is_needed()

    def _ask_only_what_is_needed(self):
        needs, _act = ACTS.get(self.data.get("act"), ((), None))
        for name in set(self.fields) - {"act", *needs}:
            del self.fields[name]
        for name in needs:
            self.fields[name].required = True

    def save(self):
        needs, act = ACTS[self.cleaned_data["act"]]
        act(self.cohort, by=self.by, **{name: self.cleaned_data[name] for name in needs})
        return True


#: Act → what has to be named, and what is done.
ACTS = {
    "begin": (("slot",), lambda cohort, slot, by: leading.begin_slot(slot=slot, by=by)),
    "end": (("slot",), lambda cohort, slot, by: _end_day(cohort, slot, by)),
    "step": (
        ("slot", "step"),
        lambda cohort, slot, step, by: leading.go_to_step(
            cohort=cohort, slot=slot, step=step, by=by
        ),
    ),
    "open": (
        ("slot", "step", "id"),
        lambda cohort, slot, step, id, by: leading.open_round(
            cohort=cohort, slot=slot, step=step, id=id, by=by
        ),
    ),
    "close": (("round",), lambda cohort, round, by: leading.close_round(round=round, by=by)),
    "draw": (("round",), lambda cohort, round, by: leading.draw_again(round=round, by=by)),
    "timer": (
        ("minutes",),
        lambda cohort, minutes, by: leading.set_timer(cohort=cohort, minutes=minutes, by=by),
    ),
    "recall": (
        ("agreement",),
        lambda cohort, agreement, by: leading.recall(cohort=cohort, agreement=agreement, by=by),
    ),
    "forget": ((), lambda cohort, by: leading.recall(cohort=cohort, agreement=None, by=by)),
    "agree": (
        ("agreement",),
        lambda cohort, agreement, by: agreeing.agree(agreement=agreement, by=by),
    ),
    "take-out": (
        ("agreement",),
        lambda cohort, agreement, by: agreeing.take_out(agreement=agreement, by=by),
    ),
}


def _end_day(cohort, slot, by):
    """What runs ends. After the last of a day nobody stays checked in."""
    leading.end_slot(slot=slot, by=by)
    later = Slot.objects.filter(day=slot.day_id, started_at=None, order__gt=slot.order)
    if not later.exists():
        attending.check_all_out(cohort=cohort, by=by)
