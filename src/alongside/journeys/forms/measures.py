"""The door for taking a measure. Every question can be left out, and nothing is chosen."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.journeys.actions.measures import take_measure
from alongside.journeys.measures import Item
from alongside.journeys.models import Measurement
from alongside.journeys.policies.measures import LONGEST_WORDS
from alongside.journeys.queries.measures import MeasureShown
from alongside.journeys.queries.plan import goals_of
from alongside.journeys.queries.walk import concerns_of
from alongside.people.forms.once import OnceMixin

#: What stands for a number or a choice that is left out after all. It is never stored.
LEFT_OUT = "-"
IN_GENERAL = _("life in general")


class Numbers(forms.RadioSelect):
    """Numbers in a row, each large enough for a thumb."""

    def __init__(self, attrs=None):
        super().__init__({"class": "numbers", **(attrs or {})})


class TakeForm(OnceMixin, forms.Form):
    """One taking. shown: the measure as it stands in the program; corrects: an earlier taking.

    on: what it may be about as a link says it, such as "concern:<id>".
    """

    about = forms.ChoiceField(label=_("What is it about?"), required=False)
    taken_on = forms.DateField(
        label=_("On which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    words = forms.CharField(
        label=_("What was going on, if you like"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args, recoveree, by, shown: MeasureShown, mode, language, corrects=None, on=""
    ):
        super().__init__(*args, initial=_earlier(corrects, on))
        self.recoveree, self.by, self.shown = recoveree, by, shown
        self.mode, self.language, self.corrects = mode, language, corrects
        self.needs_paper = shown.needs_paper(language)
        self._offer_what_it_may_be_about(corrects)
        for item in shown.measure.items:
            self.fields[f"item_{item.key}"] = self._field_of(item)
        if mode == Measurement.Mode.SELF:
            del self.fields["taken_on"]
        last = [name for name in ("words", "taken_on", "id") if name in self.fields]
        self.order_fields([name for name in self.fields if name not in last] + last)

    def _offer_what_it_may_be_about(self, corrects):
        """One of the person's concerns or open goals, if the measure can be about one."""
        self.things: dict = {}
        if "concern" in self.shown.measure.about:
            self.things |= {f"concern:{one.pk}": one for one in concerns_of(self.recoveree)}
        if "goal" in self.shown.measure.about:
            goals = [one for one in goals_of(self.recoveree) if one.ended_at is None]
            earlier = [corrects.goal] if corrects and corrects.goal else []
            self.things |= {f"goal:{one.pk}": one for one in [*goals, *earlier]}
        if not self.things:
            del self.fields["about"]
            return
        names = [(key, _name_of(one)) for key, one in self.things.items()]
        self.fields["about"].choices = [("", IN_GENERAL), *names]

    def _field_of(self, item: Item) -> forms.Field:
        text = self.shown.measure.text(self.language).items.get(item.key)
        words = self.shown.words_of(item.key, self.language)
        label = words or _("Number %s on the paper form") % item.key
        if item.kind == "words":
            widget = forms.Textarea(attrs={"rows": 3})
            return forms.CharField(
                label=label, required=False, max_length=LONGEST_WORDS, widget=widget
            )
        if item.is_number:
            ends = {"least": item.least, "most": item.most}
            ends |= {"low": text.least, "high": text.most} if text else {}
            choices = [(str(n), str(n)) for n in range(item.least, item.most + 1)]
            hint = _("%(least)s: %(low)s · %(most)s: %(high)s") % ends if text else ""
        else:
            choices, hint = [(key, text.choices[key]) for key in item.choices], ""
        return forms.ChoiceField(
            label=label,
            help_text=hint,
            required=False,
            choices=[*choices, (LEFT_OUT, _("leave this one out"))],
            widget=Numbers if item.is_number else forms.RadioSelect,
        )

    def items(self):
        """The questions, as fields of the page."""
        return [self[f"item_{item.key}"] for item in self.shown.measure.items]

    def answers(self) -> dict[str, int | str]:
        """What was answered; what was left out is not there."""
        told = {one.key: self.cleaned_data[f"item_{one.key}"] for one in self.shown.measure.items}
        numbers = {one.key for one in self.shown.measure.items if one.is_number}
        return {
            key: int(answer) if key in numbers else answer
            for key, answer in told.items()
            if answer not in ("", LEFT_OUT)
        }

    def save(self):
        data = self.cleaned_data
        kind, thing = self._thing()
        return take_measure(
            recoveree=self.recoveree,
            measure=self.shown.measure,
            mode=self.mode,
            answers=self.answers(),
            language=self.language,
            by=self.by,
            taken_on=data.get("taken_on") or (self.corrects and self.corrects.taken_on),
            words=data["words"],
            corrects=self.corrects,
            id=data["id"],
            **({kind: thing} if thing else {}),
        )

    def _thing(self):
        chosen = self.cleaned_data.get("about", "")
        return chosen.partition(":")[0], self.things.get(chosen)


def _name_of(thing) -> str:
    return getattr(thing, "name", "") or thing.words


def _earlier(row: Measurement | None, on: str) -> dict:
    """What a correction begins with; a first taking begins with its day, and what it is about."""
    if row is None:
        return {"taken_on": today, "about": on}
    about = f"concern:{row.concern_id}" if row.concern_id else ""
    about = f"goal:{row.goal_id}" if row.goal_id else about
    items = {f"item_{key}": answer for key, answer in row.answered.items()}
    return {"taken_on": row.taken_on, "words": row.words, "about": about, **items}
